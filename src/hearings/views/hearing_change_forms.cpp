#include "governance/stored_file.hpp"
#include "hearings/texts.hpp"
#include "hearings/views/labels.hpp"
#include "hearings/views/pages.hpp"
#include "platform/ui/form_page.hpp"

namespace hearings {

static std::vector<ui::Crumb> crumbs_to(const http::Call& call, const HearingRow& hearing) {
    return {{call.t(text::hearings), call.url("/hearings")}, {hearing.key, call.url(hearing.url)}};
}

static ui::Field reason_field(const http::Call& call) {
    auto reason = ui::labelled_field(call, "reason", text::change_reason);
    reason.hint = call.t(text::change_reason_hint);
    reason.is_required = true;
    reason.length_max = 500;
    reason.rows = 3;
    return reason;
}

Html extension_page(const http::Call& call, const ui::FormState& state, const HearingRow& hearing) {
    auto closes = ui::labelled_field(call, "closesOn", text::change_new_day);
    closes.type = "date";
    closes.width = "sm";
    closes.is_required = true;
    const auto fields = html::join({ui::field(call, state, closes), ui::field(call, state, reason_field(call))});
    return ui::form_page(call, state,
                         {.title = call.t(text::change_extend),
                          .lead = call.t(text::change_extend_lead(
                              {.title = hearing.title, .day = call.t.weekday_date(hearing.closes_on)})),
                          .send = call.t(text::change_extend),
                          .path = hearing.url + "/extension",
                          .crumbs = crumbs_to(call, hearing),
                          .back = hearing.url},
                         fields);
}

Html hearing_withdrawal_page(const http::Call& call, const ui::FormState& state, const HearingRow& hearing) {
    return ui::form_page(call, state,
                         {.title = call.t(text::change_withdraw),
                          .lead = call.t(text::change_withdraw_lead({.title = hearing.title})),
                          .send = call.t(text::change_withdraw),
                          .path = hearing.url + "/withdrawal",
                          .crumbs = crumbs_to(call, hearing),
                          .back = hearing.url},
                         ui::field(call, state, reason_field(call)));
}

Html more_documents_page(const http::Call& call, const ui::FormState& state, const HearingRow& hearing,
                         const std::vector<ui::Choice>& documents) {
    auto field = ui::labelled_field(call, "documents", text::hearing_documents);
    field.is_required = true;
    const auto first = html::p(ui::words(call, text::change_documents_first), " ",
                               ui::link(call.t(text::change_documents_case), call.url(hearing.matter.url)));
    const auto fields = documents.empty() ? first : html::join({first, ui::checkboxes(call, state, field, documents)});
    return ui::form_page(call, state,
                         {.title = call.t(text::change_documents),
                          .lead = call.t(text::change_documents_lead({.title = hearing.title})),
                          .send = call.t(text::change_documents),
                          .path = hearing.url + "/documents",
                          .crumbs = crumbs_to(call, hearing),
                          .back = hearing.url},
                         fields);
}

static Html answers_to_choose(const http::Call& call, const ui::FormState& state,
                              const std::vector<VoiceView>& voices) {
    if (voices.size() == 1) {
        return html::input(html::attribute("type", "hidden"), html::attribute("name", "organisations"),
                           html::attribute("value", voices.front().key));
    }
    std::vector<ui::Choice> choices;
    for (const auto& voice : voices) {
        choices.push_back({.value = voice.key, .label = voice.organisation.name, .hint = label(call, *voice.stance)});
    }
    auto field = ui::labelled_field(call, "organisations", text::attachment_beside);
    field.is_required = true;
    return ui::checkboxes(call, state, field, choices);
}

Html attachment_page(const http::Call& call, const ui::FormState& state, const HearingRow& hearing,
                     const std::vector<VoiceView>& voices) {
    auto title = ui::labelled_field(call, "title", text::attachment_title);
    title.is_required = true;
    title.length_max = 200;
    auto file = ui::labelled_field(call, "file", text::attachment_file);
    file.type = "file";
    file.hint = call.t(text::attachment_file_hint);
    file.accept = governance::accepted_files;
    file.is_required = true;
    const auto fields = voices.empty() ? html::p(ui::words(call, text::attachment_answer_first))
                                       : html::join({answers_to_choose(call, state, voices),
                                                     ui::field(call, state, title), ui::field(call, state, file)});
    const auto heading = voices.size() == 1
                             ? call.t(text::attachment_add_for({.name = voices.front().organisation.name}))
                             : call.t(text::attachment_add);
    return ui::form_page(call, state,
                         {.title = heading,
                          .lead = call.t(text::attachment_lead({.title = hearing.title})),
                          .send = call.t(text::attachment_add),
                          .path = hearing.url + "/attachments",
                          .crumbs = crumbs_to(call, hearing),
                          .back = hearing.url,
                          .takes_files = true},
                         fields);
}

} // namespace hearings
