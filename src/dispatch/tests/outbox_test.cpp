// An organisation looks for what it has sent.
#include "dispatch/domain/patience.hpp"
#include "dispatch/domain/prospect.hpp"
#include "dispatch/domain/working_time.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/account_store.hpp"
#include "dispatch/tests/post_world.hpp"

#include <algorithm>
#include <set>

using namespace std::chrono_literals;

namespace {

class Outbox : public post::Office {
protected:
    world::Browser browser{world, [this](http::Router& routes) { dispatch::add_routes(routes, office); }};
    Principal clerk = seeing(ks.to_string());

    static Principal seeing(const std::string& organisation) {
        auto somebody = world::World::person("Jorunn", {});
        somebody.organisation_id = organisation;
        somebody.grants = {{std::string{dispatch::right::see_outbox.name}, organisation}};
        return somebody;
    }
    json::Value asked(std::string_view query) {
        const auto answer = browser.get("/outbox.json" + std::string{query}, clerk);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return *json::parse(answer.body);
    }
    /// In the order of the list.
    std::vector<std::string> found(std::string_view query) {
        std::vector<std::string> ids;
        const auto view = asked(query);
        for (const auto& row : *view.find("sent")->array())
            ids.emplace_back(row.text_of("id"));
        return ids;
    }
    std::string searched(world::Browser::Fields form) {
        const auto answer = browser.post("/outbox/search", form, clerk);
        EXPECT_EQ(answer.status, 303) << answer.body;
        return std::string{answer.header("location").value_or("")};
    }
};
EACH_DATABASE(Outbox);

using Ids = std::vector<std::string>;

} // namespace

TEST_P(Outbox, FindsADispatchByItsIdAndByWhatItsSenderCallsIt) {
    const auto first = sent("Først", R"(,"eksternReferanse":"sak 7")");
    sent("Annet", R"(,"eksternReferanse":"sak 8")");
    EXPECT_EQ(found("?reference=" + first), Ids{first});
    EXPECT_EQ(found("?reference=sak%207"), Ids{first});
    EXPECT_EQ(found("?reference=%20sak%207%20"), Ids{first});
    EXPECT_EQ(found("?reference=sak"), Ids{});
    const auto page = browser.get("/outbox?reference=sak", clerk).body;
    EXPECT_NE(page.find("Fant ingen forsendelser"), std::string::npos);
    EXPECT_NE(page.find("/outbox.json?reference=sak"), std::string::npos) << "the same question for machines";
}

TEST_P(Outbox, FindsByRecipientStatusAccountAndDay) {
    const auto to_kari = sent("Til Kari");
    work();
    world.clock.advance(48h);
    const auto to_organisation = sent_to_organisation("Til virksomheten");
    world.clock.advance(48h);
    const auto last = sent("Til Kari igjen");
    EXPECT_EQ(found(""), (Ids{last, to_organisation, to_kari}));
    EXPECT_EQ(found("?recipient=971032146"), Ids{to_organisation});
    EXPECT_EQ(found("?status=received"), Ids{last});
    EXPECT_EQ(found("?status=notified"), (Ids{to_organisation, to_kari}));
    const auto day = to_string(norwegian_date(stored(to_organisation)->received_at));
    EXPECT_EQ(found("?from=" + day + "&to=" + day), Ids{to_organisation});
    EXPECT_EQ(found("?from=" + day), (Ids{last, to_organisation}));
    EXPECT_EQ(found("?to=" + day), (Ids{to_organisation, to_kari}));
    const auto other = open_account("en annen");
    EXPECT_EQ(found("?account=" + other.to_string()), Ids{});
    EXPECT_EQ(found("?account=" + stored(last)->account_id.to_string()).size(), 3U);
    EXPECT_EQ(asked("").find("accounts")->array()->size(), 2U);
}

TEST_P(Outbox, FindsWhatASystemSentAlsoWhenTheContentIsGone) {
    const auto archive = sent("Fra arkivet", R"(,"avgivendeSystem":"Sak og arkiv")");
    const auto school = sent("Fra skolen", R"(,"avgivendeSystem":"Oppvekst")");
    sent("Uten system");
    EXPECT_EQ(found("?sendingSystem=Sak%20og%20arkiv"), Ids{archive});
    EXPECT_EQ(found("?sendingSystem=%20Oppvekst%20"), Ids{school});
    EXPECT_EQ(found("?sendingSystem=Sak"), Ids{});
    EXPECT_EQ(found("?sendingSystem=Oppvekst&status=received"), Ids{school});
    EXPECT_EQ(searched({{"sendingSystem", "Oppvekst"}}), "/outbox?sendingSystem=Oppvekst");
    EXPECT_NE(browser.get("/outbox?sendingSystem=Oppvekst", clerk).body.find("value=\"Oppvekst\""), std::string::npos);
    const auto destroyed = world.database->write([&](db::Transaction& transaction) {
        return dispatch::store::destroy_content(transaction, *dispatch::DispatchId::parse(school));
    });
    ASSERT_TRUE(destroyed);
    EXPECT_EQ(found("?sendingSystem=Oppvekst"), Ids{school});
    const auto view = *json::parse(browser.get("/outbox/" + school + ".json", clerk).body);
    EXPECT_EQ(view.text_of("sendingSystem"), "Oppvekst");
}

