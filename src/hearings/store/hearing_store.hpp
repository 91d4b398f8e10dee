#pragma once
// Hearings, whom they are addressed to and what was answered, as rows.
#include "hearings/domain/addressee.hpp"
#include "hearings/domain/answer.hpp"
#include "platform/db/database.hpp"

namespace hearings {

/// The next serial of the year.
Result<int> next_serial(db::Reader&, int year);
/// With questions, audience, documents and addressees.
Result<void> insert_hearing(db::Transaction&, const Hearing&, const std::vector<Addressee>&);
Result<std::optional<Hearing>> find_hearing(db::Reader&, HearingId);
Result<std::optional<Hearing>> find_hearing(db::Reader&, HearingNumber);

/// Without questions, audience and documents; the nearest closing day first, closed ones last and newest first.
struct HearingQuery {
    std::optional<HearingState> state{};
    std::optional<governance::CaseId> case_id{};
    std::optional<directory::OrganisationId> addressee{};
    std::optional<governance::BodyId> body{}; ///< Whose rules it followed.
    int limit = 50;
    int offset = 0;
};
Result<std::vector<Hearing>> list_hearings(db::Reader&, const HearingQuery&, Date today);
Result<std::int64_t> count_hearings(db::Reader&, const HearingQuery&, Date today);

/// By number; without those that others have taken the place of.
Result<std::vector<Addressee>> addressees_of(db::Reader&, HearingId);
Result<std::optional<Addressee>> find_addressee(db::Reader&, HearingId, directory::OrganisationId);
/// Those that others have taken the place of, by number.
Result<std::vector<Predecessor>> predecessors_of(db::Reader&, HearingId);
/// The rest of its row stays as it is.
Result<void> mark_succeeded(db::Transaction&, HearingId, directory::OrganisationId from, directory::OrganisationId to,
                            Instant);
Result<void> insert_addressee(db::Transaction&, HearingId, const Addressee&);
/// Inhabitants, and how far it came.
Result<void> save_addressee(db::Transaction&, HearingId, const Addressee&);
/// How many are addressed and how many have answered, municipalities and counties alike.
struct Turnout {
    std::int64_t addressed = 0, answered = 0;
};
Result<Turnout> turnout_of(db::Reader&, HearingId);
/// Keeps the newest extension of the hearing, and with it its closing day.
Result<void> insert_extension(db::Transaction&, const Hearing&);
Result<void> save_withdrawal(db::Transaction&, const Hearing&);
/// More documents of the case, after those that are there.
Result<void> insert_documents(db::Transaction&, const Hearing&, const std::vector<governance::DocumentId>&);

/// A time the silent were reminded.
struct Reminder {
    Instant at;
    std::int64_t organisations = 0; ///< How many.
};
/// The oldest first.
Result<std::vector<Reminder>> reminders_of(db::Reader&, HearingId);
Result<void> insert_reminder(db::Transaction&, HearingId, const Reminder&);

/// Each sets what is not set yet; opening is reaching. A later reminder takes the place of the one before.
Result<void> mark_reached(db::Transaction&, HearingId, directory::OrganisationId, Instant);
Result<void> mark_opened(db::Transaction&, HearingId, directory::OrganisationId, Instant);
Result<void> mark_reminded(db::Transaction&, HearingId, directory::OrganisationId, Instant);
Result<void> mark_speaking_for_itself(db::Transaction&, HearingId, directory::OrganisationId);

/// The newest first, those of predecessors too.
Result<std::vector<Answer>> answers_of(db::Reader&, HearingId);
Result<std::optional<Answer>> find_answer(db::Reader&, HearingId, directory::OrganisationId);
/// In place of the one before, replies included.
Result<void> put_answer(db::Transaction&, HearingId, const Answer&);
Result<void> remove_answer(db::Transaction&, HearingId, directory::OrganisationId);

/// The newest first that are not over on the day and are addressed to it.
Result<std::vector<HearingId>> hearings_to(db::Reader&, directory::OrganisationId, Date today);

} // namespace hearings
