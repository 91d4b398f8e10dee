#include "governance/rights.hpp"
#include "live/announcer.hpp"
#include "live/http/handlers.hpp"
#include "live/live.hpp"

namespace live {

using http::Format;

static http::About step(std::string_view operation, std::string_view summary, const json::Type* body = nullptr) {
    return {.operation = operation, .summary = summary, .body = body, .status = 204};
}

static http::About part(std::string_view operation, std::string_view summary) {
    return {.operation = operation, .summary = summary, .formats = {Format::html}};
}

static void add_pages(http::Router& router, const Surroundings& around) {
    const auto hold = governance::right::hold_meeting;
    const auto version = [&hub = around.hub](const http::PathValues&) { return hub.newest(all_meetings); };
    const auto query = [around](Shown (*show)(const http::Query&, const Surroundings&)) {
        return [around, show](const http::Query& asked) { return show(asked, around); };
    };
    http::About everybody{.operation = "showMeetingLive",
                          .summary = "What a meeting treats now, for everybody.",
                          .answer = json::type_of<LiveView>(),
                          .is_cached = true};
    everybody.version = version;
    router.get("/meetings/{meeting}/live/public", ::right::everybody, query(show_public), everybody);
    auto public_part_about = part("showMeetingLivePart", "The part of the public page that changes.");
    public_part_about.is_cached = true;
    public_part_about.version = version;
    router.get("/meetings/{meeting}/live/public/part", ::right::everybody, query(show_public_part), public_part_about);
    router.get("/meetings/{meeting}/live/events", ::right::everybody, query(listen_to_meeting),
               {.operation = "listenToMeeting",
                .summary = "An event each time something happens in the meeting; its id is the journal's.",
                .formats = {Format::events}});
    router.get("/meetings/{meeting}/live", ::right::logged_in, query(show_member),
               {.operation = "showMeetingRoom",
                .summary = "The meeting for one of its members: papers, the floor, one's own vote.",
                .answer = json::type_of<MemberView>()});
    router.get("/meetings/{meeting}/live/part", ::right::logged_in, query(show_member_part),
               part("showMeetingRoomPart", "The part of a member's page that changes."));
    router.get("/meetings/{meeting}/live/secretary", hold, query(show_secretary),
               {.operation = "showMeetingDesk",
                .summary = "The meeting for whoever runs it.",
                .answer = json::type_of<SecretaryView>()});
    router.get("/meetings/{meeting}/live/secretary/part", hold, query(show_secretary_part),
               part("showMeetingDeskPart", "The part of the secretary's page that changes."));
    router.get("/meetings/{meeting}/live/secretary/events", hold, query(listen_to_counting),
               {.operation = "listenToVoting",
                .summary = "The same events, and one each time votes have been cast.",
                .formats = {Format::events}});
}

void add_routes(http::Router& router, http::EventHub& hub) {
    const Surroundings around{hub, std::make_shared<KnownRooms>()};
    add_pages(router, around);
    const auto hold = governance::right::hold_meeting;
    const auto command = [around](Shown (*change)(const http::Command&, const Surroundings&)) {
        return [around, change](const http::Command& asked) { return change(asked, around); };
    };
    router.post("/meetings/{meeting}/live/item", hold, command(take_up_item_sent),
                step("takeUpItem", "Says which item is treated now.", json::type_of<ItemNow>()));
    router.post("/meetings/{meeting}/live/limits", hold, command(set_limits_sent),
                step("setLimits", "Sets how long one may speak, and whether votes may be changed.",
                     json::type_of<LimitsSent>()));
    router.post("/meetings/{meeting}/live/speakers", ::right::logged_in, command(ask_for_floor_sent),
                step("askForFloor", "Asks for the floor.", json::type_of<FloorWanted>()));
    router.post("/meetings/{meeting}/live/speakers/{speaker}/withdrawal", ::right::logged_in,
                command(withdraw_from_floor_sent), step("withdrawFromFloor", "Takes a request for the floor back."));
    router.post("/meetings/{meeting}/live/speakers/{speaker}/call", hold, command(call_speaker_sent),
                step("callSpeaker", "Gives somebody the floor."));
    router.post("/meetings/{meeting}/live/speakers/{speaker}/end", hold, command(end_speech_sent),
                step("endSpeech", "Takes the floor back."));
    router.post("/meetings/{meeting}/live/ballots", hold, command(open_ballot_sent),
                step("openBallot", "Lets the members vote on a proposal themselves.", json::type_of<NewBallot>()));
    router.post("/meetings/{meeting}/live/ballots/{ballot}/votes", ::right::logged_in, command(cast_vote_sent),
                step("castVote", "Casts one's own vote.", json::type_of<NewCast>()));
    router.post("/meetings/{meeting}/live/ballots/{ballot}/closing", hold, command(close_ballot_sent),
                step("closeBallot", "Closes a ballot and decides it.", json::type_of<BallotClosing>()));
    router.post("/meetings/{meeting}/live/ballots/{ballot}/abandonment", hold, command(abandon_ballot_sent),
                step("abandonBallot", "Ends a ballot without a decision.", json::type_of<Abandonment>()));
    router.post(
        "/meetings/{meeting}/live/declarations", ::right::logged_in, command(declare_sent),
        step("declareImpartiality", "Raises one's own impartiality in an item.", json::type_of<NewDeclaration>()));
}

} // namespace live