TEST_P(Outbox, TakesANumberOfAPersonInAFormAndKeepsItOutOfTheAddress) {
    const auto to_kari = sent("Til Kari");
    sent_to_organisation("Til virksomheten");
    const auto spaced = std::string{post::kari.substr(0, 6)} + " " + std::string{post::kari.substr(6)};
    const auto address = searched({{"recipient", spaced}, {"status", "notified"}, {"reference", ""}});
    EXPECT_EQ(address.find(post::kari), std::string::npos) << address;
    EXPECT_EQ(address.find("recipient"), std::string::npos) << address;
    const auto page = browser.get(address, clerk).body;
    EXPECT_NE(page.find("/outbox/" + to_kari), std::string::npos);
    EXPECT_NE(page.find("personen du søkte etter"), std::string::npos);
    EXPECT_EQ(page.find("Til virksomheten"), std::string::npos);
    EXPECT_EQ(page.find(post::kari), std::string::npos);
    EXPECT_EQ(searched({{"recipient", "971 032 146"}}), "/outbox?recipient=971032146");
    EXPECT_EQ(searched({{"recipient", " "}}), "/outbox");
}

TEST_P(Outbox, TellsAllThatCannotBeUsed) {
    const auto answer = browser.get("/outbox.json?recipient=971032147&person=xyz", clerk);
    EXPECT_EQ(answer.status, 422);
    EXPECT_NE(answer.body.find("directory.organisation_number_faulty"), std::string::npos) << answer.body;
    EXPECT_NE(answer.body.find("platform.bad_value"), std::string::npos) << answer.body;
    const auto page = browser.post("/outbox/search", {{"recipient", "13814520078"}, {"reference", "sak 7"}}, clerk);
    EXPECT_EQ(page.status, 422);
    EXPECT_NE(page.body.find("Et fødselsnummer eller D-nummer har elleve sifre"), std::string::npos);
    EXPECT_NE(page.body.find("value=\"sak 7\""), std::string::npos) << "what was typed stands";
    EXPECT_EQ(browser.get("/outbox?from=i%20dag", clerk).status, 422);
}

TEST_P(Outbox, GoesOnBehindEachPageUntilAllAreSeenOnce) {
    for (int i = 0; i < 52; ++i) {
        if (i % 3 == 0) world.clock.advance(1ms); // Some are received at the same time.
        sent("Brev " + std::to_string(i));
    }
    const auto first = asked("?status=received");
    ASSERT_EQ(first.find("sent")->array()->size(), 50U);
    const std::string older{first.text_of("olderUrl")};
    const auto rest = asked(older.substr(older.find('?')));
    ASSERT_EQ(rest.find("sent")->array()->size(), 2U);
    EXPECT_TRUE(rest.text_of("olderUrl").empty());
    std::set<std::string, std::less<>> seen;
    for (const auto* page : {&first, &rest})
        for (const auto& row : *page->find("sent")->array())
            seen.emplace(row.text_of("id"));
    EXPECT_EQ(seen.size(), 52U);
    EXPECT_NE(browser.get("/outbox", clerk).body.find("Eldre forsendelser"), std::string::npos);
}

TEST_P(Outbox, ShowsNothingOfWhatOthersSend) {
    const auto id = sent("Vedtak", R"(,"eksternReferanse":"sak 7")");
    clerk = seeing("0198c0de-0000-7000-8000-00000000c048");
    EXPECT_EQ(found(""), Ids{});
    EXPECT_EQ(found("?reference=" + id), Ids{});
    EXPECT_EQ(found("?account=" + stored(id)->account_id.to_string()), Ids{});
    EXPECT_EQ(browser.get("/outbox?behind=" + id, clerk).status, 404);
    clerk.grants.clear();
    EXPECT_EQ(browser.get("/outbox", clerk).status, 403);
    EXPECT_EQ(browser.post("/outbox/search", {}, clerk).status, 403);
}

