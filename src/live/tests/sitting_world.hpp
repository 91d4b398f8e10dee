#pragma once
// A council of five with a secretary in a meeting under way, made as people make it: through the forms' own addresses.
#include "directory/directory.hpp"
#include "directory/texts.hpp"
#include "governance/governance.hpp"
#include "governance/meeting_room.hpp"
#include "live/actions/running.hpp"
#include "live/announcer.hpp"
#include "live/domain/errors.hpp"
#include "live/live.hpp"
#include "live/texts.hpp"
#include "platform/json/value.hpp"
#include "platform/testing/browser.hpp"
#include "platform/texts.hpp"

#include <fmt/format.h>

namespace live::tests {

using governance::Choice;

class Sitting : public ::testing::TestWithParam<db::Dialect> {
protected:
    [[nodiscard]] directory::Doer doer() { return {*world.journal, world.system, *world.random, world.clock.now()}; }
    template <class Action>
    auto write(Action&& action) {
        return world.database->write(std::forward<Action>(action));
    }

    void SetUp() override {
        const auto owner = write([&](db::Transaction& transaction) {
            return directory::register_organisation(transaction, doer(),
                                                    {.kind = directory::OrganisationKind::association,
                                                     .name = "KS",
                                                     .organisation_number = {},
                                                     .slug = "ks",
                                                     .homepage = {},
                                                     .basis = "test",
                                                     .valid_from = {}});
        });
        post("/bodies", fmt::format(R"({{"slug":"radet","nameNb":"Rådet","nameNn":"Rådet","kind":"council",)"
                                    R"("organisation":"{}","isOpen":true,"themes":[],"validFrom":"2020-01-01",)"
                                    R"("adoptedBy":"test","mandate":"","profile":""}})",
                                    owner->to_string()));
        for (const auto* name : {"Kari Leder", "Anne Medlem", "Bjørn Medlem", "Cecilie Medlem", "Dag Medlem"})
            appoint(name, members.empty() ? "chair" : "member");
        appoint("Siri Sekretær", "secretary");
        appoint("Even Vara", "deputy");
        open_meeting(4);
    }

    /// Cast among those there; Dag (4) is absent, Even (6) is his deputy and not called.
    enum : std::size_t { kari, anne, bjorn, cecilie, dag, siri, even };

    /// The address of what was made, or "".
    std::string post(std::string_view address, std::string_view json) {
        const auto made = browser.send_json("POST", address, json, world.system);
        EXPECT_TRUE(made.status == 201 || made.status == 204) << address << "\n" << made.status << " " << made.body;
        return std::string{made.header("location").value_or("")};
    }
    std::string get(std::string_view address, const Principal& principal = world::anonymous()) {
        const auto shown = browser.get(address, principal);
        EXPECT_EQ(shown.status, 200) << address << "\n" << shown.body;
        return shown.body;
    }
    static std::string last_part(std::string_view address) {
        return std::string{address.substr(address.rfind('/') + 1)};
    }

    void appoint(const std::string& name, std::string_view role) {
        const auto person = write([&](db::Transaction& transaction) {
            return directory::register_person(transaction, doer(), {}, {.name = name, .identity_number = {}});
        });
        const bool is_deputy = role.starts_with("deputy");
        const auto made =
            post("/bodies/radet/appointments",
                 fmt::format(R"({{"personId":"{}","role":"{}",{}"validFrom":"2024-01-01","basis":"test"}})",
                             person->to_string(), is_deputy ? "deputy" : role, is_deputy ? R"("deputyOrder":1,)" : ""));
        members.push_back({*governance::AppointmentId::parse(last_part(made)), *person, name});
    }

    void open_meeting(std::size_t present) {
        const auto body = json::parse(get("/bodies/radet.json", world.system));
        path = post("/meetings", fmt::format(R"({{"body":"{}","startsAt":"2026-03-04T11:00:00Z",)"
                                             R"("endsAt":"2026-03-04T14:00:00Z","place":"Oslo","remoteUrl":""}})",
                                             *body->find("id")->text()));
        const auto first = post(path + "/items",
                                R"({"kind":"other_business","title":"Leirskolen","text":"","papers":[],"consent":""})");
        const auto second =
            post(path + "/items", R"({"kind":"orientation","title":"Budsjettet","text":"","papers":[],"consent":""})");
        item = *governance::AgendaItemId::parse(last_part(first));
        other_item = *governance::AgendaItemId::parse(last_part(second));
        post(path + "/notice", R"({"consent":"Alle er enige"})");
        world.clock.advance(std::chrono::hours{3});
        std::string those;
        for (std::size_t i = 0; i < present; ++i)
            those += fmt::format(R"("{}",)", members[i].appointment.to_string());
        those += fmt::format(R"("{}")", members[siri].appointment.to_string());
        post(path + "/opening", fmt::format(R"({{"chairedBy":"{}","present":[{}],"remote":[]}})",
                                            members[kari].appointment.to_string(), those));
        proposal = *governance::ProposalId::parse(last_part(
            post(fmt::format("{}/items/{}/proposals", path, item.to_string()),
                 fmt::format(
                     R"({{"kind":"counter_proposal","proposedBy":"{}","points":["Vi bygger leirskole."],"reason":""}})",
                     members[anne].appointment.to_string()))));
        auto lease = world.database->reader();
        meeting = governance::meeting_at(**lease, last_part(path))->id;
    }

    /// Logged in as somebody of the body, without other rights.
    Principal as(std::size_t who) const {
        auto principal = world::World::person(members.at(who).name, {});
        principal.id = members.at(who).person.to_string();
        return principal;
    }

    template <class Action>
    auto act_as(const Principal& principal, Action&& action) {
        return write([&](db::Transaction& transaction) {
            return action(InMeeting{transaction, world.services, principal, world.clock.now(), meeting});
        });
    }
    template <class Action>
    auto act(Action&& action) {
        return act_as(world.system, std::forward<Action>(action));
    }

    Result<BallotId> open() {
        return act([&](const InMeeting& in) { return open_members_ballot(in, {item, proposal, {}}); });
    }
    Result<CastOutcome> cast(BallotId ballot, std::size_t who, Choice choice) {
        return act_as(as(who), [&](const InMeeting& in) { return cast_vote(in, ballot, {choice}); });
    }
    Result<governance::VoteId> close(BallotId ballot, const BallotClosing& closing = {}) {
        return act([&](const InMeeting& in) { return close_ballot(in, ballot, closing); });
    }
    Result<void> take_up(governance::AgendaItemId which) {
        return act([&](const InMeeting& in) { return take_up_item(in, which); });
    }
    Result<SpeakerId> ask(std::size_t who, SpeakerKind kind = SpeakerKind::speech) {
        return act_as(as(who), [&](const InMeeting& in) { return ask_for_floor(in, {kind}); });
    }
    template <class T>
    static std::string code_of(const Result<T>& result) {
        return result ? std::string{} : std::string{result.error().code};
    }

    struct Person {
        governance::AppointmentId appointment;
        directory::PersonId person;
        std::string name;
    };
    world::World world{
        GetParam(),
        {&platform::text::catalogue, &directory::text::catalogue, &governance::catalogue(), &live::text::catalogue}};
    http::EventHub hub;
    world::Browser browser{world, [this](http::Router& router) {
                               governance::add_routes(router);
                               live::add_routes(router, hub);
                           }};
    std::vector<Person> members;
    std::string path;
    governance::MeetingId meeting;
    governance::AgendaItemId item, other_item;
    governance::ProposalId proposal;
};

} // namespace live::tests
