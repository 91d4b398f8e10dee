// One SQL text, two databases: what the modules write in store/ must mean the same on both.
#include "platform/db/dialect.hpp"

#include "platform/errors.hpp"
#include "platform/testing/test_database.hpp"

#include <limits>

namespace {

class Statements : public ::testing::TestWithParam<db::Dialect> {
protected:
    Statements() {
        run("CREATE TABLE place (number BIGINT PRIMARY KEY, name TEXT NOT NULL, county TEXT, people BIGINT,"
            " area DOUBLE PRECISION, flag BYTEA, UNIQUE (name), CHECK (people >= 0))");
        run("CREATE TABLE road (a BIGINT NOT NULL REFERENCES place, b BIGINT NOT NULL REFERENCES place)");
        run("INSERT INTO place VALUES (301, 'Oslo', 'Oslo', 717710, 454.03, NULL),"
            " (1103, 'Stavanger', 'Rogaland', 149048, 262.52, NULL), (4601, 'Bergen', 'Vestland', 291940, 464.71, "
            "NULL),"
            " (1508, 'Ålesund', 'Møre og Romsdal', 58509, NULL, NULL), (5501, 'Tromsø', NULL, 78745, 2521.28, NULL)");
    }

    void run(std::string_view sql, const db::Arguments& arguments = {}) {
        const auto done = change(sql, arguments);
        ASSERT_TRUE(done) << describe(done.error());
    }
    Result<std::int64_t> change(std::string_view sql, const db::Arguments& arguments = {}) {
        return database->write([&](db::Transaction& transaction) { return transaction.execute(sql, arguments); });
    }
    db::Rows rows(std::string_view sql, const db::Arguments& arguments = {}) {
        const auto reader = database->reader();
        auto answer = (*reader)->query(sql, arguments);
        EXPECT_TRUE(answer) << sql << ": " << describe(answer.error());
        return answer ? *answer : db::Rows{};
    }
    std::vector<std::string> texts(std::string_view sql, const db::Arguments& arguments = {}) {
        std::vector<std::string> first;
        for (const auto& row : rows(sql, arguments))
            first.push_back(row.is_null(0) ? "NULL" : row.text(0));
        return first;
    }
    std::string changed_text(std::string_view sql, const db::Arguments& arguments = {}) {
        const auto row =
            database->write([&](db::Transaction& transaction) { return transaction.find(sql, arguments); });
        return row && *row ? (*row)->text(0) : "nothing";
    }

