#pragma once
// Schemas on the server that tests run against: each test has one to itself.
#include "platform/db/postgresql_connection.hpp"

#include <map>
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
    /// One with the rows of another.
    std::string take_copy(const std::string& original);
    /// Empties it for the next test of what was written in it, or drops it when the test has made or removed tables.
    void give_back(const std::string& schema);
    [[nodiscard]] std::string url(const std::string& schema) const;

private:
    struct Counted {
        std::string table;
        std::string column;
    };
    /// Of each table whose rows are those of the original: the transaction that copied them.
    using Writers = std::map<std::string, std::string, std::less<>>;
    struct Idle {
        std::string schema;
        std::string original; ///< Empty when no rows were kept.
        Writers kept;
    };

    std::string make_migrated();
    std::string migrate_new();
    Idle take_idle(std::string_view original);
    void keep_untouched(Idle&);
    void empty(const std::string& schema, const Writers& kept);
    std::string copy_rows(const std::string& original, const std::string& schema,
                          const std::vector<std::string>& missing);
    void clear_away(const std::string& schema, const std::vector<std::string>& written);
    db::Rows tell(const std::string& sql);
    std::vector<std::string> tables(const std::string& schema);
    std::vector<Counted> counted(const std::string& schema);
    const std::vector<std::string>& used_tables(const std::string& original);
    void make_emptying(const std::string& schema);

    std::string server_;
    std::unique_ptr<db::PostgresqlConnection> connection_;
    std::vector<std::string> tables_; ///< After the migrations.
    std::vector<Counted> counted_;    ///< Of them.
    std::string pristine_;            ///< As the migrations left it; never lent.
    std::vector<Idle> idle_;
    std::map<std::string, Idle, std::less<>> copies_; ///< Lent, and what they were lent with.
    std::map<std::string, std::vector<std::string>, std::less<>>
        used_; ///< By what is copied from, which never changes.
};

} // namespace world
