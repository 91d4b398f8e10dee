// The forms of a hearing from the state: registered, changed, answered, declined, and what came of it.
#include "voice/views/state_hearing_pages.hpp"

#include "platform/ui/page.hpp"
#include "voice/texts.hpp"
#include "voice/views/parts.hpp"

#include <fmt/format.h>

namespace voice {

static ui::FormFrame state_hearing_frame(const http::Call& call, const StateHearingView& view,
                                         const i18n::Message& title, const i18n::Message& lead, std::string_view path) {
    return {.title = call.t(title),
            .lead = call.t(lead),
            .send = call.t(text::form_save),
            .path = view.url + std::string{path},
            .crumbs = {{call.t(text::state_hearings), "/state-hearings"}, {view.number, view.url}},
            .back = view.url,
            .version = view.version};
}

static ui::Field state_case_field(const http::Call& call, const std::string& value) {
    auto matter = ui::labelled_field(call, "caseNumber", text::state_hearing_case);
    matter.hint = call.t(text::field_case_number_hint);
    matter.width = "sm";
    matter.value = value;
    return matter;
}

Html new_state_hearing_page(const http::Call& call, const ui::FormState& state) {
    auto sender = ui::required_field(call, "sender", text::state_hearing_sender);
    sender.hint = call.t(text::field_addressee_hint);
    auto summary = ui::labelled_field(call, "summary", text::state_hearing_summary);
    summary.rows = 5;
    summary.hint = call.t(text::field_markdown_hint);
    auto address = ui::required_field(call, "address", text::state_hearing_address);
    address.hint = call.t(text::state_hearing_address_hint);
    return ui::form_page(
        call, state,
        {.title = call.t(text::state_hearing_new),
         .lead = call.t(text::state_hearing_new_lead),
         .send = call.t(text::form_save),
         .path = "/state-hearings",
         .crumbs = {{call.t(text::state_hearings), "/state-hearings"}},
         .back = "/state-hearings"},
        html::join({ui::written_form_field(call, state),
                    ui::field(call, state, ui::required_field(call, "title", text::field_title)),
                    ui::field(call, state, summary), ui::field(call, state, sender),
                    ui::field(call, state, ui::labelled_field(call, "reference", text::state_hearing_reference)),
                    ui::field(call, state, address),
                    ui::field(call, state, ui::date_field(call, "sentOn", text::state_hearing_sent)),
                    ui::field(call, state, ui::date_field(call, "deadline", text::state_hearing_deadline)),
                    ui::field(call, state, state_case_field(call, {}))}));
}

Html state_hearing_change_page(const http::Call& call, const ui::FormState& state, const StateHearingView& view,
                               const std::string& case_number) {
    auto deadline = ui::date_field(call, "deadline", text::state_hearing_deadline);
    deadline.value = to_string(view.deadline);
    return ui::form_page(
        call, state,
        state_hearing_frame(call, view, text::state_hearing_change, text::state_hearing_change_lead, "/change"),
        html::join({ui::field(call, state, deadline), ui::field(call, state, state_case_field(call, case_number))}));
}

Html state_answer_page(const http::Call& call, const ui::FormState& state, const StateHearingView& view,
                       const std::vector<governance::OpenDocument>& documents,
                       const std::vector<governance::SeatCard>& speakers) {
    auto statement = ui::required_field(call, "statement", text::state_hearing_answer);
    statement.rows = 10;
    statement.hint = call.t(text::field_markdown_hint);
    std::vector<ui::Choice> files{{.value = {}, .label = call.t(text::state_hearing_no_document), .hint = {}}};
    for (const auto& each : documents)
        files.push_back({.value = each.id.to_string(), .label = each.title, .hint = {}});
    std::vector<ui::Choice> people{{.value = {}, .label = call.t(text::statement_by_secretariat), .hint = {}}};
    for (const auto& seat : speakers) {
        people.push_back({.value = seat.id.to_string(),
                          .label = fmt::format("{}, {}", seat.person_name, seat.body_name),
                          .hint = {}});
    }
    return ui::form_page(
        call, state,
        state_hearing_frame(call, view, text::state_hearing_give, text::state_hearing_give_lead, "/answer"),
        html::join({ui::field(call, state, statement),
                    ui::field(call, state, ui::date_field(call, "answeredOn", text::state_hearing_answered_on)),
                    ui::select(call, state, ui::labelled_field(call, "document", text::state_hearing_document), files),
                    ui::select(call, state, ui::labelled_field(call, "speaker", text::statement_speaker), people)}));
}

Html state_hearing_decline_page(const http::Call& call, const ui::FormState& state, const StateHearingView& view) {
    return ui::form_page(
        call, state,
        state_hearing_frame(call, view, text::state_hearing_decline, text::state_hearing_decline_lead, "/decline"),
        ui::field(call, state, ui::required_field(call, "reason", text::field_reason)));
}

Html state_result_page(const http::Call& call, const ui::FormState& state, const StateHearingView& view) {
    std::vector<ui::Choice> results;
    for (const auto each : json::enumerator_values<HearingResult>)
        results.push_back({.value = std::string{json::name_of(each)}, .label = label(call, each), .hint = {}});
    auto source = ui::labelled_field(call, "source", text::cost_source);
    source.hint = call.t(text::state_hearing_address_hint);
    return ui::form_page(
        call, state,
        state_hearing_frame(call, view, text::state_hearing_conclude, text::state_hearing_conclude_lead, "/result"),
        html::join({ui::radios(call, state, ui::required_field(call, "result", text::state_hearing_result), results),
                    ui::field(call, state, ui::required_field(call, "words", text::state_hearing_result_words)),
                    ui::field(call, state, source),
                    ui::field(call, state, ui::date_field(call, "happenedOn", text::field_responded_on))}));
}

} // namespace voice
