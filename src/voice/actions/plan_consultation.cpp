#include "directory/directory.hpp"
#include "platform/json/described_members.hpp"
#include "voice/actions/consultations.hpp"
#include "voice/actions/speakers.hpp"
#include "voice/domain/errors.hpp"
#include "voice/rights.hpp"
#include "voice/store/consultation_store.hpp"
#include "voice/store/position_store.hpp"

namespace voice {

/// The state is met, nobody else.
static Result<directory::OrganisationId> state_body(const Acting& acting, std::string_view key) {
    const auto found = TRY(directory::find_organisation_by_key(acting.transaction, key));
    if (found.kind != directory::OrganisationKind::state_body)
        return counterpart_not_state.error({{"organisation", found.name}});
    return found.id;
}

static Result<void> require_free_point(const Acting& acting, const Consultation& wanted) {
    if (!TRY(store::is_consultation_planned(acting.transaction, wanted))) return {};
    return consultation_planned_already.error({{"year", std::int64_t{wanted.year()}}});
}

Result<Consultation> plan_consultation(const Acting& acting, const NewConsultation& wanted, bool is_invented) {
    TRY(acting.principal.require(right::speak));
    const auto counterpart = state_body(acting, wanted.counterpart);
    Faults faults;
    faults.take(counterpart, "#/counterpart");
    check_speakers(acting.transaction, wanted.speakers, wanted.held_on, faults);
    TRY(faults.result());
    Consultation fresh;
    fresh.id = ConsultationId::make(acting.now, acting.services.random);
    fresh.language = wanted.language == WrittenForm::nn ? i18n::Language::nn : i18n::Language::nb;
    fresh.point = wanted.point;
    fresh.counterpart = *counterpart;
    fresh.held_on = wanted.held_on;
    fresh.place = wanted.place.value_or("");
    fresh.introduction = wanted.introduction;
    fresh.speakers = wanted.speakers;
    fresh.is_invented = is_invented;
    fresh.planned_at = fresh.changed_at = acting.now;
    TRY(require_free_point(acting, fresh));
    fresh.number = TRY(store::next_number(acting.transaction, "consultation", 'K', fresh.held_on));
    TRY(store::insert(acting.transaction, fresh));
    journal::Body body;
    body.text("day", to_string(fresh.held_on)).text("point", json::name_of(fresh.point));
    TRY(acting.tell("voice.consultation_planned", fresh, std::move(body)));
    return fresh;
}

Result<Consultation> move_consultation(const Acting& acting, std::string_view number, const ConsultationMove& wanted,
                                       std::optional<std::int64_t> version) {
    TRY(acting.principal.require(right::speak));
    auto meeting = TRY(store::consultation_by_number(acting.transaction, number));
    if (version) meeting.version = *version;
    for (const auto& item : TRY(store::items_of(acting.transaction, meeting.id))) {
        if (item.outcome) return consultation_held_already.error({{"day", to_string(meeting.held_on)}});
    }
    Faults faults;
    check_speakers(acting.transaction, meeting.speakers, wanted.held_on, faults);
    TRY(faults.result());
    meeting.held_on = wanted.held_on;
    if (wanted.place) meeting.place = *wanted.place;
    TRY(require_free_point(acting, meeting));
    TRY(store::save(acting.transaction, meeting, acting.now));
    journal::Body body;
    body.text("day", to_string(meeting.held_on)).text("reason", wanted.reason);
    TRY(acting.tell("voice.consultation_moved", meeting, std::move(body)));
    return meeting;
}

} // namespace voice
