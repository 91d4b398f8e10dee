#include "directory/directory.hpp"
#include "directory/domain/errors.hpp"
#include "directory/domain/identity_number.hpp"
#include "directory/domain/name_rules.hpp"
#include "directory/domain/organisation_number.hpp"
#include "directory/store/organisation_store.hpp"
#include "directory/store/person_store.hpp"
#include "platform/crypto/digest.hpp"

namespace directory {

static db::Bytes hash_of(const PersonKey& key, const IdentityNumber& number) {
    const std::string_view key_bytes{reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()};
    const auto digest = crypto::hmac_sha256(key_bytes, number.digits());
    return {digest.begin(), digest.end()};
}

Result<db::Bytes> identity_hash(const PersonKey& key, std::string_view identity_number) {
    const auto number = TRY(IdentityNumber::parse(identity_number));
    return hash_of(key, number);
}

Result<std::optional<db::Bytes>> identity_hash_of(db::Reader& reader, PersonId id) {
    return store::identity_hash_of(reader, id);
}

Result<std::string> checked_organisation_number(std::string_view text) {
    const auto number = TRY(OrganisationNumber::parse(text));
    return number.to_string();
}

Result<std::optional<PersonSummary>> find_person_by_identity_number(db::Reader& reader, const PersonKey& key,
                                                                    std::string_view identity_number) {
    const auto number = TRY(IdentityNumber::parse(identity_number));
    const auto person = TRY(store::person_with_identity(reader, hash_of(key, number)));
    if (!person) return std::optional<PersonSummary>{};
    return std::optional<PersonSummary>{{person->id, person->name}};
}

Result<PersonId> register_person(db::Transaction& transaction, const Doer& doer, const PersonKey& key,
                                 const NewPerson& wanted) {
    const store::Person person{PersonId::make(doer.now, doer.random), TRY(checked_name(wanted.name)),
                               wanted.is_invented};
    std::optional<db::Bytes> hash;
    if (!wanted.identity_number.empty()) {
        hash = hash_of(key, TRY(IdentityNumber::parse(wanted.identity_number)));
        if (TRY(store::person_with_identity(transaction, *hash))) return person_known.error();
    }
    TRY(store::insert_person(transaction, person, hash));
    const auto id = person.id.to_string();
    journal::Event event{.type = "directory.person_registered",
                         .subjects = {{"person", id}},
                         .body = {},
                         .visibility = journal::Visibility::internal};
    event.body.personal("person", id, person.name);
    TRY(doer.journal.append(transaction, doer.principal, event, doer.now));
    return person.id;
}

static Result<void> tell_of_role(db::Transaction& transaction, const Doer& doer, std::string_view type,
                                 const Organisation& organisation, PersonId person, std::string_view person_name,
                                 std::string_view role) {
    const auto id = person.to_string();
    journal::Event event{.type = type,
                         .subjects = {{"organisation", organisation.id.to_string()}, {"person", id}},
                         .body = {},
                         .visibility = journal::Visibility::internal};
    event.body.text("role", role)
        .text("organisation", shown_name(organisation, i18n::Language::nb))
        .personal("person", id, person_name);
    TRY(doer.journal.append(transaction, doer.principal, event, doer.now));
    return {};
}

Result<RoleId> give_role(db::Transaction& transaction, const Doer& doer, const NewRole& wanted) {
    const auto person = TRY(store::person(transaction, wanted.person_id));
    const auto organisation = TRY(store::organisation(transaction, wanted.organisation_id));
    auto role = wanted;
    role.name = TRY(checked_name(wanted.name));
    if (role.valid_to && *role.valid_to < role.valid_from) return period_faulty.error();
    const auto id = RoleId::make(doer.now, doer.random);
    TRY(store::insert_role(transaction, id, role));
    TRY(tell_of_role(transaction, doer, "directory.role_given", organisation, person.id, person.name, role.name));
    return id;
}

Result<void> end_role(db::Transaction& transaction, const Doer& doer, RoleId id, Date last_day_plus_one) {
    const auto role = TRY(store::role(transaction, id));
    if (last_day_plus_one < role.valid_from) return period_faulty.error();
    const auto organisation = TRY(store::organisation(transaction, role.organisation_id));
    TRY(store::end_role(transaction, id, last_day_plus_one));
    return tell_of_role(transaction, doer, "directory.role_ended", organisation, role.person.id, role.person.name,
                        role.name);
}

} // namespace directory
