// Letters to inboxes in Altinn when something goes wrong: on the way there, between the two, or afterwards.
#include "dispatch/domain/patience.hpp"
#include "dispatch/jobs/print_letters.hpp"
#include "dispatch/jobs/tend_post.hpp"
#include "dispatch/store/altinn_message_store.hpp"
#include "dispatch/store/print_store.hpp"
#include "dispatch/tests/altinn_world.hpp"

#include <fmt/format.h>
#include <fstream>

namespace {

using namespace std::chrono_literals;

class AltinnInTrouble : public post::AltinnOffice {};
EACH_DATABASE(AltinnInTrouble);

} // namespace

TEST_P(AltinnInTrouble, IsTheNextWayWhenAnOrganisationsSystemNeverFetches) {
    organisation = {200, R"({"organisasjonsnummer":"971032146","navn":"EKSEMPEL"})", {}};
    open_receiver("mottak", post::receivers_key().certificate_pem);
    const auto id = sent_to_organisation("Til systemet");
    world.clock.advance(15 * 24h);
    EXPECT_TRUE(dispatch::tend_post(office));
    work();
    EXPECT_EQ(channel_of(id), dispatch::Channel::altinn);
    EXPECT_EQ(server.messages().size(), 1U);
}

TEST_P(AltinnInTrouble, IsTheNextWayWhenADigitalMailboxCannotBeReached) {
    office.altinn.reset();
    const auto id = to_kari("Vedtak");
    use_altinn({});
    // As one that waits for the mailbox with a provider, which the operator has switched off since.
    EXPECT_TRUE(world.database->write([&](db::Transaction& transaction) -> Result<void> {
        TRY(transaction.execute("UPDATE dispatch_dispatch SET status = 'accepted', channel = 'digital_mailbox' "
                                "WHERE id = $1",
                                {*dispatch::DispatchId::parse(id)}));
        return jobs::enqueue(transaction, "dispatch.deliver", fmt::format(R"({{"dispatch":"{}","attempt":3}})", id),
                             world.clock.now(), world.clock.now(), *world.random, "fire");
    }));
    work();
    EXPECT_EQ(channel_of(id), dispatch::Channel::altinn);
    EXPECT_EQ(server.messages().size(), 1U);
}

TEST_P(AltinnInTrouble, ThatIsAwayGetsTheLetterLaterAndOnce) {
    is_silent = true;
    const auto id = to_kari("Vedtak");
    pass(5h, 10min);
    EXPECT_EQ(status_of(id), "AKSEPTERT");
    EXPECT_EQ(times(history(id), "Altinn svarer ikke"), 1);
    is_silent = false;
    pass(1h, 10min);
    EXPECT_EQ(v3_status(id), "SENDT_ALTINN");
    EXPECT_EQ(server.messages().size(), 1U);
}

TEST_P(AltinnInTrouble, ThatRefusesOrStaysAwayLeavesTheLetterToTheMailboxHere) {
    status = 400;
    EXPECT_EQ(channel_of(to_kari("Avvist")), dispatch::Channel::mailbox);
    status = 503;
    const auto id = to_kari("Borte");
    EXPECT_EQ(channel_of(id), dispatch::Channel::altinn);
    pass(dispatch::carrier_patience + 12h, 30min);
    EXPECT_EQ(channel_of(id), dispatch::Channel::mailbox);
    EXPECT_EQ(times(history(id), "Kunne ikke leveres i Altinn"), 1);
}

TEST_P(AltinnInTrouble, IsAskedBeforeALetterWhoseEndNobodySawIsSentAgain) {
    is_lost_on_the_way_back = true;
    const auto id = to_kari("Vedtak");
    EXPECT_EQ(v3_status(id), "AKSEPTERT");
    is_lost_on_the_way_back = false;
    asked.clear();
    pass(10min, 5min);
    EXPECT_EQ(v3_status(id), "SENDT_ALTINN");
    EXPECT_EQ(server.messages().size(), 1U);
    EXPECT_EQ(times_asked("/upload"), 0);
}

TEST_P(AltinnInTrouble, ThatSaysHalfAWordIsAskedWhatItMeant) {
    is_half_said = true;
    const auto id = to_kari("Vedtak");
    EXPECT_EQ(v3_status(id), "AKSEPTERT");
    is_half_said = false;
    pass(10min, 5min);
    EXPECT_EQ(v3_status(id), "SENDT_ALTINN");
    EXPECT_EQ(server.messages().size(), 1U);
}

