#include "dispatch/texts.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/json/described_members.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

#include <fmt/format.h>

namespace dispatch {

static std::string signing_state_words(const http::Call& call, SigningState state) {
    return call.t.by_name(fmt::format("signing.state.{}", json::name_of(state)));
}

static Html signing_facts(const http::Call& call, const SigningView& view) {
    const auto& t = call.t;
    return ui::facts({{t(text::fact_status), signing_state_words(call, view.state)},
                      {t(text::fact_file), view.document},
                      {"SHA-256", html::code(view.sha256)},
                      {t(text::signing_ends), t.date_time(view.ends_at)},
                      {t(text::signing_decided), view.decided_at ? Html{t.date_time(*view.decided_at)} : Html{}}});
}

Html signing_section(const http::Call& call, const std::optional<SigningView>& view, bool is_addressee) {
    if (!view) return {};
    const auto& t = call.t;
    Html next;
    if (view->evidence_url) {
        next = html::p(
            ui::button_link(t(text::signing_evidence), call.url(*view->evidence_url), "secondary", ui::Icon::download));
    } else if (is_addressee && view->state == SigningState::waiting) {
        next = view->kind == SignatureKind::advanced
                   ? ui::alert(ui::Tone::info, t(text::signing_advanced), html::p(t(text::signing_advanced_text)))
                   : html::p(ui::button_link(t(text::signing_begin), call.url(view->url), "primary", ui::Icon::seal));
    }
    return ui::section(t(text::signing), "signing", html::join({signing_facts(call, *view), next}));
}

Html signing_page(const http::Call& call, const ui::FormState& state, const SigningPageView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::signing_heading);
    page.crumbs = {{t(text::mailbox), call.url("/mailbox")}, {view.title, call.url(view.letter_url)}, {page.title, {}}};
    page.hero = ui::hero({.title = page.title, .lead = t(text::signing_lead({.name = view.signing.document}))});
    ui::Field has_read;
    has_read.name = "hasRead";
    has_read.label = t(text::signing_confirm);
    has_read.is_required = true;
    const auto confirmed =
        ui::checkboxes(call, state, has_read,
                       {{.value = "true", .label = t(text::signing_confirm_text({.name = view.signer})), .hint = {}}});
    const auto document =
        html::p(ui::button_link(t(text::signing_read), call.url(view.document_url), "secondary", ui::Icon::file_text));
    const auto sign =
        html::join({confirmed, html::div(html::cls("buttons"),
                                         ui::submit(t(text::signing_sign), "primary", "decision", "given"))});
    const auto refuse = html::join({html::p(t(text::signing_refuse_text({.name = view.recipient}))),
                                    ui::post_button(call, t(text::signing_refuse), view.letter_url + "/signature",
                                                    "secondary", {{"decision", "refused"}})});
    page.content = html::div(html::cls("narrow"), ui::error_summary(call, state), signing_facts(call, view.signing),
                             document, ui::form(call, view.letter_url + "/signature", sign),
                             ui::section(t(text::signing_refuse_heading), "refuse", refuse));
    page.has_errors = state.error != nullptr;
    page.alternates = {{http::Format::json, view.letter_url + "/signature.json"}};
    return ui::page(call, page);
}

} // namespace dispatch
