// The papers of a meeting as one PDF: what each reader gets, and what nobody gets without the right.
#include "governance/actions/documents.hpp"
#include "governance/actions/shields.hpp"
#include "governance/governance.hpp"
#include "governance/rights.hpp"
#include "governance/tests/meeting_world.hpp"
#include "governance/texts.hpp"
#include "platform/pdf/workshop.hpp"
#include "platform/testing/browser.hpp"
#include "platform/testing/pdf_words.hpp"
#include "platform/texts.hpp"

using namespace governance;
using namespace governance::tests;

class MeetingPapersAsPdf : public MeetingWorld {
protected:
    void SetUp() override {
        MeetingWorld::SetUp();
        world.texts = i18n::Library{{&platform::text::catalogue, &governance::text::catalogue}};
        matter_id = case_for_board();
        meeting = plan_a_meeting();
        item = put_case(meeting, matter_id);
    }

    static std::string pdf_saying(const std::string& words) {
        pdf::Workshop workshop;
        pdf::Book book{"Vedlegg", "nb", Instant{}};
        book.paragraph(words).page().paragraph(words + ", side to");
        return *workshop.bind(book)->file.bytes();
    }

    DocumentId add(const std::string& title, const std::string& bytes, std::string media_type = "application/pdf",
                   const std::string& shielded_by = {}) {
        NewDocument sent;
        sent.title = title;
        sent.dated = today();
        if (!shielded_by.empty()) {
            sent.legal_basis = Line<200>{shielded_by};
            sent.until = in_days(365);
        }
        const auto digest = *world.blobs->put(bytes);
        const auto document = write([&](db::Transaction& transaction) {
            return add_document(transaction, world.services, world.system, matter_id, sent,
                                {"fil.pdf", std::move(media_type), bytes.size(), digest}, Scanning::off, now());
        });
        EXPECT_TRUE(document) << describe(document.error());
        return *document;
    }

    void go_out(const std::string& title, const std::string& bytes, const std::string& media_type = "application/pdf",
                const std::string& shielded_by = {}) {
        const auto document = add(title, bytes, media_type, shielded_by);
        const auto added = act([&](const Acting& acting) {
            return add_paper(acting, meeting, item, {document, {}}, {});
        });
        ASSERT_TRUE(added) << describe(added.error());
    }

    std::string address() {
        const auto shown = meeting_now(meeting);
        return "/meetings/" + record(meeting).body.slug + fmt::format("-{}-{}/papers.pdf", shown.year, shown.number);
    }
    http::Response fetched(const Principal& who = {}, const world::Browser::Fields& headers = {}) {
        return browser.get(address(), who, headers);
    }
    static pdf::Look look_at(const std::string& bytes) {
        pdf::Workshop workshop;
        auto file = pdf::File::of(bytes);
        return *workshop.look(*file);
    }
    static std::vector<std::string> bookmarks_of(const pdf::Look& look) {
        std::vector<std::string> lines;
        for (const auto& bookmark : look.bookmarks)
            lines.push_back(fmt::format("{} {}", bookmark.page, bookmark.title));
        return lines;
    }

    world::Browser browser{world, [](http::Router& router) { add_routes(router); }};
};
EACH_DATABASE(MeetingPapersAsPdf);

TEST_P(MeetingPapersAsPdf, HoldAgendaTextsAndDocumentsWithABookmarkForEach) {
    go_out("Utredning", pdf_saying("Utredningens ord"));
    go_out("Regneark", "ods", "application/vnd.oasis.opendocument.spreadsheet");
    go_out("Skadet", "%PDF-1.4\nikke noe\n%%EOF\n");
    ASSERT_TRUE(try_notice(meeting));

    const auto answer = fetched();

    ASSERT_EQ(answer.status, 200);
    EXPECT_EQ(answer.content_type, "application/pdf");
    EXPECT_EQ(answer.header("content-disposition").value_or("").substr(0, 6), "inline");
    const auto look = look_at(answer.body);
    EXPECT_EQ(look.finding, pdf::Finding::readable);
    EXPECT_EQ(look.language, "nb");
    EXPECT_EQ(bookmarks_of(look),
              (std::vector<std::string>{"1 Saksliste", "2 1/2026 Felles søknad om barnehageplass", "2 Bakgrunn",
                                        "2 Forslag til vedtak", "2 Dokumenter", "3 Utredning"}));
    EXPECT_EQ(look.pages.size(), 4U);
    const auto words = testing_pdf::words_in(answer.body);
    for (const auto* wanted :
         {"Én søknad for alle kommuner", "I dag er det over 40 skjema", "Den evalueres", "Utredningens ord, side to",
          "«Regneark» er ikke en PDF", "«Skadet» har passord", "side 2 av 4"}) {
        EXPECT_NE(words.find(wanted), std::string::npos) << wanted << "\n" << words;
    }
    const auto page = browser.get(address().substr(0, address().rfind('/')));
    EXPECT_NE(page.body.find(address()), std::string::npos);
}

