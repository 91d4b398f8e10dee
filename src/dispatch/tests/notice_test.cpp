// People are told of a letter in their mailbox: once, in their language, and never of what it is about.
#include "dispatch/actions/open_letter.hpp"
#include "dispatch/domain/notice.hpp"
#include "dispatch/jobs/send_notice.hpp"
#include "dispatch/store/notice_store.hpp"
#include "dispatch/tests/register_world.hpp"
#include "platform/errors.hpp"

#include <fmt/format.h>

namespace {

using namespace std::chrono_literals;

class Notices : public post::RegisterOffice {
protected:
    Notices() {
        const auto registered = world.database->write([&](db::Transaction& transaction) {
            const directory::Doer doer{*world.journal, world.system, *world.random, world.clock.now()};
            return directory::register_person(transaction, doer, office.person_key,
                                              {.name = "Kari", .identity_number = std::string{post::kari}});
        });
        EXPECT_TRUE(registered);
        kari_herself = world::World::person("Kari", {});
        kari_herself.id = registered->to_string();
    }
    std::string arrived(std::string_view title = "Hemmelig tittel", std::string_view more = {}) {
        const auto id = sent(title, more);
        work();
        work();
        return id;
    }
    void read(const std::string& id) {
        const auto done = world.database->write([&](db::Transaction& transaction) -> Result<void> {
            return dispatch::open_letter({transaction, office, kari_herself, world.clock.now()},
                                         TRY(dispatch::DispatchId::parse(id)));
        });
        ASSERT_TRUE(done) << describe(done.error());
    }
    Principal kari_herself;
    jobs::Job job(const std::string& id) {
        jobs::Job wanted;
        wanted.payload = fmt::format(R"({{"dispatch":"{}","occasion":"arrival"}})", id);
        return wanted;
    }
    std::int64_t events(std::string_view type) {
        const auto lease = world.database->reader();
        const auto all = world.journal->after(**lease, 0, 1000);
        return std::ranges::count(*all, type, &journal::StoredEvent::type);
    }
};
EACH_DATABASE(Notices);

Instant moment(const char* text) {
    return *parse_instant(text);
}

} // namespace

TEST_P(Notices, TellWhoSentALetterAndNothingOfWhatItIsAbout) {
    const auto id = arrived();
    ASSERT_EQ(mails.size(), 1U);
    const auto& mail = mails.front();
    EXPECT_EQ(mail.to, "kari@eksempel.example");
    EXPECT_EQ(mail.language, "nb");
    EXPECT_EQ(mail.subject, "Brev fra avsender");
    for (const auto* wanted : {"avsender har sendt deg et brev", "innen 6. mars 2026 kl. 02.00", "/mailbox"})
        EXPECT_NE(mail.text.find(wanted), std::string::npos) << mail.text;
    ASSERT_EQ(text_messages.size(), 1U);
    const auto& message = text_messages.front();
    EXPECT_EQ(message.text_of("to"), "+4790000000");
    EXPECT_EQ(message.text_of("id"), id + " arrival");
    EXPECT_EQ(message.text_of("text").find("http"), std::string_view::npos);
    for (const auto& text : {mail.text + mail.subject, std::string{message.text_of("text")}}) {
        EXPECT_EQ(text.find("Hemmelig"), std::string::npos) << text;
        EXPECT_EQ(text.find("brev.pdf"), std::string::npos) << text;
        EXPECT_EQ(text.find("Kari"), std::string::npos) << text;
    }
    const auto said = history(id);
    EXPECT_EQ(times(said, "Varsel sendt på e-post"), 1);
    EXPECT_EQ(times(said, "Varsel sendt på SMS"), 1);
    EXPECT_EQ(said.find("eksempel.example"), std::string::npos);
    EXPECT_EQ(said.find("90000000"), std::string::npos);
    EXPECT_EQ(events("dispatch.notice_sent"), 2);
}

TEST_P(Notices, AreSentOnceHoweverOftenTheJobRuns) {
    const auto id = arrived();
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(dispatch::send_notice(office, job(id)));
    EXPECT_EQ(mails.size(), 1U);
    EXPECT_EQ(text_messages.size(), 1U);
}

TEST_P(Notices, ThatMayHaveBeenSentAreNotSentAgain) {
    const auto id = sent("Vedtak");
    ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) {
        return dispatch::store::begin(transaction, {*dispatch::DispatchId::parse(id)}, world.clock.now());
    }));
    work();
    work();
    EXPECT_TRUE(mails.empty());
    EXPECT_EQ(text_messages.size(), 1U);
    const auto lease = world.database->reader();
    const auto kept = dispatch::store::notice(**lease, *dispatch::DispatchId::parse(id),
                                              dispatch::NoticeOccasion::arrival, dispatch::NoticeWay::mail);
    EXPECT_EQ((*kept)->outcome, dispatch::NoticeOutcome::unknown);
}

TEST_P(Notices, AreTriedAgainByTheWayThatWasAwayAlone) {
    mail_failure = platform::mail_unavailable.error({{"why", "borte"}});
    gateway_status = 0;
    const auto id = arrived();
    EXPECT_TRUE(mails.empty());
    gateway_status = 202;
    EXPECT_FALSE(dispatch::send_notice(office, job(id)));
    EXPECT_EQ(text_messages.size(), 1U);
    mail_failure.reset();
    world.clock.advance(10min);
    work();
    EXPECT_EQ(mails.size(), 1U);
    EXPECT_EQ(text_messages.size(), 1U);
    EXPECT_EQ(events("dispatch.notice_sent"), 2);
}