TEST_P(AltinnInTrouble, HasALetterOnceAlsoWhenTheProgramWasKilledBeforeItWroteThatDown) {
    const auto id = to_kari("Vedtak");
    const auto number = *dispatch::DispatchId::parse(id);
    // As it stood before the answer was written down.
    EXPECT_TRUE(world.database->write([&](db::Transaction& transaction) -> Result<void> {
        TRY(transaction.execute("UPDATE dispatch_dispatch SET status = 'accepted' WHERE id = $1", {number}));
        TRY(transaction.execute("UPDATE dispatch_altinn_message SET message_id = NULL, handed_over_at = NULL, "
                                "ask_at = NULL WHERE dispatch_id = $1",
                                {number}));
        return jobs::enqueue(transaction, "dispatch.deliver", fmt::format(R"({{"dispatch":"{}","attempt":0}})", id),
                             world.clock.now(), world.clock.now(), *world.random, "igjen");
    }));
    work();
    EXPECT_EQ(v3_status(id), "SENDT_ALTINN");
    EXPECT_EQ(server.messages().size(), 1U);
    EXPECT_EQ(times_asked("/upload"), 1);
    const auto reader = *world.database->reader();
    EXPECT_EQ((*dispatch::store::altinn_message(*reader, number))->message_id, server.messages()[0].id);
}

TEST_P(AltinnInTrouble, ThatCannotPutItThereLeavesItToTheMailboxHere) {
    const auto id = to_kari("Vedtak");
    altinn_says("Failed");
    EXPECT_EQ(status_of(id), "VARSLET");
    EXPECT_EQ(channel_of(id), dispatch::Channel::mailbox);
    work();
    EXPECT_EQ(server.messages().size(), 1U);
    EXPECT_FALSE(mails.empty()) << "now it is we who tell";
}

TEST_P(AltinnInTrouble, ThatTakesAnUnreadLetterAwayAgainLeavesItToTheMailboxHere) {
    const auto id = to_kari("Vedtak");
    altinn_says("Published");
    altinn_says("PurgedByAltinn");
    EXPECT_EQ(channel_of(id), dispatch::Channel::mailbox);
}

TEST_P(AltinnInTrouble, ThatNeverSaysAWordIsGivenUpAndItsLateWordStillCounts) {
    const auto id = to_kari("Vedtak");
    world.clock.advance(8 * 24h);
    EXPECT_TRUE(dispatch::tend_post(office));
    EXPECT_EQ(channel_of(id), dispatch::Channel::mailbox);
    altinn_says("Read");
    EXPECT_EQ(status_of(id), "LEST");
}

TEST_P(AltinnInTrouble, IsAskedAboutOthersWhenOneIsUnknownAndNotAtAllWhileItIsAway) {
    const auto first = to_kari("Ett");
    const auto second = to_kari("To");
    EXPECT_TRUE(world.database->write([&](db::Transaction& transaction) {
        return transaction.execute("UPDATE dispatch_altinn_message SET message_id = $2 WHERE dispatch_id = $1",
                                   {*dispatch::DispatchId::parse(first), "0198c0de-0000-7000-8000-00000000dead"});
    }));
    altinn_says("Published");
    EXPECT_EQ(status_of(first), "AKSEPTERT");
    EXPECT_EQ(status_of(second), "VARSLET");
    is_silent = true;
    asked.clear();
    altinn_says("Read");
    EXPECT_EQ(times_asked(altinn_wire::address), 1);
    is_silent = false;
    altinn_says("Read");
    EXPECT_EQ(status_of(second), "LEST");
}

TEST_P(AltinnInTrouble, LeavesUnreadLettersToPaperAndALateReadingStillCounts) {
    const auto id = to_kari("Vedtak");
    const auto digital = to_kari("Bare digitalt", R"(,"kunDigitalLevering":true)");
    altinn_says("Published");
    world.clock.set(*parse_instant("2026-03-05T12:00:00Z"));
    EXPECT_TRUE(dispatch::print_letters(office));
    EXPECT_EQ(status_of(id), "VARSLET");
    world.clock.set(*parse_instant("2026-03-06T12:00:00Z"));
    EXPECT_TRUE(dispatch::print_letters(office));
    EXPECT_EQ(status_of(id), "SENDT_PRINT");
    EXPECT_EQ(status_of(digital), "SENDT_DIGITALT");
    altinn_says("Read");
    EXPECT_EQ(status_of(id), "LEST");
    EXPECT_EQ(status_of(digital), "LEST");
}

TEST_P(AltinnInTrouble, GetsNothingTwiceWhenThePrinterFails) {
    const auto id = to_kari("Vedtak");
    altinn_says("Published");
    world.clock.set(*parse_instant("2026-03-06T12:00:00Z"));
    EXPECT_TRUE(dispatch::print_letters(office));
    const auto reader = *world.database->reader();
    const auto runs = *dispatch::store::newest_print_runs(*reader, 1);
    ASSERT_EQ(runs.size(), 1U);
    std::ofstream{office.print_folder + "/receipts/" + runs[0].name + ".json"} << fmt::format(
        R"({{"run":"{}","letters":[{{"id":"{}","outcome":"failed","reason":"Papirstopp"}}]}})", runs[0].name, id);
    EXPECT_TRUE(dispatch::print_letters(office));
    EXPECT_EQ(channel_of(id), dispatch::Channel::print);
    work();
    EXPECT_EQ(server.messages().size(), 1U);
}
