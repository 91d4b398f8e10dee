#include "dispatch/actions/keep_guardianships.hpp"

#include "directory/directory.hpp"
#include "dispatch/actions/open_letter.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/guardianship.hpp"
#include "dispatch/domain/post_system.hpp"
#include "platform/log/log.hpp"

namespace dispatch {

static std::string ward_number_place(GuardianshipId id) {
    return "guarded number " + id.to_string();
}
static std::string ward_name_place(GuardianshipId id) {
    return "guarded name " + id.to_string();
}

/// As a private person, whomever they act for otherwise.
static Result<void> tell_of_guardianship(const Settling& settling, GuardianshipId id, std::string_view type) {
    auto person = settling.principal;
    person.organisation_id.clear();
    person.organisation_name.clear();
    journal::Event event{.type = type};
    event.subjects = {{"guardianship", id.to_string()}};
    event.visibility = journal::Visibility::internal;
    TRY(settling.office.services.journal.append(settling.transaction, person, event, settling.now));
    return {};
}

/// What the register says of the guardian with this hash: nothing when they are none, or not for what post may hold.
static Result<std::optional<ToldGuardianship>> told_by_register(const Office& office, const std::string& number,
                                                                const db::Bytes& guardian_hash) {
    if (!office.people) return guardianship_unconfirmed.error();
    const auto person = office.people->find(number);
    if (!person) {
        logging::warning("post.person_register_away", person.error());
        return guardianship_unconfirmed.error();
    }
    if (!*person) return std::optional<ToldGuardianship>{};
    std::optional<ToldGuardianship> told;
    for (const auto& guardian : (*person)->guardians) {
        const auto hash = directory::identity_hash(office.person_key, guardian.identity_number);
        if (!hash || *hash != guardian_hash) continue;
        if (!may_read_post({guardian.is_personal, guardian.is_municipal})) continue;
        // Of several the one that has counted longest.
        if (!told || (guardian.from && (!told->from || *guardian.from < *told->from))) {
            told = ToldGuardianship{number, (*person)->name, guardian.from};
        }
    }
    return told;
}

Result<GuardianshipId> keep_guardianship(const Settling& settling, const ToldGuardianship& told) {
    const auto& office = settling.office;
    const auto& vault = office.vault;
    Guardianship fresh;
    fresh.id = GuardianshipId::make(settling.now, office.services.random);
    fresh.guardian_id = TRY(directory::PersonId::parse(settling.principal.id));
    fresh.guarded_hash = TRY(directory::identity_hash(office.person_key, told.number));
    fresh.guarded_number = vault.seal(vault.lasting_key(), told.number, ward_number_place(fresh.id));
    fresh.guarded_name = vault.seal(vault.lasting_key(), told.name, ward_name_place(fresh.id));
    fresh.valid_from = told.from.value_or(settling.now);
    fresh.added_at = fresh.confirmed_at = settling.now;
    if (TRY(store::insert(settling.transaction, fresh))) {
        TRY(tell_of_guardianship(settling, fresh.id, "dispatch.guardianship_added"));
        return fresh.id;
    }
    for (const auto& known : TRY(store::guardianships_for(settling.transaction, fresh.guarded_hash, 100))) {
        if (known.guardian_id != fresh.guardian_id || known.ended_at) continue;
        TRY(store::set_confirmed(settling.transaction, known.id, settling.now));
        return known.id;
    }
    return guardianship_not_found.error();
}

Result<GuardianshipId> add_guardianship(const Office& office, const Principal& principal, const NewGuardianship& wanted,
                                        Instant now) {
    static constexpr auto pointer = "#/identityNumber";
    auto& database = office.services.database;
    auto reader = TRY(database.reader());
    const auto mailboxes = TRY(mailboxes_of(*reader, principal));
    reader.reset();
    if (!mailboxes.own) return mailbox_unknown.error();
    std::string digits = wanted.identity_number;
    std::erase(digits, ' ');
    const auto hash = directory::identity_hash(office.person_key, digits);
    if (!hash) return request_faults({{pointer, hash.error().code, hash.error().values}});
    const auto& own_hash = *mailboxes.own->identity_hash;
    if (*hash == own_hash) return request_faults({guardianship_own_number.at(pointer)});
    const auto told = TRY(told_by_register(office, digits, own_hash));
    if (!told) return guardianship_unregistered.error();
    return database.write([&](db::Transaction& transaction) {
        return keep_guardianship({transaction, office, principal, now}, *told);
    });
}

Result<Guardianship> own_guardianship(db::Reader& reader, const Principal& principal, GuardianshipId id) {
    const auto person = directory::PersonId::parse(principal.id);
    auto found = TRY(store::guardianship(reader, id));
    const bool is_theirs =
        found && principal.kind == PrincipalKind::person && person && found->guardian_id == *person && !found->ended_at;
    if (!is_theirs) return guardianship_not_found.error();
    return *std::move(found);
}

Result<bool> ask_about_guardianship(const Office& office, db::Reader& reader, const Guardianship& known, Instant now) {
    const auto number = TRY(Vault::open(office.vault.lasting_key(), known.guarded_number, ward_number_place(known.id)));
    const auto hash = TRY(directory::identity_hash_of(reader, known.guardian_id));
    bool is_guardian = false;
    if (hash) is_guardian = TRY(told_by_register(office, number, *hash)).has_value();
    TRY(office.services.database.write([&](db::Transaction& transaction) -> Result<void> {
        if (is_guardian) return store::set_confirmed(transaction, known.id, now);
        if (!TRY(store::end_guardianship(transaction, known.id, now))) return {};
        const auto program = the_program("folkeregisteret");
        return tell_of_guardianship({transaction, office, program, now}, known.id, "dispatch.guardianship_ended");
    }));
    return is_guardian;
}

Result<Guardianship> confirm_guardianship(const Office& office, db::Reader& reader, const Principal& principal,
                                          GuardianshipId id, Instant now) {
    auto known = TRY(own_guardianship(reader, principal, id));
    const auto last = answer_of(known.confirmed_at, now);
    if (last == GuardianshipAnswer::fresh) return known;
    const auto asked = ask_about_guardianship(office, reader, known, now);
    if (asked && !*asked) return guardianship_not_found.error();
    if (!asked && last == GuardianshipAnswer::stale) return asked.error();
    return known;
}

Result<std::string> guarded_name(const Office& office, const Guardianship& known) {
    return Vault::open(office.vault.lasting_key(), known.guarded_name, ward_name_place(known.id));
}

} // namespace dispatch
