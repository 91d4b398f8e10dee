#pragma once
// What the national registers say of an addressee, before a dispatch is sent on its way. All of it is asked outside any
// transaction.
#include "dispatch/domain/envelope.hpp"
#include "dispatch/office.hpp"

namespace dispatch {

/// So long post waits for the contact register. After that it goes on paper, which is lawful whatever the register
/// would have said.
inline constexpr auto contact_register_patience = std::chrono::hours{12};

struct AskedRegisters {
    bool is_reserved = false;         ///< Has said no to digital post.
    bool has_digital_mailbox = false; ///< With a provider that we can seal letters to.
    bool is_away = false;             ///< The contact register has been away for longer than we wait.
    bool is_unverified = false;       ///< The register of organisations did not answer.
    std::vector<Fault> faults{};      ///< That make the dispatch one that cannot be sent.
};

/// Asks about the addressee of what came in at the time given. A register of organisations that is away stands in
/// nobody's way; one that knows nobody with the number, or a deleted one, gives dispatch.recipient_unknown.
/// Organisations that fetch with a system of their own are known already.
///
/// Fails with what registers::ContactRegister::find() does: then the dispatch is to be held.
Result<AskedRegisters> ask_registers(const Office&, const Envelope&, Instant received_at);

/// Fills in where an organisation's post goes, for paper, when the sender gave no address at all. Leaves it empty when
/// the register does not know. Fails as registers::OrganisationRegister::find() does: what is missing is no fault of
/// the sender's then, and can be sent again.
Result<void> find_address(const Office&, Envelope&);

} // namespace dispatch
