#include "hearings/actions/succeed.hpp"

#include "hearings/tests/hearing_world.hpp"

using namespace hearings;
using namespace hearings::tests;

/// Municipalities of Vestland become one, through the directory's own operation.
class Succession : public HearingWorld {
protected:
    void SetUp() override {
        HearingWorld::SetUp();
        directory::add_routes(router, {.concerns = {}, .referrers = referrers(world.services), .person_key = {}});
        hearing = plan();
    }
    void merge(const std::string& one, const std::string& other) {
        const auto sent = fmt::format(R"({{"others":"{}","into":"","name":"Nye Fjord","number":"4699",)"
                                      R"("organisationNumber":"","on":"{}"}})",
                                      other, to_string(today()));
        good(post_json("/organisations/" + one + "/merger.json", sent, world.system));
    }
    std::int64_t moved_by_preview(const std::string& one, const std::string& other) {
        const auto target = fmt::format("/organisations/{}/merger.json?others={}&name=Nye+Fjord&number=4699&on={}", one,
                                        other, to_string(today()));
        const auto preview = *json::parse(good(get(target, world.system)).body);
        std::int64_t count = 0;
        for (const auto& move : *preview.find("moves")->array())
            if (move.text_of("what") == "hearings.referrer.hearings") count += move.integer_of("count");
        return count;
    }
    std::optional<Addressee> asked(std::string_view organisation) {
        const auto id = id_of(organisation);
        return read([&](db::Reader& reader) { return find_addressee(reader, hearing.id, id); });
    }
    Hearing hearing;
};
EACH_DATABASE(Succession);

TEST_P(Succession, IsShownInThePreviewAndChangesNothingThere) {
    EXPECT_EQ(moved_by_preview("4601", "4602"), 2) << "one hearing of each";
    EXPECT_TRUE(asked("4601").has_value());
}

TEST_P(Succession, AsksTheSuccessorAndKeepsThePredecessorsAsHistory) {
    const auto before = asked("4601")->inhabitants + asked("4602")->inhabitants;
    good(get("/hearings/2026-1", speaker("4601")));
    merge("4601", "4602");

    ASSERT_TRUE(asked("4699").has_value());
    EXPECT_EQ(asked("4699")->inhabitants, before);
    EXPECT_TRUE(asked("4699")->opened_at.has_value());
    const auto everyone_now = everyone(hearing);
    EXPECT_EQ(everyone_now.size(), 42U);
    const auto history = read([&](db::Reader& reader) { return predecessors_of(reader, hearing.id); });
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].successor, id_of("4699"));
    EXPECT_EQ(events_of(hearing).front().type, "hearings.addressee_succeeded");
    EXPECT_NE(good(get("/hearings/2026-1")).body.find("Slått sammen etter at de ble spurt"), std::string::npos);
    good(answer(hearing, an_answer("4699", Stance::support), speaker("4699")));
}

TEST_P(Succession, CarriesAnAnswerOverUntilTheSuccessorSpeaksItself) {
    good(answer(hearing, an_answer("4601", Stance::support_if, "Når arkivet er klart."), speaker("4601")));
    merge("4601", "4602");

    ASSERT_TRUE(said(hearing, "4699").has_value());
    EXPECT_TRUE(said(hearing, "4699")->is_inherited);
    EXPECT_EQ(said(hearing, "4699")->text, "Når arkivet er klart.");
    const auto view = *json::parse(good(get("/hearings/2026-1.json")).body);
    EXPECT_EQ(view.find("municipalities")->find("answered")->integer_of("organisations"), 1);
    EXPECT_EQ(view.find("predecessors")->array()->size(), 2U);
    good(answer(hearing, an_answer("4699", Stance::against, "Nei."), speaker("4699")));
    EXPECT_FALSE(said(hearing, "4699")->is_inherited);
}

TEST_P(Succession, LeavesTheSuccessorSilentWhenItsPredecessorsDisagreed) {
    good(answer(hearing, an_answer("4601", Stance::support), speaker("4601")));
    good(answer(hearing, an_answer("4602", Stance::against, "Nei."), speaker("4602")));
    merge("4601", "4602");

    EXPECT_FALSE(said(hearing, "4699").has_value());
    const auto view = *json::parse(good(get("/hearings/2026-1.json")).body);
    EXPECT_EQ(view.find("municipalities")->find("answered")->integer_of("organisations"), 0);
    EXPECT_EQ((*view.find("predecessors")->array())[0].find("answer")->text_of("stance"), "support");
}

TEST_P(Succession, LetsOneThatGoesOnKeepWhatItSaidItself) {
    good(answer(hearing, an_answer("4601", Stance::support), speaker("4601")));
    good(answer(hearing, an_answer("4602", Stance::against, "Nei."), speaker("4602")));
    const auto from = id_of("4602"), to = id_of("4601");
    write([&](db::Transaction& transaction) {
        return succeed_addressee({transaction, world.services, world.system, now()}, hearing, from, to);
    });
    EXPECT_EQ(said(hearing, "4601")->stance, Stance::support);
    EXPECT_FALSE(asked("4602").has_value());
}

TEST_P(Succession, MovesNothingOfAHearingThatIsOver) {
    pass_days(days_min + 1);
    EXPECT_EQ(moved_by_preview("4601", "4602"), 0);
    merge("4601", "4602");
    EXPECT_TRUE(asked("4601").has_value());
    EXPECT_FALSE(asked("4699").has_value());
}
