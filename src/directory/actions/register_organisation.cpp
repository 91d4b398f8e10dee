#include "directory/actions/indexing.hpp"
#include "directory/directory.hpp"
#include "directory/domain/errors.hpp"
#include "directory/domain/name_rules.hpp"
#include "directory/domain/organisation_number.hpp"
#include "directory/store/history_store.hpp"
#include "directory/store/organisation_store.hpp"
#include "platform/json/described.hpp"

#include <fmt/format.h>

namespace directory {

static Result<std::string> free_slug(db::Reader& reader, const NewOrganisation& wanted) {
    if (!wanted.slug.empty()) {
        if (!is_slug(wanted.slug)) return slug_faulty.error({{"slug", wanted.slug}});
        if (TRY(store::is_slug_taken(reader, wanted.slug))) return slug_taken.error({{"slug", wanted.slug}});
        return wanted.slug;
    }
    auto base = slug_from(wanted.name);
    if (!is_slug(base)) base = fmt::format("{}-{}", json::name_of(wanted.kind), base);
    auto slug = base;
    for (int number = 2; TRY(store::is_slug_taken(reader, slug)); ++number) {
        slug = fmt::format("{}-{}", base, number);
    }
    return slug;
}

static Result<std::string> free_organisation_number(db::Reader& reader, std::string_view text) {
    if (text.empty()) return std::string{};
    const auto number = TRY(OrganisationNumber::parse(text)).to_string();
    if (TRY(store::is_organisation_number_taken(reader, number))) {
        return organisation_number_taken.error({{"number", number}});
    }
    return number;
}

Result<OrganisationId> register_organisation(db::Transaction& transaction, const Doer& doer,
                                             const NewOrganisation& wanted) {
    const bool is_national = wanted.kind == OrganisationKind::municipality || wanted.kind == OrganisationKind::county;
    if (is_national) return kind_is_national.error();
    const auto name = TRY(checked_name(wanted.name));
    const auto number = TRY(free_organisation_number(transaction, wanted.organisation_number));
    const auto slug = TRY(free_slug(transaction, wanted));
    const auto homepage = TRY(checked_homepage(wanted.homepage));
    Organisation organisation{.id = OrganisationId::make(doer.now, doer.random),
                              .kind = wanted.kind,
                              .slug = slug,
                              .organisation_number = number,
                              .names = {{"no", name}},
                              .period = {wanted.valid_from, {}},
                              .homepage = homepage,
                              .basis = wanted.basis,
                              .is_invented = wanted.is_invented};
    TRY(store::insert(transaction, organisation));
    TRY(store::insert_name(transaction, organisation.id, {"no", organisation.names["no"], organisation.period}));
    TRY(index_organisation(transaction, organisation.id, doer.now));

    const auto id = organisation.id.to_string();
    journal::Event event{.type = "directory.organisation_registered", .subjects = {{"organisation", id}}, .body = {}};
    event.body.text("organisation", organisation.names["no"]).text("kind", json::name_of(organisation.kind));
    TRY(doer.journal.append(transaction, doer.principal, event, doer.now));
    return organisation.id;
}

} // namespace directory
