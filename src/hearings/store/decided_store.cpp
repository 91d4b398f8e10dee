#include "hearings/store/decided_store.hpp"

#include "hearings/store/columns.hpp"

namespace hearings {

Result<void> put_decided(db::Transaction& transaction, governance::CaseId matter, const Decided& decided) {
    TRY(transaction.enqueue("DELETE FROM hearings_decided_addressee WHERE case_id = $1", {matter}));
    TRY(transaction.enqueue("INSERT INTO hearings_decided (case_id, decided_at) VALUES ($1, $2)"
                            " ON CONFLICT (case_id) DO UPDATE SET decided_at = excluded.decided_at",
                            {matter, decided.at}));
    for (const auto& one : decided.addressees) {
        TRY(transaction.enqueue(
            "INSERT INTO hearings_decided_addressee (case_id, organisation_id, is_municipality, number, county_number,"
            " inhabitants, reached_at, opened_at, stance, answered_at)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            {matter, one.organisation, one.is_municipality, one.number, one.county_number, one.inhabitants,
             one.reached_at, one.opened_at, word(one.stance), one.stance ? one.answered_at : std::nullopt}));
    }
    return {};
}

Result<std::optional<Decided>> find_decided(db::Reader& reader, governance::CaseId matter) {
    const auto head = TRY(reader.find("SELECT decided_at FROM hearings_decided WHERE case_id = $1", {matter}));
    if (!head) return std::optional<Decided>{};
    Decided decided{head->instant(0), {}};
    for (const auto& row :
         TRY(reader.query("SELECT organisation_id, is_municipality, number, county_number, inhabitants, reached_at,"
                          " opened_at, stance, answered_at FROM hearings_decided_addressee WHERE case_id = $1"
                          " ORDER BY number, organisation_id",
                          {matter}))) {
        Addressee one;
        one.organisation = row.id<directory::OrganisationId>(0);
        one.is_municipality = row.flag(1);
        one.number = row.text(2);
        one.county_number = row.text(3);
        one.inhabitants = row.number(4);
        one.reached_at = row.maybe_instant(5);
        one.opened_at = row.maybe_instant(6);
        one.stance = maybe_word_at<Stance>(row, 7);
        one.answered_at = row.maybe_instant(8);
        decided.addressees.push_back(std::move(one));
    }
    return std::optional{std::move(decided)};
}

} // namespace hearings
