#include "platform/search/words.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

std::string folded(std::string_view text) {
    std::string line;
    for (const auto& word : search::words_of(text, 1000))
        line += (line.empty() ? "" : " ") + word.folded;
    return line;
}

std::string stem(std::string_view word) {
    return search::words_of(word, 1).at(0).stem;
}

TEST(SearchWords, KeepNorwegianLetters) {
    EXPECT_EQ(folded("Blåbær på Østre Ås, ÆØÅ"), "blåbær på østre ås æøå");
    EXPECT_NE(folded("bær"), folded("bar"));
}

TEST(SearchWords, AreTheSameHoweverTheyAreSpelled) {
    EXPECT_EQ(folded("Aasen"), folded("Åsen"));
    EXPECT_EQ(folded("Malmö Västerås"), "malmø væsterås");
    EXPECT_EQ(folded("Kárášjohka Guovdageaidnu Unjárga Deatnu Ŋ đ ŧ"), "karasjohka guovdageaidnu unjarga deatnu n d t");
    EXPECT_EQ(folded("café ÉCOLE Straße"), "cafe ecole strasse");
    EXPECT_EQ(folded("a\xcc\x8a"), "a") << "marks that stand alone are dropped; whole texts are composed before";
}

TEST(SearchWords, TakeLettersThatAreSeveralApart) {
    EXPECT_EQ(folded("oﬃce ﬁnans"), "office finans");
    EXPECT_EQ(folded("x\xcd\xbay"), "x\xcd\xbay") << "U+037A is a space and a mark; the space must not get in";
}

TEST(SearchWords, ArePartedByAllThatIsNoLetterOrDigit) {
    EXPECT_EQ(folded("sak 19/03109-1: «e-post» § 11-3, co2"), "sak 19 03109 1 e post 11 3 co2");
    EXPECT_EQ(folded("kommune\xc2\xadplan"), "kommuneplan") << "a soft hyphen is nothing";
    EXPECT_EQ(folded("  \n🫐 … "), "");
}

TEST(SearchWords, LoseTheirEndings) {
    for (const auto* form : {"kommune", "kommunen", "kommuner", "kommunene", "kommunens"})
        EXPECT_EQ(stem(form), "kommun") << form;
    EXPECT_EQ(stem("møter"), stem("møtet"));
    EXPECT_EQ(stem("2026"), "2026");
}

TEST(SearchWords, TellWhereTheyStand) {
    const std::string text = "«Årsmøtet» 2026";

    const auto words = search::words_of(text, 10);

    ASSERT_EQ(words.size(), 2U);
    EXPECT_EQ(text.substr(words[0].begin, words[0].end - words[0].begin), "Årsmøtet");
    EXPECT_EQ(text.substr(words[1].begin, words[1].end - words[1].begin), "2026");
}

TEST(SearchWords, StopAtTheirLimit) {
    EXPECT_EQ(search::words_of("en to tre fire", 2).size(), 2U);
    EXPECT_LE(search::words_of(std::string(5000, 'x'), 2).at(0).folded.size(), 100U);
}

RC_GTEST_PROP(SearchWords, AreInsideAnyBytesAndHoldOnlyWhatNeedsNoQuoting, (const std::string& bytes)) {
    for (const auto& word : search::words_of(bytes, 100)) {
        RC_ASSERT(word.begin < word.end);
        RC_ASSERT(word.end <= bytes.size());
        RC_ASSERT(!word.folded.empty());
        RC_ASSERT(word.folded.find_first_of(" '\"*:&|!()<>\\-") == std::string::npos);
    }
}

} // namespace
