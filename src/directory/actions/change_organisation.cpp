#include "directory/actions/change_organisation.hpp"

#include "directory/actions/cartogram.hpp"
#include "directory/actions/indexing.hpp"
#include "directory/domain/errors.hpp"
#include "directory/domain/name_rules.hpp"
#include "directory/domain/organisation_number.hpp"
#include "directory/domain/reform.hpp"
#include "directory/store/history_store.hpp"
#include "directory/store/organisation_store.hpp"
#include "platform/json/described.hpp"

namespace directory {

static Result<std::string> new_organisation_number(db::Reader& reader, const Organisation& organisation,
                                                   std::string_view text) {
    if (text.empty()) return std::string{};
    const auto number = TRY(OrganisationNumber::parse(text)).to_string();
    const bool is_changed = number != organisation.organisation_number;
    if (is_changed && TRY(store::is_organisation_number_taken(reader, number))) {
        return organisation_number_taken.error({{"number", number}});
    }
    return number;
}

static Result<bool> change_name(db::Transaction& transaction, Organisation& organisation, std::string language,
                                std::string_view wanted, Date from) {
    const auto known = organisation.names.find(language);
    const std::string before = known == organisation.names.end() ? std::string{} : known->second;
    const std::string name = wanted.empty() && language != "no" ? std::string{} : TRY(checked_name(wanted));
    if (name == before) return false;
    TRY(store::end_name(transaction, organisation.id, language, from));
    if (name.empty()) {
        organisation.names.erase(language);
        return true;
    }
    TRY(store::insert_name(transaction, organisation.id, {language, name, {from, {}}}));
    organisation.names[language] = name;
    return true;
}

/// A reform of the counties gives municipalities new numbers without changing them otherwise.
static Result<bool> change_number(db::Transaction& transaction, Organisation& organisation, const std::string& wanted,
                                  Date from) {
    if (wanted == organisation.number) return false;
    if (!is_number_of(organisation.kind, wanted)) return municipality_number_faulty.error();
    const auto holder = store::organisation_by_key(transaction, wanted);
    const bool is_held = holder && holder->number == wanted && !holder->period.to;
    if (is_held || TRY(store::is_slug_taken(transaction, wanted))) return number_taken.error({{"number", wanted}});
    const std::string scheme{json::name_of(organisation.kind)};
    TRY(store::end_number(transaction, organisation.id, scheme, from));
    TRY(store::insert_number(transaction, organisation.id, {scheme, wanted, {from, {}}}));
    organisation.number = organisation.slug = wanted;
    organisation.county_number = wanted.substr(0, 2);
    return true;
}

Result<void> change_organisation(db::Transaction& transaction, const Doer& doer, OrganisationId id,
                                 const OrganisationChange& change) {
    auto organisation = TRY(store::organisation(transaction, id));
    if (organisation.version != change.version) return organisation_stale.error();
    const auto name_before = shown_name(organisation, i18n::Language::nb);
    organisation.homepage = TRY(checked_homepage(change.homepage));
    organisation.organisation_number =
        TRY(new_organisation_number(transaction, organisation, change.organisation_number));
    TRY(change_name(transaction, organisation, "no", change.name, change.from));
    TRY(change_name(transaction, organisation, "nn", change.name_nn, change.from));
    TRY(change_name(transaction, organisation, "se", change.name_se, change.from));
    TRY(change_name(transaction, organisation, "en", change.name_en, change.from));
    const bool is_renumbered = TRY(change_number(transaction, organisation, change.number, change.from));
    TRY(store::update(transaction, organisation));
    const bool is_municipality = organisation.kind == OrganisationKind::municipality;
    if (is_renumbered && is_municipality) TRY(redraw_cartogram(transaction, change.from));
    TRY(index_organisation(transaction, id, doer.now));

    journal::Event event{
        .type = "directory.organisation_changed", .subjects = {{"organisation", id.to_string()}}, .body = {}};
    event.body.text("organisation", shown_name(organisation, i18n::Language::nb)).text("before", name_before);
    TRY(doer.journal.append(transaction, doer.principal, event, doer.now));
    return {};
}

} // namespace directory
