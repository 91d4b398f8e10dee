#pragma once
// Schemas on the server that tests run against: each test has one to itself.
#include "platform/db/postgresql_connection.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace world {

class TestSchemas {
public:
    /// The server's address.
    explicit TestSchemas(std::string server) : server_{std::move(server)} {}
    /// Drops what nobody uses.
    ~TestSchemas();
    TestSchemas(const TestSchemas&) = delete;
    TestSchemas& operator=(const TestSchemas&) = delete;

    std::string make();
    void drop(const std::string& schema);
    std::string take_migrated();
    /// Empties it for the next test; drops it instead when the test has made or removed tables.
    void give_back(const std::string& schema);
    [[nodiscard]] std::string url(const std::string& schema) const;

private:
    db::Rows tell(const std::string& sql);
    std::vector<std::string> tables(const std::string& schema);
    std::string used_tables(const std::string& schema);

    std::string server_;
    std::unique_ptr<db::PostgresqlConnection> connection_;
    std::vector<std::string> tables_; ///< After the migrations.
    bool can_be_emptied_ = false;     ///< Not when a migration puts rows in.
    std::vector<std::string> idle_;
};

} // namespace world
