#include "voice/store/calculation_store.hpp"

#include "platform/db/columns.hpp"

namespace voice::store {

static Calculation calculation_of(const db::Row& row) {
    Calculation found;
    found.id = row.id<CalculationId>(0);
    found.item = row.id<ConsultationItemId>(1);
    found.side = db::word_at<CostSide>(row, 2);
    found.revision = static_cast<int>(row.number(3));
    found.method = row.text(4);
    found.method_version = static_cast<int>(row.number(5));
    found.price_level_year = static_cast<int>(row.number(6));
    found.note = row.text(7);
    found.made_at = row.instant(8);
    return found;
}

static Result<void> fill_inputs(db::Reader& reader, Calculation& calculation) {
    for (const auto& row : TRY(reader.query(
             "SELECT name, amount, source FROM voice_calculation_input WHERE calculation_id = $1", {calculation.id}))) {
        calculation.inputs.emplace(row.text(0), Amount::of_ten_thousandths(row.number(1)));
        calculation.sources.emplace(row.text(0), row.text(2));
    }
    return {};
}

Result<std::vector<Calculation>> calculations_of(db::Reader& reader, ConsultationItemId item) {
    std::vector<Calculation> found;
    for (const auto& row : TRY(reader.query(
             "SELECT c.id, c.item_id, c.side, c.revision, c.method, c.method_version, c.price_level_year, c.note, "
             "c.made_at FROM voice_calculation c WHERE c.item_id = $1 AND c.revision = (SELECT MAX(n.revision) FROM "
             "voice_calculation n WHERE n.item_id = c.item_id AND n.side = c.side) ORDER BY c.side",
             {item}))) {
        found.push_back(calculation_of(row));
        TRY(fill_inputs(reader, found.back()));
    }
    return found;
}

Result<int> newest_revision(db::Reader& reader, ConsultationItemId item, CostSide side) {
    const auto row = TRY(reader.find("SELECT COALESCE(MAX(revision), 0) FROM voice_calculation WHERE item_id = $1 AND "
                                     "side = $2",
                                     {item, db::word(side)}));
    return static_cast<int>(row->number(0));
}

Result<void> insert(db::Transaction& transaction, const Calculation& fresh) {
    TRY(transaction.enqueue(
        "INSERT INTO voice_calculation (id, item_id, side, revision, method, method_version, price_level_year, note, "
        "made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {fresh.id, fresh.item, db::word(fresh.side), fresh.revision, fresh.method, fresh.method_version,
         fresh.price_level_year, fresh.note, fresh.made_at}));
    for (const auto& [name, amount] : fresh.inputs) {
        TRY(transaction.enqueue("INSERT INTO voice_calculation_input (calculation_id, name, amount, source) "
                                "VALUES ($1, $2, $3, $4)",
                                {fresh.id, name, amount.ten_thousandths(), fresh.sources.at(name)}));
    }
    return {};
}

} // namespace voice::store
