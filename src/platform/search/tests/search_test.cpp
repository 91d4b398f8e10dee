// One corpus, two databases, the same first answers.
#include "platform/search/search.hpp"

#include "platform/random.hpp"
#include "platform/testing/test_database.hpp"

namespace {

using namespace std::chrono_literals;
constexpr Instant spring = std::chrono::sys_days{std::chrono::March / 1 / 2026};

search::Document document(std::string id, std::string title, std::string text, int day = 0, std::string kind = "case") {
    return {std::move(kind),
            id,
            i18n::Language::nb,
            std::move(title),
            std::move(text),
            "/cases/" + id,
            spring + std::chrono::days{day}};
}

const std::vector<search::Document> corpus{
    document("plan", "Kommuneplanens arealdel", "Kommunen legger planen ut til høring. Fristen er 1. mai.", 3),
    document("broadband", "Bredbånd i distriktene",
             "Fylkeskommunen fordeler tilskudd til bredbånd. Bredbånd når ikke alle. Kommunene søker om bredbånd.", 1),
    document("mention", "Årsmelding for nettverket", "Meldingen nevner bredbånd én gang, blant mye annet om drift.", 9),
    document("appeal", "Klage på avgjørelse 19/03109", "Avgjørelsen ble påklaget av Ålesund kommune.", 5),
    document("berries", "Bær og bar", "Blåbærskogen ved Østre Aas skole. Baren er stengt.", 2),
    document("karasjok", "Kárášjohka – Karasjok", "Kárášjoga gielda.", 4, "organisation"),
    document("mail", "Sikker e-post", "E-posten leveres til den digitale postkassen.", 6),
    document("council", "Hovedstyret", "Hovedstyret behandler saken før landstinget i februar.", 7, "body"),
};

class Search : public ::testing::TestWithParam<db::Dialect> {
protected:
    Search() { put(corpus); }
    void put(const std::vector<search::Document>& documents) {
        const auto done = database->write([&](db::Transaction& transaction) -> Result<void> {
            for (const auto& each : documents)
                TRY(search::put(transaction, each));
            return {};
        });
        ASSERT_TRUE(done) << describe(done.error());
    }
    search::Answer answer(const search::Question& question) {
        const auto reader = database->reader();
        auto found = search::find(**reader, question);
        EXPECT_TRUE(found) << question.words << ": " << describe(found.error());
        return found ? *found : search::Answer{};
    }
    std::vector<std::string> ids(const std::string& words) {
        std::vector<std::string> found;
        for (const auto& hit : answer({.words = words}).hits)
            found.push_back(hit.id);
        return found;
    }

