#include "governance/domain/paper_pdf.hpp"

#include <charconv>
#include <gtest/gtest.h>

using namespace governance;

/// The number that stands at a place in the file.
static std::size_t number_at(std::string_view file, std::size_t place) {
    std::size_t number = 0;
    std::from_chars(file.data() + place, file.data() + file.size(), number);
    return number;
}

static std::size_t count(std::string_view text, std::string_view word) {
    std::size_t found = 0;
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        ++found;
    return found;
}

TEST(PaperPdf, TellsWhereEachObjectBegins) {
    const auto file = paper_pdf("Tittel", "Et avsnitt.");

    ASSERT_TRUE(file.starts_with("%PDF-1.4\n"));
    ASSERT_TRUE(file.ends_with("%%EOF\n"));
    const auto table = number_at(file, file.rfind("startxref\n") + 10);
    ASSERT_EQ(file.substr(table, 5), "xref\n");
    const auto size = number_at(file, table + 7);
    for (std::size_t object = 1; object < size; ++object) {
        constexpr std::size_t entry_length = 20;
        const auto entry = file.find("0000000000 65535 f \n", table) + object * entry_length;
        const auto place = number_at(file, entry);
        EXPECT_EQ(number_at(file, place), object);
        EXPECT_EQ(file.substr(file.find(' ', place), 7), " 0 obj\n");
    }
}

TEST(PaperPdf, KeepsNorwegianLettersAndWhatPdfReadsOtherwise) {
    const auto file = paper_pdf("Blåbær", "Rømme (lett) – 3 \\ 4 og Guovdageaidnu Máze, Kárášjohka");

    EXPECT_NE(file.find("(Bl\xE5"
                        "b\xE6r) Tj"),
              std::string::npos);
    EXPECT_NE(file.find("R\xF8mme \\(lett\\) \x96 3 \\\\ 4"), std::string::npos);
    EXPECT_NE(file.find("K\xE1r\xE1?johka"), std::string::npos);
}

TEST(PaperPdf, TakesAsManyPagesAsTheTextNeeds) {
    std::string long_text;
    for (int i = 0; i < 120; ++i)
        long_text += "Et avsnitt.\n\n";

    EXPECT_EQ(count(paper_pdf("Tittel", ""), "/Type /Page "), 1);
    EXPECT_EQ(count(paper_pdf("Tittel", long_text), "/Type /Page "), 6);
    EXPECT_EQ(paper_pdf("Tittel", long_text), paper_pdf("Tittel", long_text));
}
