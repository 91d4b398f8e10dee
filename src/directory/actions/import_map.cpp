#include "directory/directory.hpp"
#include "directory/domain/errors.hpp"
#include "directory/domain/map_drawing.hpp"
#include "directory/store/map_store.hpp"
#include "directory/store/organisation_store.hpp"

#include <fmt/format.h>
#include <set>

namespace directory {

/// "1507 Ålesund, 1534 Haram"; "–" for none.
static std::string listed(const std::vector<std::string>& names) {
    return names.empty() ? "–" : fmt::format("{}", fmt::join(names, ", "));
}

/// Takes out the borders of nobody, and gives their numbers. Refuses when the borders of somebody are missing.
static Result<std::vector<std::string>> keep_known(Borders& borders, const std::vector<Organisation>& municipalities) {
    std::vector<std::string> missing, unknown;
    std::set<std::string, std::less<>> expected;
    for (const auto& municipality : municipalities) {
        expected.insert(municipality.number);
        if (!borders.contains(municipality.number)) {
            missing.push_back(fmt::format("{} {}", municipality.number, shown_name(municipality, i18n::Language::nb)));
        }
    }
    for (const auto& [number, polygons] : borders) {
        if (!expected.contains(number)) unknown.push_back(number);
    }
    if (!missing.empty()) return map_incomplete.error({{"missing", listed(missing)}, {"unknown", listed(unknown)}});
    for (const auto& number : unknown) {
        borders.erase(number);
    }
    return unknown;
}

static Result<std::vector<Organisation>> municipalities_with_borders(db::Database& database, Date on) {
    const auto reader = TRY(database.reader());
    return store::municipalities(*reader, on);
}

static Result<void> keep(db::Transaction& transaction, const Services& services, const Principal& principal,
                         const MapDrawing& drawing, Date valid_from) {
    TRY(store::put_borders(transaction, valid_from, drawing));
    journal::Event event{.type = "directory.map_imported", .subjects = {{"directory", "map"}}, .body = {}};
    event.body.text("from", to_string(valid_from))
        .number("municipalities", static_cast<std::int64_t>(drawing.paths.size()));
    TRY(services.journal.append(transaction, principal, event, services.clock.now()));
    return {};
}

Result<MapReport> import_map(Services& services, const Principal& principal, std::string_view bytes, Date valid_from,
                             const MapProgress& progress) {
    if (progress) progress("read", 0, 1);
    auto borders = TRY(read_borders(bytes));
    const auto municipalities = TRY(municipalities_with_borders(services.database, valid_from));
    auto unknown = TRY(keep_known(borders, municipalities));
    const auto drawing = draw_map(borders, progress);
    if (progress) progress("keep", 0, 1);
    TRY(services.database.write(
        [&](db::Transaction& transaction) { return keep(transaction, services, principal, drawing, valid_from); }));
    MapReport report{.municipalities = static_cast<int>(drawing.paths.size()),
                     .points_read = drawing.points_read,
                     .points_kept = drawing.points_kept,
                     .islands_dropped = drawing.islands_dropped,
                     .bytes = static_cast<std::int64_t>(drawing.county_borders.size()),
                     .unknown = std::move(unknown),
                     .valid_from = valid_from};
    for (const auto& [number, path] : drawing.paths) {
        report.bytes += static_cast<std::int64_t>(path.size());
    }
    if (progress) progress("done", 1, 1);
    return report;
}

} // namespace directory
