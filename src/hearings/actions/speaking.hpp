#pragma once
// Who speaks for whom, checked for every organisation that something is sent for.
#include "directory/directory.hpp"
#include "hearings/actions/give_answer.hpp"
#include "hearings/domain/addressee.hpp"

namespace hearings {

/// An organisation, its place in the hearing and the voice that speaks for it.
struct Spoken {
    directory::OrganisationSummary organisation;
    Addressee addressee;
    Voice voice;
};
/// Those that were not asked or that nobody knows become faults at "#/organisations/…", and none at all is one too.
/// Fails with platform.right_missing and hearings.speaks_for_itself.
Result<std::vector<Spoken>> everyone_spoken_for(const Acting&, const Hearing&, const std::vector<Line<40>>& keys,
                                                std::vector<Fault>&);

/// Fails with hearings.hearing_not_open, or hearings.hearing_is_withdrawn.
Result<void> require_open(const Acting&, const Hearing&);
/// Fails with hearings.hearing_is_over, or hearings.hearing_is_withdrawn.
Result<void> require_not_over(const Acting&, const Hearing&);
/// Fails with platform.request_faulty when there are any.
Result<void> none_of(std::vector<Fault>);

} // namespace hearings
