#include "dispatch/actions/keep_delegations.hpp"

#include "directory/directory.hpp"
#include "dispatch/actions/open_letter.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/post_system.hpp"

namespace dispatch {

static constexpr int delegations_shown_max = 100;

static std::string name_place(DelegationId id) {
    return "delegation " + id.to_string();
}

/// As private persons, whomever they act for otherwise.
static Result<void> tell_of_delegation(const Settling& settling, DelegationId id, std::string_view type) {
    auto person = settling.principal;
    person.organisation_id.clear();
    person.organisation_name.clear();
    journal::Event event{.type = type};
    event.subjects = {{"delegation", id.to_string()}};
    event.visibility = journal::Visibility::internal;
    TRY(settling.office.services.journal.append(settling.transaction, person, event, settling.now));
    return {};
}

Result<OwnDelegation> delegation_for(db::Reader& reader, const Principal& principal, DelegationId id, Date today) {
    const auto mailboxes = TRY(mailboxes_of(reader, principal));
    if (!mailboxes.own) return delegation_not_found.error();
    auto found = TRY(store::delegation(reader, id));
    if (!found) return delegation_not_found.error();
    if (found->giver_id == mailboxes.reading) return OwnDelegation{*std::move(found), true};
    const bool is_receiver = found->receiver_hash == *mailboxes.own->identity_hash;
    if (!is_receiver || !is_open(state_of(*found, today))) return delegation_not_found.error();
    return OwnDelegation{*std::move(found), false};
}

Result<std::vector<Delegation>> delegations_given(db::Reader& reader, const Principal& principal) {
    const auto mailboxes = TRY(mailboxes_of(reader, principal));
    if (!mailboxes.own) return std::vector<Delegation>{};
    return store::delegations_given(reader, mailboxes.reading, delegations_shown_max);
}

Result<std::vector<Delegation>> delegations_received(db::Reader& reader, const Principal& principal, Date today) {
    const auto mailboxes = TRY(mailboxes_of(reader, principal));
    if (!mailboxes.own) return std::vector<Delegation>{};
    return store::delegations_received(reader, *mailboxes.own->identity_hash, today, delegations_shown_max);
}

Result<std::string> written_name(const Office& office, const Delegation& delegation) {
    return Vault::open(office.vault.lasting_key(), delegation.receiver_name, name_place(delegation.id));
}

/// The hash of the number that is given to, when it can be.
static db::Bytes receiver_hash_of(const Office& office, const NewDelegation& wanted, const db::Bytes& own_hash,
                                  std::vector<Fault>& faults) {
    static constexpr auto pointer = "#/identityNumber";
    std::string digits = wanted.identity_number;
    std::erase(digits, ' ');
    auto hash = directory::identity_hash(office.person_key, digits);
    if (!hash) {
        faults.push_back({pointer, hash.error().code, hash.error().values});
        return {};
    }
    if (*hash == own_hash) faults.push_back(delegation_own_number.at(pointer));
    return *std::move(hash);
}

static Result<std::vector<directory::OrganisationId>> senders_found(db::Reader& reader, const NewDelegation& wanted,
                                                                    std::vector<Fault>& faults) {
    std::vector<directory::OrganisationId> found;
    const auto named = senders_named(wanted);
    if (named.size() > delegation_senders_max) return found; // Told already.
    for (std::size_t i = 0; i < named.size(); ++i) {
        const auto organisation = directory::find_organisation_by_key(reader, named[i]);
        if (organisation) {
            found.push_back(organisation->id);
        } else if (organisation.error().kind == ErrorKind::not_found) {
            const bool is_typed = i >= wanted.senders.size();
            faults.push_back(delegation_sender_unknown.at(is_typed ? "#/otherSenders" : "#/senders",
                                                          {{"number", static_cast<std::int64_t>(i + 1)}}));
        } else {
            return organisation.error();
        }
    }
    return found;
}

Result<DelegationId> give_delegation(const Settling& settling, const NewDelegation& wanted) {
    const auto& office = settling.office;
    const auto today = norwegian_date(settling.now);
    const auto mailboxes = TRY(mailboxes_of(settling.transaction, settling.principal));
    if (!mailboxes.own) return mailbox_unknown.error();
    Delegation fresh;
    fresh.giver_id = mailboxes.reading;
    fresh.giver_hash = *mailboxes.own->identity_hash;
    auto faults = faults_of(wanted, today);
    fresh.receiver_hash = receiver_hash_of(office, wanted, fresh.giver_hash, faults);
    const auto senders = TRY(senders_found(settling.transaction, wanted, faults));
    if (!faults.empty()) return request_faults(std::move(faults));
    if (TRY(store::count_open_delegations(settling.transaction, fresh.giver_id, today)) >= delegations_max) {
        return too_many_delegations.error({{"max", delegations_max}});
    }
    fresh.id = DelegationId::make(settling.now, office.services.random);
    fresh.receiver_name = office.vault.seal(office.vault.lasting_key(), wanted.name, name_place(fresh.id));
    fresh.valid_from = wanted.valid_from;
    fresh.valid_to = wanted.valid_to;
    fresh.is_limited = wanted.letters == DelegationLetters::chosen_senders;
    fresh.may_answer = wanted.may_answer.value_or(false);
    fresh.counts_as_read = wanted.counts_as_read.value_or(false);
    fresh.covers_high = settling.principal.assurance == "high";
    fresh.given_at = settling.now;
    TRY(store::insert(settling.transaction, fresh, senders));
    TRY(tell_of_delegation(settling, fresh.id, "dispatch.delegation_given"));
    return fresh.id;
}

Result<void> accept_delegation(const Settling& settling, DelegationId id) {
    const auto own = TRY(delegation_for(settling.transaction, settling.principal, id, norwegian_date(settling.now)));
    if (own.is_giver) return delegation_not_found.error();
    const auto receiver = TRY(directory::PersonId::parse(settling.principal.id));
    if (!TRY(store::accept(settling.transaction, id, receiver, settling.now))) return {};
    return tell_of_delegation(settling, id, "dispatch.delegation_accepted");
}

Result<void> end_delegation(const Settling& settling, DelegationId id) {
    TRY(delegation_for(settling.transaction, settling.principal, id, norwegian_date(settling.now)));
    if (!TRY(store::end_delegation(settling.transaction, id, settling.now))) return {};
    return tell_of_delegation(settling, id, "dispatch.delegation_ended");
}

} // namespace dispatch
