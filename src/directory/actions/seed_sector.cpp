#include "directory/actions/indexing.hpp"
#include "directory/directory.hpp"
#include "directory/domain/cartogram.hpp"
#include "directory/domain/sector.hpp"
#include "directory/store/history_store.hpp"
#include "directory/store/map_store.hpp"
#include "directory/store/membership_store.hpp"
#include "directory/store/organisation_store.hpp"
#include "platform/embedded.hpp"

namespace directory {

static Facts embedded_facts() {
    std::vector<FactTable> tables;
    for (const auto& file : embedded::directory_facts()) {
        tables.push_back({file.name, file.bytes});
    }
    auto facts = read_facts(tables);
    ensure(inconsistencies(facts).empty());
    return facts;
}

static Result<void> write_organisation(db::Transaction& transaction, const SectorOrganisation& added, Instant now) {
    const auto id = added.organisation.id;
    TRY(store::insert(transaction, added.organisation));
    for (const auto& use : added.names) {
        TRY(store::insert_name(transaction, id, use));
    }
    for (const auto& use : added.numbers) {
        TRY(store::insert_number(transaction, id, use));
    }
    for (const auto& [as_of, inhabitants] : added.populations) {
        TRY(store::insert_population(transaction, id, as_of, inhabitants));
    }
    return index_organisation(transaction, added.organisation, added.names, added.numbers, now);
}

static Result<void> write_relations(db::Transaction& transaction, const Sector& sector, const Doer& doer) {
    const auto id_of = [&](std::size_t place) { return sector.organisations[place].organisation.id; };
    for (const auto& succession : sector.successions) {
        TRY(store::insert_succession(transaction, {id_of(succession.from), id_of(succession.to), succession.on}));
    }
    for (const auto& membership : sector.memberships) {
        const auto id = Uuid::make(doer.now, doer.random).to_string();
        TRY(store::insert_membership(transaction,
                                     {id, id_of(membership.network), id_of(membership.member), {}, membership.basis}));
    }
    return {};
}

static Cartogram cartogram_of(const Facts& facts) {
    std::vector<Place> places;
    for (const auto& fact : facts.municipalities) {
        places.push_back({fact.number, fact.latitude, fact.longitude, fact.population_2026});
    }
    return draw_cartogram(std::move(places));
}

Result<SectorReport> seed_sector(db::Transaction& transaction, const Doer& doer) {
    SectorReport report;
    if (TRY(store::count_organisations(transaction)) > 0) {
        report.was_loaded_before = true;
        return report;
    }
    const auto facts = embedded_facts();
    auto sector = make_sector(facts);
    for (auto& added : sector.organisations) {
        added.organisation.id = OrganisationId::make(doer.now, doer.random);
        TRY(write_organisation(transaction, added, doer.now));
    }
    TRY(write_relations(transaction, sector, doer));
    TRY(store::put_cartogram(transaction, sector.structure_from, cartogram_of(facts)));

    report.organisations = static_cast<int>(sector.organisations.size());
    report.municipalities = static_cast<int>(facts.municipalities.size());
    report.counties = static_cast<int>(facts.counties.size());
    report.changes = static_cast<int>(facts.changes.size());
    report.memberships = static_cast<int>(sector.memberships.size());
    journal::Event event{.type = "directory.sector_loaded", .subjects = {{"directory", "sector"}}, .body = {}};
    event.body.number("organisations", report.organisations)
        .number("municipalities", report.municipalities)
        .number("counties", report.counties);
    TRY(doer.journal.append(transaction, doer.principal, event, doer.now));
    return report;
}

} // namespace directory
