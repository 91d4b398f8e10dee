#pragma once
// A world with a board of five, two deputies and a secretary, and cases that come before it.
#include "governance/actions/agenda.hpp"
#include "governance/actions/appointments.hpp"
#include "governance/actions/bodies.hpp"
#include "governance/actions/minutes.hpp"
#include "governance/actions/treatment.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/minutes_store.hpp"
#include "governance/tests/case_world.hpp"
#include "governance/tests/roll_builders.hpp"

#include <algorithm>

namespace governance::tests {

class MeetingWorld : public CaseWorld {
protected:
    void SetUp() override {
        CaseWorld::SetUp();
        chair = appoint_new("Kari Leder", AppointmentRole::chair);
        for (const auto* name : {"Anne Medlem", "Bjørn Medlem", "Cecilie Medlem", "Dag Medlem"})
            members.push_back(appoint_new(name, AppointmentRole::member));
        for (const auto* name : {"Even Vara", "Frida Vara"})
            deputies.push_back(appoint_new(name, AppointmentRole::deputy, static_cast<int>(deputies.size()) + 1));
        secretary = appoint_new("Siri Sekretær", AppointmentRole::secretary);
    }

    /// Runs an action in a transaction of its own, by somebody, now.
    template <class Action>
    auto act_as(const Principal& principal, Action&& action) {
        return write([&](db::Transaction& transaction) {
            return action(Acting{transaction, world.services, principal, now()});
        });
    }
    template <class Action>
    auto act(Action&& action) {
        return act_as(world.system, std::forward<Action>(action));
    }
    /// The same for what cannot fail in the test at hand.
    template <class Action>
    auto must(Action&& action) {
        auto done = act(std::forward<Action>(action));
        EXPECT_TRUE(done.has_value()) << (done ? "" : describe(done.error()));
        return *std::move(done);
    }

    directory::PersonId person(const std::string& name) {
        const auto made = write([&](db::Transaction& transaction) {
            const directory::Doer doer{*world.journal, world.system, *world.random, now()};
            return directory::register_person(transaction, doer, {}, {.name = name, .identity_number = {}});
        });
        EXPECT_TRUE(made.has_value()) << (made ? "" : describe(made.error()));
        return *made;
    }

    NewAppointment an_appointment_of(directory::PersonId who, AppointmentRole role) const {
        NewAppointment wanted;
        wanted.person_id = who;
        wanted.role = role;
        wanted.valid_from = *parse_date("2024-01-01");
        wanted.basis = std::string{"Landstinget 2024"};
        return wanted;
    }

    AppointmentId appoint_new(const std::string& name, AppointmentRole role, std::optional<int> order = {}) {
        auto wanted = an_appointment_of(person(name), role);
        wanted.deputy_order = order;
        people[name] = wanted.person_id;
        const auto made = act([&](const Acting& acting) { return appoint(acting, board, wanted); });
        EXPECT_TRUE(made.has_value()) << (made ? "" : describe(made.error()));
        return *made;
    }

    /// Logged in as the person, with the rights given for the board.
    Principal principal_of(const std::string& name, std::vector<Right> rights) const {
        auto principal = world::World::person(name, {});
        principal.id = people.at(name).to_string();
        for (const auto& right : rights)
            principal.grants.push_back({std::string{right.name}, board.to_string()});
        return principal;
    }

    /// A case with two points whose only body is the board, ready for its agenda.
    CaseId case_for_board() {
        auto sent = a_case();
        sent.steps = {{board, in_days(30)}};
        const auto id = plan(sent);
        prepare(id);
        return id;
    }

    NewMeeting a_meeting(int days = 30) const {
        NewMeeting wanted;
        wanted.body = board;
        wanted.starts_at = at_norwegian_time(in_days(days), std::chrono::hours{10});
        wanted.ends_at = at_norwegian_time(in_days(days), std::chrono::hours{14});
        wanted.place = std::string{"Kommunenes hus, Oslo"};
        return wanted;
    }

    MeetingId plan_a_meeting(int days = 30) {
        return must([&](const Acting& acting) { return plan_meeting(acting, a_meeting(days)); });
    }

    AgendaItemId put_case(MeetingId where, CaseId id) {
        NewItem wanted;
        wanted.case_id = id;
        return must([&](const Acting& acting) { return add_item(acting, where, wanted, {}); });
    }

    Result<AgendaItemId> try_item(MeetingId where, NewItem wanted) {
        return act([&](const Acting& acting) { return add_item(acting, where, wanted, {}); });
    }