TEST_P(Notices, ThatNobodyTakesAreShownToTheSender) {
    mail_failure = platform::mail_refused.error({{"code", 550}});
    gateway_status = 400;
    const auto id = arrived();
    EXPECT_EQ(times(history(id), "Mottaker kan ikke varsles"), 1);
    person = R"("reservasjon":"NEI","status":"IKKE_REGISTRERT")";
    const auto unknown = arrived("Til en ukjent");
    EXPECT_EQ(times(history(unknown), "Mottaker kan ikke varsles"), 1);
    ASSERT_TRUE(dispatch::send_notice(office, job(unknown)));
    EXPECT_EQ(times(history(unknown), "Mottaker kan ikke varsles"), 1);
    EXPECT_EQ(status_of(unknown), "VARSLET");
}

TEST_P(Notices, WaitForTheRegisterAndForTheMorning) {
    world.clock.set(moment("2026-03-04T20:30:00Z"));
    const auto id = arrived();
    EXPECT_TRUE(mails.empty());
    ASSERT_TRUE(dispatch::send_notice(office, job(id)));
    EXPECT_TRUE(mails.empty());
    world.clock.set(moment("2026-03-05T06:00:00Z"));
    is_away = true;
    work();
    EXPECT_TRUE(mails.empty());
    is_away = false;
    world.clock.advance(10min);
    work();
    EXPECT_EQ(mails.size(), 1U);
}

TEST_P(Notices, RemindOnceBeforeTheDeadlineAndOnlyOfWhatIsUnread) {
    const auto unread = arrived("En");
    const auto opened = arrived("To");
    ASSERT_EQ(mails.size(), 2U);
    read(opened);
    world.clock.set(moment("2026-03-05T08:59:00Z"));
    work();
    EXPECT_EQ(mails.size(), 2U);
    world.clock.set(moment("2026-03-05T09:01:00Z"));
    work();
    work();
    ASSERT_EQ(mails.size(), 3U);
    EXPECT_EQ(mails.back().subject, "Ulest brev fra avsender");
    EXPECT_EQ(times(history(unread), "Påminnelse sendt på SMS"), 1);
    EXPECT_EQ(times(history(opened), "Påminnelse"), 0);
}

TEST_P(Notices, TellNobodyOfWhatIsReadStoppedOrNoLongerTheirs) {
    world.clock.set(moment("2026-03-04T20:30:00Z"));
    const auto opened = arrived("En");
    const auto reserved = arrived("To");
    read(opened);
    person = R"("reservasjon":"JA","status":"AKTIV","varslingsstatus":"KAN_VARSLES","kontaktinformasjon":)"
             R"({"epostadresse":"kari@eksempel.example"})";
    world.clock.set(moment("2026-03-05T07:00:00Z"));
    work();
    EXPECT_TRUE(mails.empty());
    EXPECT_EQ(times(history(reserved), "Varsel"), 0);
}

TEST_P(Notices, SpeakTheLanguageOfTheOneWhoIsTold) {
    person.replace(person.find(R"("spraak":"nb")"), 13, R"("spraak":"nn")");
    arrived("Vedtak", R"(,"kunDigitalLevering":true)");
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails.front().subject, "Brev frå avsender");
    EXPECT_NE(mails.front().text.find("/nn/mailbox"), std::string::npos);
    EXPECT_EQ(mails.front().text.find("papir"), std::string::npos);
}

TEST_P(Notices, AreSentByNobodyWhereThereIsNoWay) {
    office.send_mail = nullptr;
    office.gateway.url.clear();
    EXPECT_EQ(status_of(arrived()), "VARSLET");
    EXPECT_TRUE(text_messages.empty());
}

TEST(NoticeTime, IsBetweenSevenAndTwentyOneInNorway) {
    using dispatch::next_notice_time;
    EXPECT_EQ(next_notice_time(moment("2026-03-04T05:59:59Z")), moment("2026-03-04T06:00:00Z"));
    EXPECT_EQ(next_notice_time(moment("2026-03-04T06:00:00Z")), moment("2026-03-04T06:00:00Z"));
    EXPECT_EQ(next_notice_time(moment("2026-03-04T19:59:59Z")), moment("2026-03-04T19:59:59Z"));
    EXPECT_EQ(next_notice_time(moment("2026-03-04T20:00:00Z")), moment("2026-03-05T06:00:00Z"));
    EXPECT_EQ(next_notice_time(moment("2026-07-04T19:00:00Z")), moment("2026-07-05T05:00:00Z")) << "summer time";
}

TEST(NoticeTime, IsWheneverTheOperatorSays) {
    using dispatch::next_notice_time;
    EXPECT_EQ(next_notice_time(moment("2026-03-04T02:00:00Z"), {0h, 24h}), moment("2026-03-04T02:00:00Z"));
    EXPECT_EQ(next_notice_time(moment("2026-03-04T22:59:00Z"), {0h, 24h}), moment("2026-03-04T22:59:00Z"));
    EXPECT_EQ(next_notice_time(moment("2026-03-04T02:00:00Z"), {21h, 7h}), moment("2026-03-04T02:00:00Z"));
    EXPECT_EQ(next_notice_time(moment("2026-03-04T15:30:00Z"), {8h, 16h}), moment("2026-03-05T07:00:00Z"));
}

TEST(NoticeTime, LeavesAReminderOutWhenTheDeadlineIsShort) {
    EXPECT_FALSE(dispatch::reminder_time(moment("2026-03-04T09:00:00Z"), 20h));
    EXPECT_EQ(dispatch::reminder_time(moment("2026-03-04T09:00:00Z"), 40h), moment("2026-03-05T09:00:00Z"));
    EXPECT_EQ(dispatch::reminder_time(moment("2026-03-06T09:00:00Z"), 40h), moment("2026-03-09T09:00:00Z"))
        << "a weekend";
}
