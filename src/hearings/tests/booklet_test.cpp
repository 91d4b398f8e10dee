#include "hearings/actions/booklets.hpp"
#include "hearings/store/booklet_store.hpp"
#include "hearings/tests/hearing_world.hpp"

using namespace hearings;
using namespace hearings::tests;

class Booklets : public HearingWorld {
protected:
    NewBooklet a_booklet() {
        NewBooklet sent;
        sent.year = 2026;
        sent.title = Line<200>{std::string{"Debattheftet 2026"}};
        sent.questions = {Line<500>{std::string{"Hva er viktigst?"}}, Line<500>{std::string{"Hvem skal betale?"}}};
        sent.opens_on = today();
        sent.closes_on = in_days(30);
        return sent;
    }
    Result<BookletId> publish(const NewBooklet& sent, const Principal& who) {
        return try_write([&](db::Transaction& transaction) {
            return publish_booklet({transaction, world.services, who, now()}, sent);
        });
    }
    Booklet published() {
        good(publish(a_booklet(), world.system));
        return booklet();
    }
    Booklet booklet() {
        return read([&](db::Reader& reader) { return load_booklet(reader, "2026"); });
    }
    Result<void> answer_from(const std::string& county, int question, const std::string& text, const Principal& who) {
        const auto known = booklet();
        NewBookletAnswer sent;
        sent.county = Line<40>{county};
        sent.replies = {{question, Prose<20000>{text}}};
        return try_write([&](db::Transaction& transaction) {
            return answer_booklet({transaction, world.services, who, now()}, known, sent);
        });
    }
    Result<void> sum_up(int question, const std::string& number, const Principal& who) {
        const auto known = booklet();
        NewSummary sent;
        sent.question = question;
        sent.text = Prose<20000>{std::string{"Alle vil ha fart."}};
        sent.case_numbers = {Line<20>{number}};
        return try_write([&](db::Transaction& transaction) {
            return sum_up_booklet({transaction, world.services, who, now()}, known, sent);
        });
    }
};
EACH_DATABASE(Booklets);

TEST_P(Booklets, AskEveryCountyMeetingTheSameQuestionsAndShowWhoIsSilent) {
    published();
    good(answer_from("46", 1, "Samarbeid.", speaker("46")));
    good(answer_from("46", 1, "Samarbeid først.", speaker("46")));
    good(answer_from("11", 2, "Staten.", world.system));

    const auto view = *json::parse(good(get("/booklets/2026.json")).body);

    EXPECT_EQ(view.find("answeredBy")->array()->size(), 2U);
    EXPECT_EQ(view.find("silent")->array()->size(), 13U);
    const auto& first = (*view.find("questions")->array())[0];
    ASSERT_EQ(first.find("answers")->array()->size(), 1U);
    EXPECT_EQ((*first.find("answers")->array())[0].text_of("text"), "Samarbeid først.");
    EXPECT_NE(good(get("/booklets")).body.find("Debattheftet 2026"), std::string::npos);
}

TEST_P(Booklets, AreSummedUpIntoTheCasesThatFollow) {
    published();
    good(sum_up(1, case_number, world.system));

    EXPECT_NE(good(get("/booklets/2026")).body.find("Alle vil ha fart."), std::string::npos);
    EXPECT_NE(good(get("/booklets/2026")).body.find("Felles søknad"), std::string::npos);
    EXPECT_NE(good(get("/cases/" + case_number)).body.find("/booklets/2026"), std::string::npos);
}

TEST_P(Booklets, ComeOnceAYearWithQuestionsAndATimeToAnswer) {
    published();
    EXPECT_EQ(code_of(publish(a_booklet(), world.system)), booklet_year_taken.name);
    auto sent = a_booklet();
    sent.year = 2027;
    sent.questions.clear();
    EXPECT_EQ(code_of(publish(sent, world.system)), platform::field_missing.name);
    sent = a_booklet();
    sent.year = 2027;
    sent.closes_on = in_days(-1);
    EXPECT_EQ(code_of(publish(sent, world.system)), closes_before_opens.name);
    sent = a_booklet();
    sent.year = 20;
    EXPECT_EQ(code_of(publish(sent, world.system)), platform::number_out_of_range.name);
}

TEST_P(Booklets, RefuseThoseWhoSpeakForAnotherCountyOrTooLate) {
    published();
    EXPECT_EQ(code_of(publish(a_booklet(), speaker("46"))), platform::right_missing.name);
    EXPECT_EQ(code_of(answer_from("11", 1, "Nei.", speaker("46"))), platform::right_missing.name);
    EXPECT_EQ(code_of(answer_from("4601", 1, "Nei.", world.system)), county_unknown.name);
    EXPECT_EQ(code_of(answer_from("46", 3, "Nei.", speaker("46"))), reply_faulty.name);
    EXPECT_EQ(code_of(sum_up(1, case_number, speaker("46"))), platform::right_missing.name);
    EXPECT_EQ(code_of(sum_up(3, case_number, world.system)), reply_faulty.name);
    EXPECT_EQ(code_of(sum_up(1, "99/99999", world.system)), case_unknown.name);
    pass_days(31);
    EXPECT_EQ(code_of(answer_from("46", 1, "For sent.", speaker("46"))), booklet_not_open.name);
}

TEST_P(Booklets, ComeThroughTheirForms) {
    EXPECT_NE(good(get("/booklets/new", world.system)).body.find("questions[0]"), std::string::npos);
    const auto form =
        fmt::format("year=2026&language=nn&title=Heftet&introduction=&questions[0]=Kva%3F&opensOn={}&closesOn={}",
                    to_string(today()), to_string(in_days(3)));
    EXPECT_EQ(good(post("/booklets", form, world.system)).header("location"), "/booklets/2026");
    EXPECT_NE(good(get("/booklets/2026/answers/new", speaker("46"))).body.find("Kva?"), std::string::npos);
    EXPECT_EQ(good(post("/booklets/2026/answers", "county=46&replies[0].question=1&replies[0].text=Alt", speaker("46")))
                  .status,
              303);
    EXPECT_NE(good(get("/booklets/2026/summaries/new", world.system)).body.find("caseNumbers[0]"), std::string::npos);
    EXPECT_EQ(good(post("/booklets/2026/summaries", "question=1&text=Alt&caseNumbers[0]=" + case_number, world.system))
                  .status,
              303);
    EXPECT_EQ(good(post("/booklets", "year=2026", world.system)).status, 422);
    EXPECT_EQ(code_of(get("/booklets/2025")), booklet_not_found.name);
    EXPECT_EQ(code_of(get("/booklets/tull")), booklet_not_found.name);
}