    world::TestDatabase place{GetParam(), world::Contents::empty_tables};
    std::unique_ptr<db::Database> database = place.open();
};
EACH_DATABASE(Search);

using Ids = std::vector<std::string>;

TEST_P(Search, FindsAWordInAllItsForms) {
    EXPECT_EQ(ids("kommunens "), (Ids{"appeal", "plan", "broadband"}));
    EXPECT_EQ(ids("HØRINGEN"), Ids{"plan"});
    EXPECT_EQ(ids("avgjørelser"), Ids{"appeal"});
}

TEST_P(Search, KeepsNorwegianLettersApart) {
    EXPECT_EQ(ids("bær "), Ids{"berries"});
    EXPECT_EQ(ids("ål "), Ids{});
    EXPECT_EQ(ids("Östre Åas"), Ids{});
    EXPECT_EQ(ids("Østre Ås"), Ids{"berries"});
    EXPECT_EQ(ids("aalesund"), Ids{"appeal"});
    EXPECT_EQ(ids("karasjohka"), Ids{"karasjok"});
}

TEST_P(Search, FindsAHalfTypedLastWord) {
    EXPECT_EQ(ids("kommunepl"), Ids{"plan"});
    EXPECT_EQ(ids("avgjørels"), Ids{"appeal"});
    EXPECT_EQ(ids("blåbær"), Ids{"berries"});
    EXPECT_EQ(ids("blåbær "), Ids{}) << "the space tells that the word is complete";
    EXPECT_EQ(ids("bredb* distrikt"), Ids{"broadband"});
    EXPECT_EQ(ids("bredb distrikt"), Ids{});
}

TEST_P(Search, WantsAllWords) {
    EXPECT_EQ(ids("bredbånd tilskudd"), Ids{"broadband"});
    EXPECT_EQ(ids("bredbånd landsting"), Ids{});
}

TEST_P(Search, LeavesOutWhatIsNotWanted) {
    EXPECT_EQ(ids("bredbånd -drift"), Ids{"broadband"});
    EXPECT_EQ(ids("bredbånd -\"når ikke\""), Ids{"mention"});
    EXPECT_EQ(ids("-bredbånd"), Ids{}) << "what to leave out is no question";
}

TEST_P(Search, TakesAPhraseAsItIsWritten) {
    EXPECT_EQ(ids("\"tilskudd til bredbånd\""), Ids{"broadband"});
    EXPECT_EQ(ids("\"bredbånd til tilskudd\""), Ids{});
    EXPECT_EQ(ids("\"leveres til den"), Ids{"mail"}) << "the last quote may be missing";
    EXPECT_EQ(ids("\"kommunes\""), Ids{});
    EXPECT_EQ(ids("\"distriktene fylkeskommunen\""), Ids{}) << "a title does not run on into its text";
}

TEST_P(Search, TakesWhatIsWrittenTogetherAsAPhrase) {
    EXPECT_EQ(ids("19/03109"), Ids{"appeal"});
    EXPECT_EQ(ids("19/031"), Ids{"appeal"});
    EXPECT_EQ(ids("e-posten"), Ids{"mail"});
    EXPECT_EQ(ids("post-e "), Ids{});
}

TEST_P(Search, RanksTitlesFirstThenOftenThenNew) {
    EXPECT_EQ(ids("bredbånd"), (Ids{"broadband", "mention"}));
    put({document("whole", "Bredbånd", "Alt om saken.", -30), document("newer", "Drift", "bredbånd", 12),
         document("older", "Drift", "bredbånd", 11)});
    EXPECT_EQ(ids("bredbånd"), (Ids{"whole", "broadband", "newer", "older", "mention"}));
}

TEST_P(Search, AnswersNothingToNothing) {
    for (const auto* words :
         {"", " ", "\"", "\"\"", "-", "*", "--", "- -", "\"*", "()", "' OR 1=1", "a:b AND", "\xff\xfe", "NEAR("})
        EXPECT_LE(answer({.words = words}).hits.size(), 8U) << words;
    EXPECT_EQ(ids("*"), Ids{});
    EXPECT_EQ(ids("\xff"), Ids{});
}

TEST_P(Search, NeverFailsWhateverIsTyped) {
    const std::vector<std::string> pieces{"\"",          "-",      "*",     " ",   "(",   ")",  "'",   "\\",   ":",
                                          "&",           "|",      "!",     "<->", "AND", "OR", "NOT", "NEAR", "a",
                                          "aa",          "plan",   "19/03", "{}",  "^",   "+",  "ø",   "ͺ",    "ﬁ",
                                          "👩‍🚒", "\u00ad", "ß",     "%",   "$1",  "\0"};
    const auto random = make_seeded_random(19);
    for (int n = 0; n < 400; ++n) {
        std::string words;
        for (auto length = random->below(12); length > 0; --length)
            words += pieces[random->below(pieces.size())];
        const auto reader = database->reader();
        const auto found = search::find(**reader, {.words = words});
        EXPECT_TRUE(found) << words << ": " << describe(found.error());
    }
}

TEST_P(Search, CountsEachKindAndNarrowsToOne) {
    put({document("body", "Bredbåndsutvalget", "Utvalget for bredbånd.", 1, "body")});

    const auto all = answer({.words = "bredbånd"});
    const auto bodies = answer({.words = "bredbånd", .kind = "body"});

    EXPECT_EQ(all.total, 3);
    EXPECT_EQ(all.kinds, (std::vector<std::pair<std::string, std::int64_t>>{{"body", 1}, {"case", 2}}));
    EXPECT_EQ(bodies.total, 1);
    EXPECT_EQ(bodies.hits.at(0).id, "body");
    EXPECT_EQ(bodies.kinds, all.kinds);
}

TEST_P(Search, QuotesThePassageAroundTheMatch) {
    const auto hit = answer({.words = "tilskuddet"}).hits.at(0);

    EXPECT_EQ(hit.before, "Fylkeskommunen fordeler ");
    EXPECT_EQ(hit.match, "tilskudd");
    EXPECT_EQ(hit.after, " til bredbånd. Bredbånd når ikke alle. Kommunene søker om bredbånd.");
    EXPECT_EQ(hit.title, "Bredbånd i distriktene");
    EXPECT_EQ(hit.url, "/cases/broadband");
    EXPECT_EQ(hit.changed_at, spring + std::chrono::days{1});
}

TEST_P(Search, CutsLongPassagesAtWords) {
    std::string text;
    for (int n = 0; n < 100; ++n)
        text += "ord" + std::to_string(n) + (n % 5 == 0 ? "\n\n " : " ");
    put({document("long", "Lang", text)});

    const auto middle = answer({.words = "ord50"}).hits.at(0);
    const auto in_title = answer({.words = "lang"}).hits.at(0);

    EXPECT_TRUE(middle.before.starts_with("…ord38 ")) << middle.before;
    EXPECT_TRUE(middle.after.ends_with("ord74…")) << middle.after;
    EXPECT_EQ(middle.before.find('\n'), std::string::npos);
    EXPECT_TRUE(in_title.before.starts_with("ord0 ord1 ord2"));
    EXPECT_EQ(in_title.match, "");
}

TEST_P(Search, ForgetsWhatWasReplacedRemovedOrIsNotPublic) {
    put({document("plan", "Kulturplan", "Ny tekst.")});
    auto hidden = document("broadband", "Bredbånd", "Unntatt.");
    hidden.is_public = false;
    put({hidden});
    const auto removed =
        database->write([](db::Transaction& transaction) { return search::remove(transaction, "case", "mail"); });

    ASSERT_TRUE(removed);
    EXPECT_EQ(ids("arealdel"), Ids{});
    EXPECT_EQ(ids("kulturplan"), Ids{"plan"});
    EXPECT_EQ(ids("bredbånd"), Ids{"mention"});
    EXPECT_EQ(ids("e-post"), Ids{});
}

TEST_P(Search, TurnsPagesWithoutGapsOrDoubles) {
    std::vector<search::Document> many;
    for (int n = 0; n < 350; ++n)
        many.push_back(
            document("m" + std::to_string(n), n % 7 == 0 ? "Hytte" : "Sak", "om hytten " + std::to_string(n), n % 50));
    put(many);

    std::set<std::string> seen;
    for (int offset = 0; offset < 350; offset += 25) {
        const auto page = answer({.words = "hytter ", .limit = 25, .offset = offset});
        EXPECT_EQ(page.total, 350);
        for (const auto& hit : page.hits)
            EXPECT_TRUE(seen.insert(hit.id).second) << hit.id;
    }
    EXPECT_EQ(seen.size(), 350U);
}

TEST_P(Search, TakesTextsOfAnyLength) {
    std::string text;
    for (int n = 0; n < 60'000; ++n)
        text += "og kommunen" + std::to_string(n) + "'s \\ ";
    put({document("endless", "Endeløs", text + "slutt")});

    EXPECT_EQ(ids("kommunen17"), Ids{"endless"});
    EXPECT_EQ(ids("\"og kommunen17\""), Ids{"endless"});
    EXPECT_EQ(ids("\"og kommunen1000\""), Ids{}) << "so many places of one word are kept, on both databases";
    EXPECT_EQ(ids("slutt"), Ids{});
}

} // namespace
