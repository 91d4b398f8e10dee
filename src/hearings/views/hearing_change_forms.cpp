#include "governance/stored_file.hpp"
#include "hearings/texts.hpp"
#include "hearings/views/form_frame.hpp"
#include "hearings/views/labels.hpp"
#include "hearings/views/pages.hpp"

namespace hearings {

static std::vector<ui::Crumb> crumbs_to(const http::Call& call, const HearingRow& hearing) {
    return {{call.t(text::hearings), call.url("/hearings")}, {hearing.key, call.url(hearing.url)}};
}

static ui::Field reason_field(const http::Call& call) {
    auto reason = form_field(call, "reason", text::change_reason);
    reason.hint = call.t(text::change_reason_hint);
    reason.is_required = true;
    reason.length_max = 500;
    reason.rows = 3;
    return reason;
}

Html extension_page(const http::Call& call, const ui::FormState& state, const HearingRow& hearing) {
    auto closes = form_field(call, "closesOn", text::change_new_day);
    closes.type = "date";
    closes.width = "sm";
    closes.is_required = true;
    const auto fields = html::join({ui::field(call, state, closes), ui::field(call, state, reason_field(call))});
    return form_frame(
        call, state, call.t(text::change_extend),
        call.t(text::change_extend_lead({.title = hearing.title, .day = call.t.weekday_date(hearing.closes_on)})),
        crumbs_to(call, hearing), fields, {hearing.url + "/extension", call.t(text::change_extend), hearing.url});
}

Html hearing_withdrawal_page(const http::Call& call, const ui::FormState& state, const HearingRow& hearing) {
    return form_frame(call, state, call.t(text::change_withdraw),
                      call.t(text::change_withdraw_lead({.title = hearing.title})), crumbs_to(call, hearing),
                      ui::field(call, state, reason_field(call)),
                      {hearing.url + "/withdrawal", call.t(text::change_withdraw), hearing.url});
}

Html more_documents_page(const http::Call& call, const ui::FormState& state, const HearingRow& hearing,
                         const std::vector<ui::Choice>& documents) {
    auto field = form_field(call, "documents", text::hearing_documents);
    field.is_required = true;
    const auto first = html::p(ui::words(call, text::change_documents_first), " ",
                               ui::link(call.t(text::change_documents_case), call.url(hearing.matter.url)));
    const auto fields = documents.empty() ? first : html::join({first, ui::checkboxes(call, state, field, documents)});
    return form_frame(call, state, call.t(text::change_documents),
                      call.t(text::change_documents_lead({.title = hearing.title})), crumbs_to(call, hearing), fields,
                      {hearing.url + "/documents", call.t(text::change_documents), hearing.url});
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
    auto field = form_field(call, "organisations", text::attachment_beside);
    field.is_required = true;
    return ui::checkboxes(call, state, field, choices);
}

Html attachment_page(const http::Call& call, const ui::FormState& state, const HearingRow& hearing,
                     const std::vector<VoiceView>& voices) {
    auto title = form_field(call, "title", text::attachment_title);
    title.is_required = true;
    title.length_max = 200;
    auto file = form_field(call, "file", text::attachment_file);
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
    return form_frame(call, state, heading, call.t(text::attachment_lead({.title = hearing.title})),
                      crumbs_to(call, hearing), fields,
                      {hearing.url + "/attachments", call.t(text::attachment_add), hearing.url, true});
}

} // namespace hearings
