#pragma once
// Guardianships as the register tells of them: added by the guardian, asked about again, ended when the register says
// no. The register is asked outside any transaction.
#include "dispatch/actions/settle.hpp"
#include "dispatch/store/guardianship_store.hpp"
#include "platform/json/described.hpp"

namespace dispatch {

struct NewGuardianship {
    Line<20> identity_number; ///< Of the person that one is guardian for.
};
BOOST_DESCRIBE_STRUCT(NewGuardianship, (), (identity_number))

/// The register answers about a guarded person, and about nobody's wards: so guardians say whom, once.
///
/// Gives its id, also when it was added before. Fails with dispatch.mailbox_unknown, dispatch.guardianship_own_number,
/// directory.identity_number_faulty, dispatch.guardianship_unregistered, dispatch.guardianship_unconfirmed.
Result<GuardianshipId> add_guardianship(const Office&, const Principal&, const NewGuardianship&, Instant now);

/// Keeps what a register has told.
struct ToldGuardianship {
    std::string number, name;
    std::optional<Instant> from;
};
Result<GuardianshipId> keep_guardianship(const Settling&, const ToldGuardianship&);

/// The principal's own, not ended; without asking anybody. Fails with dispatch.guardianship_not_found.
Result<Guardianship> own_guardianship(db::Reader&, const Principal&, GuardianshipId);

/// Whether the principal may read now: asks the register unless it said yes lately, and keeps the answer; a no ends it.
/// That is kept whoever looks, also for a page that changes nothing, so that a register that goes away after its no
/// does not let the same one in again.
///
/// Fails as own_guardianship does, also when the register says no, and with dispatch.guardianship_unconfirmed when it
/// does not answer and has not said yes for a day.
Result<Guardianship> confirm_guardianship(const Office&, db::Reader&, const Principal&, GuardianshipId, Instant now);
/// Asks, however fresh the last answer, keeps what is said, and gives it. Fails with dispatch.guardianship_unconfirmed.
Result<bool> ask_about_guardianship(const Office&, db::Reader&, const Guardianship&, Instant now);

/// Of the one who is guarded.
Result<std::string> guarded_name(const Office&, const Guardianship&);

} // namespace dispatch
