#include "governance/case_standing.hpp"
#include "platform/errors.hpp"
#include "platform/json/described_members.hpp"
#include "voice/actions/positions.hpp"
#include "voice/actions/speakers.hpp"
#include "voice/actions/state_hearings.hpp"
#include "voice/domain/errors.hpp"
#include "voice/rights.hpp"
#include "voice/store/position_store.hpp"
#include "voice/store/state_hearing_store.hpp"
#include "voice/texts.hpp"

namespace voice {

/// The document is one of the case's that everybody may read; the speaker holds a seat on the day of the answer.
static Result<void> fill_answer(const Acting& acting, StateHearing& hearing, const governance::CaseStanding& standing,
                                const NewStateAnswer& wanted) {
    hearing.authority = standing_of(acting.principal);
    Faults faults;
    if (wanted.statement.find_first_not_of(" \n\t") == std::string::npos) faults.add(platform::empty.at("#/statement"));
    if (wanted.document) {
        const bool is_open = std::ranges::any_of(
            standing.documents, [&](const governance::OpenDocument& each) { return each.id == *wanted.document; });
        if (!is_open) faults.add(document_not_open.at("#/document", {{"matter", standing.number}}));
        hearing.document = wanted.document;
    }
    if (wanted.speaker) {
        const auto seat = speaker(acting.transaction, *wanted.speaker, wanted.answered_on);
        faults.take(seat, "#/speaker");
        if (seat) hearing.authority = seat->body_name;
        hearing.speaker = wanted.speaker;
    }
    return faults.result();
}

/// The answer as a position, which asks for a decided case and gives the day its limits.
static Result<Position> position_from(const Acting& acting, const StateHearing& hearing, const std::string& matter,
                                      const NewStateAnswer& wanted) {
    NewPosition position;
    position.language = hearing.language == i18n::Language::nn ? WrittenForm::nn : WrittenForm::nb;
    position.title = hearing.title;
    position.statement = wanted.statement;
    position.addressee = hearing.sender.to_string();
    position.occasion =
        acting.services.texts.in(hearing.language)(text::state_hearing_occasion({.number = hearing.number}));
    position.stated_on = wanted.answered_on;
    position.case_number = matter;
    return state_position(acting, position, hearing.is_invented);
}

Result<StateHearing> answer_state_hearing(const Acting& acting, std::string_view number, const NewStateAnswer& wanted,
                                          std::optional<std::int64_t> version) {
    TRY(acting.principal.require(right::speak));
    auto hearing = TRY(store::state_hearing(acting.transaction, number));
    if (version) hearing.version = *version;
    TRY(require_unanswered(hearing));
    if (!hearing.case_id) return answer_without_case.error();
    const auto standing = TRY(governance::case_standing(acting.transaction, *hearing.case_id, acting.today()));
    TRY(fill_answer(acting, hearing, standing, wanted));
    const auto position = TRY(position_from(acting, hearing, standing.number, wanted));
    hearing.answered_on = position.stated_on;
    hearing.position = position.id;
    TRY(store::save(acting.transaction, hearing, acting.now));
    journal::Body body;
    body.text("position", position.number).text("authority", hearing.authority);
    TRY(acting.tell("voice.state_hearing_answered", hearing, std::move(body)));
    return hearing;
}

Result<StateHearing> conclude_state_hearing(const Acting& acting, std::string_view number, const NewStateResult& wanted,
                                            std::optional<std::int64_t> version) {
    TRY(acting.principal.require(right::speak));
    auto hearing = TRY(store::state_hearing(acting.transaction, number));
    if (version) hearing.version = *version;
    Faults faults;
    if (wanted.source && !is_web_address(*wanted.source)) faults.add(not_an_address.at("#/source"));
    TRY(faults.result());
    hearing = TRY(concluded(std::move(hearing),
                            {wanted.result, wanted.words, wanted.source ? *wanted.source : "", wanted.happened_on},
                            acting.today()));
    TRY(store::save(acting.transaction, hearing, acting.now));
    journal::Body body;
    body.text("result", json::name_of(*hearing.result)).text("words", hearing.result_words);
    TRY(acting.tell("voice.state_hearing_concluded", hearing, std::move(body)));
    const auto position = TRY(store::position(acting.transaction, *hearing.position));
    if (!position.responded_on) {
        NewResponse response;
        response.response = hearing.result_words;
        response.responded_on = *hearing.result_on;
        TRY(record_response(acting, position.number, response));
    }
    return hearing;
}

} // namespace voice
