#include "directory/directory.hpp"
#include "governance/lookups.hpp"
#include "voice/actions/references.hpp"
#include "voice/actions/state_hearings.hpp"
#include "voice/domain/errors.hpp"
#include "voice/rights.hpp"
#include "voice/store/position_store.hpp"
#include "voice/store/state_hearing_store.hpp"

namespace voice {

static Result<directory::OrganisationId> sender_of(const Acting& acting, std::string_view key) {
    const auto found = TRY(directory::find_organisation_by_key(acting.transaction, key));
    if (found.kind != directory::OrganisationKind::state_body)
        return counterpart_not_state.error({{"organisation", found.name}});
    return found.id;
}

static Fault deadline_fault(Date deadline, Date sent) {
    return deadline_before_sent.at("#/deadline", {{"day", to_string(deadline)}, {"sent", to_string(sent)}});
}

Result<StateHearing> register_state_hearing(const Acting& acting, const NewStateHearing& wanted, bool is_invented) {
    TRY(acting.principal.require(right::speak));
    StateHearing fresh;
    const auto sender = sender_of(acting, wanted.sender);
    Faults faults;
    faults.take(sender, "#/sender");
    if (!is_web_address(wanted.address)) faults.add(not_an_address.at("#/address"));
    if (wanted.sent_on > acting.today()) faults.add(day_in_future.at("#/sentOn", {{"day", to_string(wanted.sent_on)}}));
    if (wanted.deadline < wanted.sent_on) faults.add(deadline_fault(wanted.deadline, wanted.sent_on));
    if (wanted.case_number) {
        const auto found = governance::case_by_number(acting.transaction, *wanted.case_number);
        faults.take(found, "#/caseNumber");
        if (found) fresh.case_id = *found;
    }
    TRY(faults.result());
    fresh.id = StateHearingId::make(acting.now, acting.services.random);
    fresh.language = wanted.language == WrittenForm::nn ? i18n::Language::nn : i18n::Language::nb;
    fresh.title = wanted.title;
    fresh.summary = wanted.summary;
    fresh.sender = *sender;
    fresh.reference = wanted.reference.value_or("");
    fresh.address = wanted.address;
    fresh.sent_on = wanted.sent_on;
    fresh.deadline = wanted.deadline;
    fresh.is_invented = is_invented;
    fresh.registered_at = fresh.changed_at = acting.now;
    fresh.number = TRY(store::next_number(acting.transaction, "state_hearing", 'H', acting.today()));
    TRY(store::insert(acting.transaction, fresh));
    journal::Body body;
    body.text("deadline", to_string(fresh.deadline));
    TRY(acting.tell("voice.state_hearing_registered", fresh, std::move(body)));
    return fresh;
}

Result<StateHearing> change_state_hearing(const Acting& acting, std::string_view number,
                                          const StateHearingChange& wanted, std::optional<std::int64_t> version) {
    TRY(acting.principal.require(right::speak));
    auto hearing = TRY(store::state_hearing(acting.transaction, number));
    if (version) hearing.version = *version;
    TRY(require_unanswered(hearing));
    Faults faults;
    if (wanted.deadline < hearing.sent_on) faults.add(deadline_fault(wanted.deadline, hearing.sent_on));
    hearing.case_id.reset();
    if (wanted.case_number) {
        const auto found = governance::case_by_number(acting.transaction, *wanted.case_number);
        faults.take(found, "#/caseNumber");
        if (found) hearing.case_id = *found;
    }
    TRY(faults.result());
    hearing.deadline = wanted.deadline;
    TRY(store::save(acting.transaction, hearing, acting.now));
    journal::Body body;
    body.text("deadline", to_string(hearing.deadline));
    TRY(acting.tell("voice.state_hearing_changed", hearing, std::move(body)));
    return hearing;
}

Result<StateHearing> decline_state_hearing(const Acting& acting, std::string_view number, const Withdrawal& wanted,
                                           std::optional<std::int64_t> version) {
    TRY(acting.principal.require(right::speak));
    auto hearing = TRY(store::state_hearing(acting.transaction, number));
    if (version) hearing.version = *version;
    hearing = TRY(declined(std::move(hearing), wanted.reason, acting.today()));
    TRY(store::save(acting.transaction, hearing, acting.now));
    journal::Body body;
    body.text("reason", hearing.decline_reason);
    TRY(acting.tell("voice.state_hearing_declined", hearing, std::move(body)));
    return hearing;
}

} // namespace voice