    world::TestDatabase place{GetParam()};
    std::unique_ptr<db::Database> database = place.open();
};
EACH_DATABASE(Statements);

using Texts = std::vector<std::string>;

TEST_P(Statements, TakeParametersByNumberInAnyOrderAndAgain) {
    EXPECT_EQ(texts("SELECT name FROM place WHERE people > $2 AND number <> $1", {301, 200000}), Texts{"Bergen"});
    EXPECT_EQ(texts("SELECT name FROM place WHERE name = $1 OR county = $1 AND name = $1", {"Oslo"}), Texts{"Oslo"});
    EXPECT_EQ(texts("SELECT $3 || $1 || $2 || $1", {"a", "b", "c"}), Texts{"caba"});
}

TEST_P(Statements, KeepEveryValueAsItWas) {
    using Limits = std::numeric_limits<std::int64_t>;
    run("CREATE TABLE sample (n BIGINT, r DOUBLE PRECISION, t TEXT, b BYTEA)");
    const db::Bytes zeros{0, 1, 0, 255, 0};
    const std::string words = "blåbærsyltetøy ÆØÅ čđŋšŧž 🫐 'quoted' \"twice\" \\ %_";
    for (const auto number : {Limits::min(), std::int64_t{-1}, std::int64_t{0}, Limits::max()})
        run("INSERT INTO sample VALUES ($1, $2, $3, $4)", {number, 0.1, words, zeros});
    run("INSERT INTO sample VALUES ($1, $2, $3, $4)",
        {std::nullopt, std::numeric_limits<double>::denorm_min(), "", db::Bytes{}});
    run("INSERT INTO sample VALUES ($1, $2, $3, $4)", {1, std::nullopt, std::nullopt, std::nullopt});

    const auto kept = rows("SELECT n, r, t, b FROM sample ORDER BY n NULLS LAST, t NULLS FIRST");

    ASSERT_EQ(kept.size(), 6U);
    EXPECT_EQ(kept[0].number(0), Limits::min());
    EXPECT_EQ(kept[4].number(0), Limits::max());
    EXPECT_EQ(kept[1].real(1), 0.1);
    EXPECT_EQ(kept[1].text(2), words);
    EXPECT_EQ(kept[1].bytes(3), zeros);
    EXPECT_TRUE(kept[3].is_null(1) && kept[3].is_null(2) && kept[3].is_null(3));
    EXPECT_TRUE(kept[5].is_null(0));
    EXPECT_EQ(kept[5].real(1), std::numeric_limits<double>::denorm_min());
    EXPECT_EQ(kept[5].text(2), "");
    EXPECT_EQ(kept[5].bytes(3), db::Bytes{});
}

TEST_P(Statements, ReturnTheRowsTheyChange) {
    EXPECT_EQ(changed_text("INSERT INTO place (number, name) VALUES ($1, $2) RETURNING name", {1804, "Bodø"}), "Bodø");
    EXPECT_EQ(changed_text("UPDATE place SET people = people + 1 WHERE number = 301 RETURNING name"), "Oslo");
    EXPECT_EQ(changed_text("DELETE FROM place WHERE number = $1 RETURNING name", {1804}), "Bodø");
}

TEST_P(Statements, CountTheRowsTheyChange) {
    EXPECT_EQ(*change("UPDATE place SET people = people + 1 WHERE people > 100000"), 3);
    EXPECT_EQ(*change("UPDATE place SET people = 0 WHERE number = 0"), 0);
    EXPECT_EQ(*change("CREATE TABLE bare (a BIGINT)"), 0);
    EXPECT_EQ(*change("INSERT INTO bare VALUES (1), (2)"), 2);
    EXPECT_EQ(*change("DELETE FROM bare"), 2);
}

TEST_P(Statements, PutInOrChangeWhatIsThere) {
    const auto put = "INSERT INTO place (number, name, people) VALUES ($1, $2, $3)"
                     " ON CONFLICT (number) DO UPDATE SET name = excluded.name, people = excluded.people"
                     " WHERE place.people < excluded.people";

    EXPECT_EQ(*change(put, {301, "Kristiania", 800000}), 1);
    EXPECT_EQ(*change(put, {301, "Christiania", 1}), 0);
    EXPECT_EQ(*change("INSERT INTO place (number, name) VALUES (301, 'Viken') ON CONFLICT DO NOTHING"), 0);
    EXPECT_EQ(texts("SELECT name FROM place WHERE number = 301"), Texts{"Kristiania"});
}

TEST_P(Statements, NameSubqueriesAndRecurse) {
    EXPECT_EQ(
        texts("WITH large AS (SELECT * FROM place WHERE people > $1) SELECT name FROM large ORDER BY name", {200000}),
        (Texts{"Bergen", "Oslo"}));
    const auto numbers = rows("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)"
                              " SELECT sum(i), count(*), avg(i) FROM n",
                              {10});
    EXPECT_EQ(numbers[0].number(0), 55);
    EXPECT_EQ(numbers[0].number(1), 10);
    EXPECT_EQ(numbers[0].real(2), 5.5);
    EXPECT_EQ(changed_text("WITH least AS (SELECT min(people) AS people FROM place) UPDATE place SET county = 'small'"
                           " WHERE people = (SELECT people FROM least) RETURNING name"),
              "Ålesund");
}

TEST_P(Statements, RankOverWindows) {
    const auto ranked = rows("SELECT name, row_number() OVER (ORDER BY people DESC), sum(people) OVER (),"
                             " count(*) FILTER (WHERE people > 100000) OVER () FROM place ORDER BY 2 LIMIT 2");

    EXPECT_EQ(ranked[1].text(0), "Bergen");
    EXPECT_EQ(ranked[1].number(1), 2);
    EXPECT_EQ(ranked[1].number(2), 1295952);
    EXPECT_EQ(ranked[1].number(3), 3);
}

TEST_P(Statements, CompareWithNull) {
    const auto sql = "SELECT name FROM place WHERE county IS NOT DISTINCT FROM $1";

    EXPECT_EQ(texts(sql, {std::nullopt}), Texts{"Tromsø"});
    EXPECT_EQ(texts(sql, {"Vestland"}), Texts{"Bergen"});
    // The comparison first: PostgreSQL learns the type of $1 from where it stands first.
    EXPECT_EQ(texts("SELECT name FROM place WHERE (county = $1 OR $1 IS NULL) ORDER BY number LIMIT 1",
                    {std::optional<std::string>{}}),
              Texts{"Oslo"});
    EXPECT_EQ(texts("SELECT coalesce($1, 'none')", {std::nullopt}), Texts{"none"});
}

TEST_P(Statements, TurnPagesByAPairOfKeys) {
    const auto page = "SELECT name FROM place WHERE (people, number) > ($1, $2) ORDER BY people, number LIMIT $3";

    EXPECT_EQ(texts(page, {78745, 0, 2}), (Texts{"Tromsø", "Stavanger"}));
    EXPECT_EQ(texts(page, {78745, 5501, 2}), (Texts{"Stavanger", "Bergen"}));
}

TEST_P(Statements, OrderTextByCodePointsAndNullsWhereAsked) {
    EXPECT_EQ(texts("SELECT name FROM place ORDER BY name"),
              (Texts{"Bergen", "Oslo", "Stavanger", "Tromsø", "Ålesund"}));
    EXPECT_EQ(texts("SELECT county FROM place ORDER BY county NULLS LAST, name").back(), "NULL");
    EXPECT_EQ(texts("SELECT county FROM place ORDER BY county DESC NULLS FIRST, name").front(), "NULL");
    EXPECT_EQ(texts("SELECT t.v FROM (SELECT 'b' AS v UNION SELECT 'B' UNION SELECT 'a') t ORDER BY t.v"),
              (Texts{"B", "a", "b"}));
}

TEST_P(Statements, MatchPatternsWithTheCaseGiven) {
    EXPECT_EQ(texts("SELECT name FROM place WHERE name LIKE $1", {"%ø"}), Texts{"Tromsø"});
    EXPECT_EQ(texts("SELECT name FROM place WHERE name LIKE $1", {"oslo"}), Texts{});
}

TEST_P(Statements, FindWhatStartsSoWhateverTheCase) {
    const auto sql = "SELECT name FROM place WHERE " + db::starts_with(GetParam(), "name", "$1") + " ORDER BY name";

    EXPECT_EQ(texts(sql, {"b"}), Texts{"Bergen"});
    EXPECT_EQ(texts(sql, {"STAV"}), Texts{"Stavanger"});
    EXPECT_EQ(texts(sql, {"Ål"}), Texts{"Ålesund"});
    EXPECT_EQ(texts(sql, {"%"}), Texts{});
    EXPECT_EQ(texts(sql, {""}).size(), 5U);
}

TEST_P(Statements, JoinUpdateFromAndAnswerInTruthValues) {
    EXPECT_EQ(*change("UPDATE place SET county = s.name FROM (SELECT 5501 AS number, 'Troms' AS name) s"
                      " WHERE place.number = s.number"),
              1);
    const auto truth = rows("SELECT county = 'Troms', people > 100000, people IS NULL, EXISTS (SELECT 1 FROM road)"
                            " FROM place WHERE number = 5501");
    EXPECT_TRUE(truth[0].flag(0));
    EXPECT_FALSE(truth[0].flag(1) || truth[0].flag(2) || truth[0].flag(3));
}

TEST_P(Statements, AreRefusedWhenTheyBreakAConstraint) {
    for (const auto* sql :
         {"INSERT INTO place (number, name) VALUES (301, 'Again')",
          "INSERT INTO place (number, name) VALUES (1, 'Oslo')", "INSERT INTO place (number) VALUES (2)",
          "UPDATE place SET people = -1", "INSERT INTO road VALUES (301, 9999)"}) {
        const auto refused = change(sql);
        ASSERT_FALSE(refused) << sql;
        EXPECT_EQ(refused.error().code, platform::database_refused.name) << describe(refused.error());
    }
}

TEST_P(Statements, RefuseTextThatIsNone) {
    for (const auto& text :
         {std::string("a\0b", 3), std::string{"\xff"}, std::string{"\xc0\x80"}, std::string{"\xed\xa0\x80"}}) {
        const auto refused = change("INSERT INTO place (number, name) VALUES (1, $1)", {text});
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, platform::database_refused.name);
    }
}

