// The list of speakers, what is treated now, and the three pages.
#include "live/tests/sitting_world.hpp"

namespace live::tests {

class Floor : public Sitting {};
EACH_DATABASE(Floor);

TEST_P(Floor, IsAskedForInTheItemThatIsTreated) {
    EXPECT_EQ(code_of(ask(anne)), nothing_treated.name);
    ASSERT_TRUE(take_up(item));
    EXPECT_TRUE(ask(anne));
    EXPECT_EQ(code_of(ask(anne)), asked_already.name);
    EXPECT_TRUE(ask(anne, SpeakerKind::reply));
    EXPECT_EQ(code_of(ask(dag)), not_in_the_room.name);
    auto stranger = as(anne);
    stranger.id = Uuid::make(world.clock.now(), *world.random).to_string();
    EXPECT_EQ(code_of(act_as(stranger, [&](const InMeeting& in) { return ask_for_floor(in, {}); })), not_a_member.name);
}

TEST_P(Floor, IsGivenToOneAtATimeRepliesFirst) {
    ASSERT_TRUE(take_up(item));
    const auto first = *ask(anne);
    world.clock.advance(std::chrono::seconds{1});
    const auto second = *ask(bjorn);
    world.clock.advance(std::chrono::seconds{1});
    const auto reply = *ask(cecilie, SpeakerKind::reply);
    ASSERT_TRUE(act([&](const InMeeting& in) { return call_speaker(in, first); }));
    const auto shown = get(path + "/live/public");
    EXPECT_LT(shown.find("Anne Medlem</strong>"), shown.find("Cecilie Medlem"));
    EXPECT_LT(shown.find("Cecilie Medlem"), shown.find("Bjørn Medlem <")) << "a reply comes before the next speech";
    ASSERT_TRUE(act([&](const InMeeting& in) { return call_speaker(in, reply); }));
    EXPECT_EQ(code_of(act([&](const InMeeting& in) { return end_speech(in, first); })), speaker_step_refused.name)
        << "whoever had the floor has spoken";
    ASSERT_TRUE(act([&](const InMeeting& in) { return end_speech(in, reply); }));
    ASSERT_TRUE(act_as(as(bjorn), [&](const InMeeting& in) { return withdraw_from_floor(in, second); }));
    EXPECT_NE(get(path + "/live/public").find("Ingen har bedt om ordet"), std::string::npos);
    EXPECT_EQ(code_of(act([&](const InMeeting& in) {
                  return call_speaker(in, SpeakerId::make(world.clock.now(), *world.random));
              })),
              speaker_not_found.name);
}

TEST_P(Floor, IsTakenBackByTheOneWhoAskedOrTheSecretaryOnly) {
    ASSERT_TRUE(take_up(item));
    const auto asked = *ask(anne);
    const auto withdraw = [&](const InMeeting& in) { return withdraw_from_floor(in, asked); };
    EXPECT_EQ(code_of(act_as(as(bjorn), withdraw)), "platform.right_missing");
    EXPECT_TRUE(act(withdraw));
    EXPECT_EQ(code_of(act(withdraw)), speaker_step_refused.name);
}

TEST_P(Floor, IsRunByTheFormsOfThePages) {
    const auto desk = path + "/live/secretary";
    EXPECT_EQ(browser.post(path + "/live/item", {{"item", item.to_string()}}, world.system).status, 303);
    EXPECT_EQ(browser.post(path + "/live/speakers", {{"kind", "speech"}}, as(anne)).status, 303);
    const auto opened = browser.post(path + "/live/ballots",
                                     {{"item", item.to_string()}, {"proposal", proposal.to_string()}}, world.system);
    EXPECT_EQ(opened.status, 303) << opened.body;
    EXPECT_EQ(opened.header("location"), desk);
    const auto page = json::parse(get(desk + ".json", world.system));
    const auto ballot = *page->find("meeting")->find("ballot")->find("id")->text();
    const auto refused = browser.post(path + "/live/ballots/" + ballot + "/closing", {}, world.system);
    EXPECT_EQ(refused.status, 400) << "nobody has voted";
    EXPECT_NE(refused.body.find("ds-error-summary"), std::string::npos) << "the desk again, with what is missing";
    EXPECT_EQ(
        browser.post(path + "/live/ballots/" + ballot + "/abandonment", {{"reason", "Prøve"}}, world.system).status,
        303);
    EXPECT_EQ(browser
                  .post(path + "/live/declarations", {{"item", item.to_string()}, {"ground", "party"}, {"reason", ""}},
                        as(bjorn))
                  .status,
              303);
    const auto limits = browser.post(
        path + "/live/limits", {{"speechSMax", "5"}, {"replySMax", "60"}, {"ballotsMayChange", "true"}}, world.system);
    EXPECT_EQ(limits.status, 422);
}

TEST_P(Floor, IsEmptyWhenTheNextItemIsTakenUp) {
    ASSERT_TRUE(take_up(item));
    ASSERT_TRUE(ask(anne));
    ASSERT_TRUE(take_up(other_item));
    const auto shown = get(path + "/live/public");
    EXPECT_NE(shown.find("Budsjettet"), std::string::npos);
    EXPECT_EQ(shown.find("Anne Medlem"), std::string::npos);
}

TEST_P(Floor, HasLimitsAsData) {
    const auto refused = act([&](const InMeeting& in) { return set_limits(in, {5, 4000, true}); });
    EXPECT_EQ(code_of(refused), limits_faulty.name);
    ASSERT_EQ(refused.error().faults.size(), 2U);
    EXPECT_EQ(refused.error().faults[0].code, seconds_out_of_range.name);
    ASSERT_TRUE(act([&](const InMeeting& in) { return set_limits(in, {120, 45, true}); }));
    ASSERT_TRUE(take_up(item));
    const auto asked = *ask(anne);
    ASSERT_TRUE(act([&](const InMeeting& in) { return call_speaker(in, asked); }));
    EXPECT_NE(get(path + "/live/public").find("inntil 2 minutter"), std::string::npos);
}

TEST_P(Floor, IsRunByWhoMayHoldTheMeetingOnly) {
    const auto anyone = as(anne);
    EXPECT_EQ(code_of(act_as(anyone, [&](const InMeeting& in) { return take_up_item(in, item); })),
              "platform.right_missing");
    EXPECT_EQ(browser.get(path + "/live/secretary", anyone).status, 403);
    EXPECT_EQ(browser.get(path + "/live/secretary/events", anyone).status, 403);
    EXPECT_EQ(browser.get(path + "/live").status, 303) << "to the log-in";
    EXPECT_EQ(browser.get(path + "/live.json", world::World::person("Fremmed", {})).status, 403);
}

TEST_P(Floor, ShowsNothingOfAClosedItemOutside) {
    ASSERT_TRUE(take_up(item));
    ASSERT_TRUE(ask(anne));
    post(fmt::format("{}/items/{}/description", path, item.to_string()),
         R"({"title":"Leirskolen","note":"","isClosed":true,"closedBasis":"kommuneloven § 11-5"})");
    const auto shown = get(path + "/live/public");
    EXPECT_NE(shown.find("lukkede dører"), std::string::npos);
    EXPECT_EQ(shown.find("leirskole"), std::string::npos);
    EXPECT_EQ(shown.find("Anne Medlem"), std::string::npos);
    EXPECT_EQ(get(path + "/live/public.json").find("bygger"), std::string::npos);
    EXPECT_EQ(get(path + ".json").find("bygger"), std::string::npos) << "nor on the page of the meeting";
    EXPECT_NE(get(path + ".json", world.system).find("bygger"), std::string::npos) << "who holds it sees all";
}

TEST_P(Floor, TellsThoseWhoFollowOnceForEachCommit) {
    const Announcer announcer{*world.database, *world.journal, hub};
    const auto outside = hub.subscribe(meeting_topic(meeting));
    ASSERT_TRUE(take_up(item));
    const auto ballot = *open();
    ASSERT_TRUE(cast(ballot, anne, Choice::in_favour));
    const auto counting = counting_topic(meeting);
    auto lease = world.database->reader();
    const auto newest = *world.journal->newest_about(**lease, {"voting", meeting.to_string()});
    // Two followers tell, each when it gets there: what the meeting did, and what its voters did.
    const auto all_told = [&] { return hub.newest(counting) >= newest && hub.newest(meeting_topic(meeting)) > 0; };
    for (int i = 0; i < 500 && !all_told(); ++i)
        (void)world.journal->wait_beyond(newest, std::chrono::milliseconds{10});
    EXPECT_EQ(hub.newest(counting), newest) << "whoever counts hears of a vote";
    EXPECT_LT(hub.newest(meeting_topic(meeting)), newest) << "the others do not";
    EXPECT_EQ(hub.newest(all_meetings), hub.newest(meeting_topic(meeting)));
    EXPECT_FALSE(outside.subscription->take().events.empty());
}

TEST_P(Floor, AnswersAThousandWatchersWithOneReading) {
    hub.publish(all_meetings, 1, changed_event, "");
    const auto first = get(path + "/live/public/part");
    EXPECT_EQ(get(path + "/live/public/part"), first);
    EXPECT_NE(first.find("data-newest=\""), std::string::npos);
    EXPECT_EQ(first.find("<html"), std::string::npos) << "a part, not a page";
}

} // namespace live::tests