    Result<void> try_notice(MeetingId where, const std::string& consent = {}) {
        return act([&](const Acting& acting) { return send_notice(acting, where, {consent}, {}); });
    }

    /// Lets the clock pass to ten on the day of the meeting.
    void come_to(MeetingId where) { world.clock.set(std::max(now(), meeting_now(where).starts_at)); }

    Result<void> try_open(MeetingId where, std::vector<AppointmentId> present) {
        MeetingOpening opening;
        opening.chaired_by = chair;
        opening.present = std::move(present);
        return act([&](const Acting& acting) { return open_meeting(acting, where, opening, {}); });
    }

    /// Called in time, one case, everybody there.
    void open_with_case(int present_members = 4) {
        matter_id = case_for_board();
        meeting = plan_a_meeting();
        item = put_case(meeting, matter_id);
        ASSERT_TRUE(try_notice(meeting).has_value());
        come_to(meeting);
        std::vector<AppointmentId> present{chair, secretary};
        present.insert(present.end(), members.begin(), members.begin() + present_members);
        const auto opened = try_open(meeting, present);
        ASSERT_TRUE(opened.has_value()) << describe(opened.error());
    }

    MeetingRecord record(MeetingId id) {
        return *read([&](db::Reader& reader) -> Result<MeetingRecord> {
            return read_meeting_record(reader, TRY(load_meeting(reader, id)), today());
        });
    }
    Meeting meeting_now(MeetingId id) {
        return *read([&](db::Reader& reader) { return load_meeting(reader, id); });
    }
    AgendaItem item_now() { return record(meeting).item(item)->item; }
    ProposalId recommendation() { return record(meeting).item(item)->proposals.front().id; }

    Result<void> move_person(PresenceKind kind, AppointmentId who, std::optional<AppointmentId> instead_of = {},
                             const std::string& remark = {}) {
        return act([&](const Acting& acting) {
            return record_movement(acting, meeting, {kind, who, instead_of, false, remark});
        });
    }

    Result<VoteId> vote(ProposalId proposal, const std::vector<std::pair<AppointmentId, Choice>>& ballots) {
        NewVote wanted;
        wanted.proposal = proposal;
        for (const auto& [who, choice] : ballots)
            wanted.ballots.push_back({who, choice});
        return act([&](const Acting& acting) { return hold_vote(acting, meeting, item, wanted); });
    }
    Result<VoteId> acclaim(ProposalId proposal) {
        NewVote wanted;
        wanted.proposal = proposal;
        wanted.method = VoteMethod::acclamation;
        return act([&](const Acting& acting) { return hold_vote(acting, meeting, item, wanted); });
    }

    Result<ProposalId> propose(AppointmentId who, ProposalKind kind, std::vector<std::string> points) {
        NewProposal wanted;
        wanted.kind = kind;
        wanted.proposed_by = who;
        for (auto& point : points)
            wanted.points.emplace_back(std::move(point));
        return act([&](const Acting& acting) { return make_proposal(acting, meeting, item, wanted); });
    }

    Result<void> rule(Outcome outcome, std::optional<BodyId> referred_to = {}) {
        NewOutcome wanted;
        wanted.outcome = outcome;
        wanted.referred_to = referred_to;
        return act([&](const Acting& acting) { return record_outcome(acting, meeting, item, wanted); });
    }

    Result<void> try_close() {
        return act([&](const Acting& acting) { return close_meeting(acting, meeting, {}); });
    }

    Result<void> try_adjourn(MeetingId where, const std::string& reason = "For mange måtte gå") {
        return act([&](const Acting& acting) { return adjourn_meeting(acting, where, {Line<500>{reason}}, {}); });
    }

    /// One case adopted by all, the meeting closed.
    void hold_meeting_with_case() {
        open_with_case();
        ASSERT_TRUE(acclaim(recommendation()).has_value());
        ASSERT_TRUE(rule(Outcome::adopted).has_value());
        ASSERT_TRUE(try_close().has_value());
    }

    std::vector<std::string> events_about(const journal::Subject& subject) {
        const auto events =
            *read([&](db::Reader& reader) { return world.journal->about(reader, subject, world.system, 200); });
        std::vector<std::string> types;
        for (const auto& event : events)
            types.push_back(event.type);
        std::ranges::reverse(types);
        return types;
    }

    AppointmentId chair, secretary;
    std::vector<AppointmentId> members, deputies;
    std::map<std::string, directory::PersonId> people;
    CaseId matter_id;
    MeetingId meeting;
    AgendaItemId item;
};

} // namespace governance::tests
