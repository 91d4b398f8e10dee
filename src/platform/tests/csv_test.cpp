#include "platform/csv.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string lines_of(std::string_view bytes) {
    const auto table = csv::read(bytes);
    if (table) return "";
    EXPECT_EQ(table.error().code, "platform.csv_faulty");
    return std::get<std::string>(table.error().values[0].value);
}

TEST(WriteCsv, QuotesWhatNeedsIt) {
    EXPECT_EQ(csv::write({{"Nr", "Navn"}, {{"1", "Ålesund, \"ny\""}, {"2", "a;b"}, {"3", "to\nlinjer"}, {"4", " a"}}}),
              "\xEF\xBB\xBFNr,Navn\r\n1,\"Ålesund, \"\"ny\"\"\"\r\n2,\"a;b\"\r\n3,\"to\nlinjer\"\r\n4,\" a\"\r\n");
}

TEST(WriteCsv, DisarmsFormulasButNotNumbers) {
    const auto written =
        csv::write({{"a"}, {{"=1+1"}, {"+47 22"}, {"-"}, {"@x"}, {"\ty"}, {"-5"}, {"+1,5"}, {"-1.5.2"}}});
    EXPECT_EQ(written.substr(3), "a\r\n'=1+1\r\n'+47 22\r\n'-\r\n'@x\r\n\"'\ty\"\r\n-5\r\n\"+1,5\"\r\n'-1.5.2\r\n");
}

TEST(WriteCsv, KeepsTwoCellsApartThatDifferByAnApostrophe) {
    const auto written = csv::write({{"=a", "'=a"}, {{"'=1", "''=1"}, {"'it", "'-5"}}});
    EXPECT_EQ(written.substr(3), "'=a,''=a\r\n''=1,'''=1\r\n'it,'-5\r\n");
    EXPECT_TRUE(csv::read(written)) << "no two columns of one name";
}

TEST(ReadCsv, TakesCommaAndSemicolonAndBothLineEnds) {
    for (const auto* text :
         {"nr,navn\n0301,Oslo\n", "\xEF\xBB\xBFnr;navn\r\n0301;Oslo", " nr , navn \r0301,\"Oslo\"\r\r"}) {
        const auto table = csv::read(text);
        ASSERT_TRUE(table) << text;
        EXPECT_EQ(table->columns, (std::vector<std::string>{"nr", "navn"}));
        EXPECT_EQ(table->rows, (Rows{{"0301", "Oslo"}}));
    }
    EXPECT_EQ(csv::read("\"a;b\",c\n1,2")->columns, (std::vector<std::string>{"a;b", "c"}));
}

TEST(ReadCsv, NamesEveryLineAtFault) {
    EXPECT_EQ(lines_of("a,b\n1,2\n1\n\"x\ny\",2\n1,2,3\n\"q\"z,2\n3,\"open\n"), "3, 6, 7, 8");
    EXPECT_EQ(lines_of(""), "1");
    EXPECT_EQ(lines_of("a,,b\n"), "1");
    EXPECT_EQ(lines_of("a,a\n1\n"), "1, 2");
    EXPECT_EQ(lines_of("a\nb\xFF\n"), "2");
}

TEST(ReadCsv, TellsTheFirstTwentyLines) {
    std::string text = "a,b\n";
    for (int i = 0; i < 100; ++i)
        text += "1\n";
    EXPECT_EQ(lines_of(text), "2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21 …");
}

RC_GTEST_PROP(ReadCsv, GivesBackWhatWasWritten, ()) {
    const auto cell = rc::gen::container<std::string>(rc::gen::element('a', ',', ';', '"', '\n', '\r', ' ', '1'));
    const auto width = *rc::gen::inRange<std::size_t>(1, 4);
    csv::Table table;
    for (std::size_t i = 0; i < width; ++i)
        table.columns.push_back("column " + std::to_string(i));
    table.rows = *rc::gen::container<Rows>(rc::gen::container<std::vector<std::string>>(width, cell));
    for (auto& row : table.rows) {
        if (row.front().starts_with('\r')) row.front() = "a"; // gets its apostrophe
        for (auto& text : row) {
            if (text.starts_with('\r')) text = "b";
        }
    }

    const auto read = csv::read(csv::write(table));

    RC_ASSERT(read.has_value());
    RC_ASSERT(read->columns == table.columns);
    RC_ASSERT(read->rows == table.rows);
}

RC_GTEST_PROP(ReadCsv, SurvivesAnyBytes, (const std::string& bytes)) {
    const auto table = csv::read(bytes);
    if (table) {
        for (const auto& row : table->rows)
            RC_ASSERT(row.size() == table->columns.size());
    }
}

} // namespace
