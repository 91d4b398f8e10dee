#pragma once
#include "dispatch/actions/settle.hpp"
#include "dispatch/store/delegation_store.hpp"

namespace dispatch {

/// A delegation as one of its two parties has it.
struct OwnDelegation {
    Delegation delegation;
    bool is_giver = false;
};
/// The giver sees it always, whoever holds the number that it was given to until it is over. Fails with
/// dispatch.delegation_not_found, also for anybody else.
Result<OwnDelegation> delegation_for(db::Reader&, const Principal&, DelegationId, Date today);

/// The newest first, at most a hundred; those that are over too.
Result<std::vector<Delegation>> delegations_given(db::Reader&, const Principal&);
/// The same, without those that are over.
Result<std::vector<Delegation>> delegations_received(db::Reader&, const Principal&, Date today);

/// What the giver called the one who gets it. Fails with platform.seal_broken.
Result<std::string> written_name(const Office&, const Delegation&);

/// Gives nobody anything until it is accepted. Letters of level 4 are covered only when the giver is logged in at
/// "high": else a weaker log-in could let somebody read what it cannot read itself.
///
/// Fails with dispatch.mailbox_unknown for somebody whose number is not known, dispatch.too_many_delegations, and
/// platform.request_faulty with every fault: those of faults_of, directory.identity_number_faulty,
/// dispatch.delegation_own_number, dispatch.delegation_sender_unknown.
Result<DelegationId> give_delegation(const Settling&, const NewDelegation&);
/// By the one it was given to. Again does nothing. Fails with dispatch.delegation_not_found.
Result<void> accept_delegation(const Settling&, DelegationId);
/// At once, by either: before it is accepted, it is refused. Again does nothing. Fails with
/// dispatch.delegation_not_found.
Result<void> end_delegation(const Settling&, DelegationId);

} // namespace dispatch
