#include "directory/http/sent.hpp"

#include "directory/domain/errors.hpp"
#include "directory/store/organisation_store.hpp"
#include "platform/errors.hpp"

namespace directory {

Doer doer_of(const http::Command& command) {
    const auto& services = command.services;
    return {services.journal, command.principal, services.random, command.now};
}

Error at_its_field(Error error) {
    static constexpr std::pair<ErrorCode, std::string_view> fields[] = {
        {name_missing, "#/name"},
        {organisation_number_faulty, "#/organisationNumber"},
        {organisation_number_taken, "#/organisationNumber"},
        {identity_number_faulty, "#/identityNumber"},
        {person_known, "#/identityNumber"},
        {person_not_found, "#/personId"},
        {municipality_number_faulty, "#/number"},
        {number_taken, "#/number"},
        {homepage_faulty, "#/homepage"},
        {slug_faulty, "#/slug"},
        {slug_taken, "#/slug"},
        {period_faulty, "#/to"},
        {kind_is_national, "#/kind"},
        {already_member, "#/member"},
        {reform_needs_two, "#/others"},
        {reform_mixes_kinds, "#/others"},
        {reform_in_future, "#/on"},
        {reform_heir_missing, "#/heir"},
    };
    if (!error.faults.empty()) return error;
    for (const auto& [code, pointer] : fields) {
        if (code.name == error.code) error.faults.push_back(code.at(std::string{pointer}, error.values));
    }
    return error;
}

Result<Organisation> organisation_to_change(db::Reader& reader, const http::Call& call) {
    auto organisation = TRY(store::organisation_by_key(reader, call.request.path_value("key")));
    TRY(call.principal.require(right::maintain, organisation.id.to_string()));
    return organisation;
}

Result<Organisation> organisation_to_change(const http::Query& query) {
    return organisation_to_change(query.reader, query);
}

Result<Organisation> organisation_named(db::Reader& reader, std::string_view key, std::string_view pointer) {
    auto found = store::organisation_by_key(reader, key);
    if (found || found.error().code != organisation_not_found.name) return found;
    auto error = platform::request_faulty.error();
    error.faults.push_back(organisation_not_found.at(std::string{pointer}, found.error().values));
    return error;
}

} // namespace directory