TEST_P(Outbox, TellsWhichWayADispatchGoesAndWhatComesNextAndWhen) {
    const auto id = sent("Vedtak", R"(,"avgivendeSystem":"Sak og arkiv","forsendelsesType":"Byggesøknad")");
    const auto view = [&] { return *json::parse(browser.get("/outbox/" + id + ".json", clerk).body); };
    const auto received_at = stored(id)->received_at;
    EXPECT_EQ(view().text_of("next"), "checked");
    EXPECT_EQ(view().text_of("nextAt"), to_string(received_at + 24h));
    EXPECT_EQ(view().text_of("channel"), "undecided");
    work();
    const auto lies = view();
    const auto paper_at = dispatch::after_working_hours(stored(id)->status_at, dispatch::Account{}.read_deadline);
    EXPECT_EQ(lies.text_of("channel"), "mailbox");
    EXPECT_EQ(lies.text_of("next"), "sent_to_print");
    EXPECT_EQ(lies.text_of("nextAt"), to_string(paper_at));
    EXPECT_EQ(lies.text_of("sendingSystem"), "Sak og arkiv");
    EXPECT_EQ(lies.text_of("dispatchType"), "Byggesøknad");
    const auto page = browser.get("/outbox/" + id, clerk).body;
    for (const auto* words :
         {"Kanal", "Innboks", "Neste", "Går på papir etter", "Sak og arkiv", "Byggesøknad", "nivå 3, betydelig"}) {
        EXPECT_NE(page.find(words), std::string::npos) << words;
    }
    const auto read = world.database->write([&](db::Transaction& transaction) {
        return transaction.execute("UPDATE dispatch_dispatch SET status = 'read' WHERE id = $1", {id});
    });
    ASSERT_TRUE(read);
    EXPECT_TRUE(view().text_of("next").empty());
    EXPECT_EQ(browser.get("/outbox/" + id, clerk).body.find("Neste"), std::string::npos);
}

TEST(Prospect, HasAStepAndATimeInEveryStateThatIsLeftByItself) {
    using enum dispatch::Status;
    using dispatch::Channel;
    using dispatch::NextStep;
    const Instant since = at_norwegian_time(Date{2026y / 6 / 1}, 12h); // A Monday.
    const auto expect = [&](dispatch::Standing standing, NextStep step, std::chrono::hours after) {
        standing.since = since;
        const auto prospect = dispatch::prospect_of(standing);
        ASSERT_TRUE(prospect);
        EXPECT_EQ(prospect->step, step);
        EXPECT_EQ(prospect->at, since + after);
    };
    dispatch::Standing standing;
    standing.read_deadline = 40h;
    expect(standing, NextStep::checked, 24h);
    standing.status = accepted;
    standing.channel = Channel::print;
    expect(standing, NextStep::taken_to_print, 14 * 24h);
    standing.channel = Channel::altinn;
    expect(standing, NextStep::handed_over, dispatch::carrier_patience);
    standing.status = sent_to_altinn;
    expect(standing, NextStep::confirmed, 7 * 24h);
    standing.status = ready_for_receiver;
    expect(standing, NextStep::fetched, 14 * 24h);
    standing.status = sent_to_print;
    expect(standing, NextStep::printed, 14 * 24h);
    standing.status = notified;
    expect(standing, NextStep::sent_to_print, 40h);
    standing.read_deadline = 720h; // Thirty working days.
    expect(standing, NextStep::sent_to_print, 6 * 7 * 24h);
    standing.read_deadline = 40h;
    standing.is_digital_only = true;
    expect(standing, NextStep::ended, 40h);
    standing.has_content = false;
    expect(standing, NextStep::ended, 60 * 24h);
    standing.status = read;
    EXPECT_FALSE(dispatch::prospect_of(standing));
}

TEST_P(Outbox, OneLetterThatCannotBeReadTakesNoOthersAlong) {
    const auto damaged = sent("Skadet"), whole = sent("Hel");
    const auto done = world.database->write([&](db::Transaction& transaction) -> Result<void> {
        return transaction.enqueue("UPDATE dispatch_dispatch SET manifest = $2 WHERE id = $1",
                                   {damaged, db::Bytes(64, 1)});
    });
    ASSERT_TRUE(done);
    EXPECT_EQ(found(""), (Ids{whole, damaged}));
    const auto page = browser.get("/outbox", clerk).body;
    EXPECT_NE(page.find("Kan ikke vises"), std::string::npos);
    EXPECT_NE(page.find("Hel"), std::string::npos);
    EXPECT_EQ(browser.get("/outbox/" + damaged, clerk).status, 503) << "alone it is told what is wrong";
}
