#include "dispatch/texts.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/rights.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

namespace dispatch {

static Html silent_table(const http::Call& call, const SilentReceiversView& view) {
    const auto& t = call.t;
    std::vector<std::vector<Html>> rows;
    for (const auto& receiver : view.receivers) {
        const auto whose = receiver.organisation_url.empty()
                               ? Html{receiver.organisation}
                               : ui::link(receiver.organisation, call.url(receiver.organisation_url));
        rows.push_back({Html{receiver.name}, whose, Html{t.number(receiver.waiting)},
                        Html{t.date_time(receiver.oldest_at)},
                        receiver.told_at ? Html{t.date_time(*receiver.told_at)} : Html{}});
    }
    return ui::table(t(text::silent),
                     {{.name = t(text::fact_receiver)},
                      {.name = t(text::fact_organisation)},
                      {.name = t(text::fact_waiting), .is_number = true},
                      {.name = t(text::fact_oldest), .hides_on_phone = true},
                      {.name = t(text::fact_told), .hides_on_phone = true}},
                     rows);
}

static Html certificates_table(const http::Call& call, const SilentReceiversView& view) {
    const auto& t = call.t;
    std::vector<std::vector<Html>> rows;
    for (const auto& each : view.certificates) {
        const auto whose = each.organisation_url.empty() ? Html{each.organisation}
                                                         : ui::link(each.organisation, call.url(each.organisation_url));
        const auto state = each.withdrawn_at ? ui::tag(t(text::certificates_withdrawn), ui::Tone::danger)
                           : each.ends_at && *each.ends_at > call.now
                               ? ui::tag(t(text::certificates_ending), ui::Tone::warning)
                               : ui::tag(t(text::certificates_ended), ui::Tone::danger);
        rows.push_back(
            {Html{each.name}, whose, state, each.ends_at ? Html{t.date(norwegian_date(*each.ends_at))} : Html{}});
    }
    return ui::section(t(text::certificates), "certificates",
                       ui::table(t(text::certificates),
                                 {{.name = t(text::fact_receiver)},
                                  {.name = t(text::fact_organisation)},
                                  {.name = t(text::fact_status)},
                                  {.name = t(text::system_certificate_until), .hides_on_phone = true}},
                                 rows));
}

Html silent_receivers_page(const http::Call& call, const SilentReceiversView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::silent);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::silent_lead);
    page.hero = ui::hero(hero);
    const auto content = view.receivers.empty() ? ui::empty_state(t(text::silent_none), t(text::silent_none_text))
                                                : silent_table(call, view);
    const auto queue = call.principal.may(platform::right::operate)
                           ? html::p(ui::link(t(text::queue), call.url("/post-queue")))
                           : Html{};
    const auto certificates = view.certificates.empty() ? Html{} : certificates_table(call, view);
    page.content =
        html::join({content, certificates, queue, ui::formats_card(call, {{"JSON", "/silent-receivers.json"}})});
    page.alternates = {{http::Format::json, "/silent-receivers.json"}};
    return ui::page(call, page);
}

} // namespace dispatch
