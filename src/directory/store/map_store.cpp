#include "directory/store/map_store.hpp"

namespace directory::store {

static Result<void> put_map(db::Transaction& transaction, Date valid_from, std::string_view sort, int width, int height,
                            std::string_view county_borders) {
    TRY(transaction.enqueue("DELETE FROM directory_map_shape WHERE valid_from = $1 AND sort = $2", {valid_from, sort}));
    return transaction.enqueue(
        "INSERT INTO directory_map (valid_from, sort, width, height, county_borders) VALUES ($1, $2, $3, $4, $5) ON "
        "CONFLICT (valid_from, sort) DO UPDATE SET width = excluded.width, height = excluded.height, county_borders = "
        "excluded.county_borders",
        {valid_from, sort, width, height, county_borders});
}

static Result<void> put_shape(db::Transaction& transaction, Date valid_from, std::string_view sort,
                              const StoredShape& shape) {
    return transaction.enqueue("INSERT INTO directory_map_shape (valid_from, sort, number, path, x, y, radius) VALUES "
                               "($1, $2, $3, $4, $5, $6, $7)",
                               {valid_from, sort, shape.number, shape.path, shape.x, shape.y, shape.radius});
}

Result<void> put_cartogram(db::Transaction& transaction, Date valid_from, const Cartogram& cartogram) {
    TRY(put_map(transaction, valid_from, "cartogram", cartogram.width, cartogram.height, ""));
    for (const auto& circle : cartogram.circles) {
        TRY(put_shape(transaction, valid_from, "cartogram", {circle.number, "", circle.x, circle.y, circle.radius}));
    }
    return {};
}

Result<void> put_borders(db::Transaction& transaction, Date valid_from, const MapDrawing& drawing) {
    TRY(put_map(transaction, valid_from, "borders", drawing.width, drawing.height, drawing.county_borders));
    for (const auto& [number, path] : drawing.paths) {
        TRY(put_shape(transaction, valid_from, "borders", {number, path}));
    }
    return {};
}

Result<std::optional<StoredMap>> map_on(db::Reader& reader, Date on) {
    // Borders older than the newest cartogram show municipalities that are no more.
    const auto head = TRY(reader.find("SELECT m.valid_from, m.sort, m.width, m.height, m.county_borders FROM "
                                      "directory_map m WHERE m.valid_from <= $1 "
                                      "AND m.valid_from >= (SELECT coalesce(max(c.valid_from), '') FROM directory_map "
                                      "c WHERE c.sort = 'cartogram' AND "
                                      "c.valid_from <= $1) ORDER BY m.sort, m.valid_from DESC LIMIT 1",
                                      {on}));
    if (!head) return std::optional<StoredMap>{};
    StoredMap map{.valid_from = head->date(0),
                  .has_borders = head->text(1) == "borders",
                  .width = static_cast<int>(head->number(2)),
                  .height = static_cast<int>(head->number(3)),
                  .county_borders = head->text(4),
                  .shapes = {}};
    for (const auto& row : TRY(reader.query("SELECT number, path, x, y, radius FROM directory_map_shape WHERE "
                                            "valid_from = $1 AND sort = $2 ORDER BY number",
                                            {head->date(0), head->text(1)}))) {
        map.shapes.push_back({row.text(0), row.text(1), row.real(2), row.real(3), row.real(4)});
    }
    return std::optional{std::move(map)};
}

} // namespace directory::store
