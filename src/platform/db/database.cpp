#include "platform/db/database.hpp"

#include "platform/db/postgresql_database.hpp"
#include "platform/db/sqlite_database.hpp"
#include "platform/errors.hpp"

namespace db {

Result<std::optional<Row>> Reader::find(std::string_view sql, const Arguments& arguments) {
    auto rows = TRY(query(sql, arguments));
    if (rows.empty()) return std::optional<Row>{};
    return std::optional<Row>{std::move(rows.front())};
}

Result<std::unique_ptr<Database>> open(const Options& options) {
    constexpr std::string_view sqlite = "sqlite:";
    if (options.url.starts_with(sqlite)) return open_sqlite(options.url.substr(sqlite.size()), options);
    if (options.url.starts_with("postgresql:") || options.url.starts_with("postgres:")) return open_postgresql(options);
    return platform::database_unavailable.error(
        {{"reason", std::string{"the address begins neither with sqlite: nor with postgresql:"}}});
}

} // namespace db