TEST_P(MeetingPapersAsPdf, HoldTheDocumentsOfTheCaseWhereNoneWereSentOut) {
    add("Saksframlegget", pdf_saying("framlagt"));
    EXPECT_EQ(look_at(fetched().body).bookmarks.back().title, "Saksframlegget");
    go_out("Utsendt", pdf_saying("utsendt"));
    const auto bookmarks = bookmarks_of(look_at(fetched().body));
    EXPECT_EQ(bookmarks.back(), "3 Utsendt");
    for (const auto& bookmark : bookmarks)
        EXPECT_EQ(bookmark.find("Saksframlegget"), std::string::npos);
}

TEST_P(MeetingPapersAsPdf, HoldWhatAMinoritySaidWhenTheCaseWasTreatedBefore) {
    ASSERT_TRUE(try_notice(meeting));
    come_to(meeting);
    ASSERT_TRUE(try_open(meeting, {chair, members[0], members[1], members[2]}));
    const NewDissent dissent{members[0], std::string{"Kommunene bør bestemme dette."}};
    ASSERT_TRUE(act([&](const Acting& acting) { return record_dissent(acting, meeting, item, dissent); }));
    ASSERT_TRUE(rule(Outcome::postponed));
    ASSERT_TRUE(try_close());
    ASSERT_TRUE(step(onwards, matter_id));
    meeting = plan_a_meeting(60);
    item = put_case(meeting, matter_id);

    const auto words = testing_pdf::words_in(fetched().body);
    for (const auto* wanted : {"Særmerknader fra tidligere behandling", "Kommunene bør bestemme dette.", "Anne Medlem"})
        EXPECT_NE(words.find(wanted), std::string::npos) << wanted << "\n" << words;
}

TEST_P(MeetingPapersAsPdf, LeaveOutWhatIsShieldedAndSayWhy) {
    go_out("Personalsak kvitbjørn", pdf_saying("kvitbjørn i vedlegget"), "application/pdf", "offl. § 13");
    const auto shielded = write([&](db::Transaction& transaction) {
        NewShield shield;
        shield.field = ShieldField::background;
        shield.legal_basis = Line<200>{std::string{"offl. § 23"}};
        shield.until = in_days(365);
        return set_shield(transaction, world.services, world.system, matter_id, shield, now());
    });
    ASSERT_TRUE(shielded) << describe(shielded.error());
    ASSERT_TRUE(try_notice(meeting));

    const auto open = fetched();
    const auto words = testing_pdf::words_in(open.body);
    EXPECT_EQ(testing_pdf::unpacked(open.body).find("kvitbj"), std::string::npos);
    EXPECT_EQ(words.find("kvitbjørn"), std::string::npos);
    EXPECT_EQ(words.find("40 skjema"), std::string::npos);
    EXPECT_NE(words.find("offl. § 13"), std::string::npos) << words;
    EXPECT_NE(words.find("offl. § 23"), std::string::npos);

    const auto member = principal_of("Kari Leder", {governance::right::see_shielded});
    const auto whole = fetched(member);
    const auto all_words = testing_pdf::words_in(whole.body);
    for (const auto* wanted : {"kvitbjørn i vedlegget", "40 skjema", "Skal ikke deles"})
        EXPECT_NE(all_words.find(wanted), std::string::npos) << wanted << "\n" << all_words;
    EXPECT_EQ(look_at(whole.body).bookmarks.back().title, "Personalsak kvitbjørn");
    EXPECT_NE(whole.header("etag"), open.header("etag"));
}

TEST_P(MeetingPapersAsPdf, LeaveOutWhatIsTreatedBehindClosedDoors) {
    go_out("Kontrakt", pdf_saying("hemmelig sum"));
    ASSERT_TRUE(try_notice(meeting));
    ItemDescription closing;
    closing.is_closed = true;
    closing.closed_basis = std::string{"koml. § 11-5"};
    must([&](const Acting& acting) { return describe_item(acting, meeting, item, closing); });

    const auto open = fetched();
    const auto words = testing_pdf::words_in(open.body);
    for (const auto* hidden : {"hemmelig sum", "Kontrakt", "40 skjema", "evalueres"})
        EXPECT_EQ(words.find(hidden), std::string::npos) << hidden;
    EXPECT_NE(words.find("koml. § 11-5"), std::string::npos) << words;

    const auto secretary_words =
        testing_pdf::words_in(fetched(principal_of("Kari Leder", {governance::right::hold_meeting})).body);
    EXPECT_NE(secretary_words.find("hemmelig sum"), std::string::npos);
    EXPECT_NE(secretary_words.find("koml. § 11-5"), std::string::npos);
}

TEST_P(MeetingPapersAsPdf, AreNotMadeAgainForWhoHasThem) {
    go_out("Utredning", pdf_saying("ord"));
    const auto first = fetched();
    const std::string tag{first.header("etag").value_or("")};
    ASSERT_FALSE(tag.empty());
    EXPECT_EQ(fetched({}, {{"if-none-match", tag}}).status, 304);
    const auto again = fetched();
    EXPECT_EQ(again.body, first.body);
    const auto part = fetched({}, {{"range", "bytes=0-4"}});
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, "%PDF-");
    go_out("Nytt vedlegg", pdf_saying("mer"));
    EXPECT_NE(fetched().header("etag"), tag);
    EXPECT_EQ(browser.get("/meetings/finnes-ikke-2026-9/papers.pdf").status, 404);
}