TEST_P(Statements, ThatAreWrongAreFaultsOfOurs) {
    for (const auto* sql : {"SELECT no_such_column FROM place", "SELEKT 1", "SELECT 1; SELECT 2", "SELECT $1 || $2"}) {
        const auto reader = database->reader();
        const auto answer = (*reader)->query(sql, {"one argument"});
        ASSERT_FALSE(answer) << sql;
        EXPECT_EQ(answer.error().code, platform::internal.name) << sql << describe(answer.error());
    }
}

TEST_P(Statements, OfAReaderChangeNothing) {
    const auto reader = database->reader();

    for (const auto* sql : {"DELETE FROM place", "INSERT INTO place (number, name) VALUES (2, 'b') RETURNING name",
                            "CREATE TABLE x (a BIGINT)"}) {
        const auto answer = (*reader)->query(sql);
        ASSERT_FALSE(answer) << sql;
        EXPECT_EQ(answer.error().code, platform::internal.name);
    }
    EXPECT_EQ(texts("SELECT name FROM place").size(), 5U);
}

TEST_P(Statements, MayTakeThousandsOfShapes) {
    for (int n = 0; n < 2500; ++n) {
        const auto sql = "SELECT name FROM place WHERE number = $1 AND " + std::to_string(n) + " >= 0";
        ASSERT_EQ(texts(sql, {301}), Texts{"Oslo"});
    }
}

} // namespace
