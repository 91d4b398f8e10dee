#pragma once
// A world with an owner, three bodies that cases pass, and somebody who works with them.
#include "directory/directory.hpp"
#include "governance/actions/case_steps.hpp"
#include "governance/actions/case_transitions.hpp"
#include "governance/actions/plan_case.hpp"
#include "governance/governance.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/case_file_store.hpp"
#include "governance/tests/path_builders.hpp"
#include "platform/testing/world.hpp"

namespace governance::tests {

class CaseWorld : public world::Test {
protected:
    void SetUp() override {
        owner = organisation("KS", "ks", directory::OrganisationKind::association);
        network = organisation("Digi Vest", "digi-vest", directory::OrganisationKind::network);
        advisers = make_body("kommit", "KommIT-rådet", {.may_be_final = false});
        board = make_body("hovedstyret", "Hovedstyret", {.is_political = true});
        assembly = make_body("landstinget", "Landstinget", {.is_political = true});
    }

    [[nodiscard]] Instant now() const { return world.clock.now(); }
    [[nodiscard]] Date today() const { return norwegian_date(now()); }
    [[nodiscard]] Date in_days(int days) const {
        return Date{std::chrono::sys_days{today()} + std::chrono::days{days}};
    }

    /// Runs the action in a transaction of its own.
    template <class Action>
    auto write(Action&& action) {
        return world.database->write(std::forward<Action>(action));
    }
    template <class Question>
    auto read(Question&& question) {
        auto lease = world.database->reader();
        EXPECT_TRUE(lease.has_value());
        return question(**lease);
    }

    directory::OrganisationId organisation(const std::string& name, const std::string& slug,
                                           directory::OrganisationKind kind) {
        const auto made = write([&](db::Transaction& transaction) {
            const directory::Doer doer{*world.journal, world.system, *world.random, now()};
            return directory::register_organisation(transaction, doer,
                                                    {.kind = kind,
                                                     .name = name,
                                                     .organisation_number = {},
                                                     .slug = slug,
                                                     .homepage = {},
                                                     .basis = "test",
                                                     .valid_from = {}});
        });
        EXPECT_TRUE(made.has_value()) << (made ? "" : describe(made.error()));
        return *made;
    }

    BodyId make_body(const std::string& slug, const std::string& name, const PathRules& rules) {
        Body body;
        body.id = BodyId::make(now(), *world.random);
        body.slug = slug;
        body.name_nb = body.name_nn = name;
        body.organisation = owner;
        RulesVersion version;
        version.valid_from = *parse_date("2010-01-01");
        version.adopted_by = "test";
        static_cast<PathRules&>(version.rules) = rules;
        version.own.allowed_outcomes = rules.allowed_outcomes;
        version.own.may_refer = rules.may_refer;
        version.own.may_be_final = rules.may_be_final;
        version.own.is_political = rules.is_political;
        version.own.notice_days_min = rules.notice_days_min;
        version.own.paper_days_min = rules.paper_days_min;
        const auto made = write([&](db::Transaction& transaction) -> Result<void> {
            TRY(insert_body(transaction, body, now()));
            return insert_rules(transaction, body.id, version, now());
        });
        EXPECT_TRUE(made.has_value()) << (made ? "" : describe(made.error()));
        return body.id;
    }

    /// A case for three bodies, as its secretary would send it.
    [[nodiscard]] NewCase a_case() const {
        NewCase sent;
        sent.title = std::string{"Felles søknad om barnehageplass"};
        sent.summary = std::string{"Én søknad for alle kommuner."};
        sent.background = std::string{"I dag er det over 40 skjema."};
        sent.themes = {"familie-og-barn"};
        sent.points = {PointText{std::string{"Løsningen innføres."}}, PointText{std::string{"Den evalueres."}}};
        sent.owner = std::string{"ks"};
        sent.steps = {{advisers, in_days(30)}, {board, in_days(60)}, {assembly, in_days(90)}};
        sent.concerns = {{ConcernScope::municipalities, {}, Reason{std::string{"Alle har barnehager."}}}};
        return sent;
    }

    Result<CaseNumber> try_plan(const NewCase& sent, const Principal& principal) {
        return write([&](db::Transaction& transaction) {
            return plan_case(transaction, world.services, principal, sent, now());
        });
    }

    CaseId plan(const NewCase& sent) {
        const auto number = try_plan(sent, world.system);
        EXPECT_TRUE(number.has_value()) << (number ? "" : describe(number.error()));
        return file(*number).matter.id;
    }
    CaseId plan() { return plan(a_case()); }

    CaseFile file(CaseNumber number) {
        return *read([&](db::Reader& reader) { return read_case_file(reader, number); });
    }
    CaseFile file(CaseId id) {
        return *read([&](db::Reader& reader) { return read_case_file(reader, id); });
    }
    Case matter(CaseId id) { return file(id).matter; }

    /// One of the steps of case_steps.hpp, by whoever may do everything.
    template <class Step, class... More>
    Result<void> step(Step action, CaseId id, const More&... more) {
        return write([&](db::Transaction& transaction) {
            return action(transaction, world.services, world.system, id, Version{}, more..., now());
        });
    }

    void prepare(CaseId id) {
        EXPECT_TRUE(step(notify, id, Notice{}).has_value());
        EXPECT_TRUE(step(begin, id).has_value());
    }

    Result<void> put_on_agenda_of(CaseId id, BodyId body, Date day) {
        place = {.body = body,
                 .meeting = MeetingId::make(now(), *world.random),
                 .item = AgendaItemId::make(now(), *world.random),
                 .meeting_day = day};
        return write([&](db::Transaction& transaction) {
            return case_put_on_agenda(transaction, world.services, world.system, id, place, now());
        });
    }

    Result<void> treat_in(CaseId id, BodyId body, Outcome outcome, std::optional<BodyId> referred_to = {}) {
        const Treatment treatment{.body = body,
                                  .meeting = place.meeting,
                                  .item = place.item,
                                  .outcome = outcome,
                                  .points = {"Løsningen innføres."},
                                  .referred_to = referred_to,
                                  .vote_summary = "10 mot 1",
                                  .authority = "mandat av 12.1.2019"};
        return write([&](db::Transaction& transaction) {
            return case_treated(transaction, world.services, world.system, id, treatment, now());
        });
    }

    /// Newest first, as the one who may do everything sees them.
    std::vector<journal::StoredEvent> events_of(CaseId id) {
        return *read([&](db::Reader& reader) {
            return world.journal->about(reader, {"case", id.to_string()}, world.system, 100);
        });
    }

    static constexpr auto notify = [](auto&&... all) { return give_notice(std::forward<decltype(all)>(all)...); };
    static constexpr auto begin = [](auto&&... all) { return begin_preparation(std::forward<decltype(all)>(all)...); };
    static constexpr auto onwards = [](auto&&... all) { return send_on(std::forward<decltype(all)>(all)...); };
    static constexpr auto finish = [](auto&&... all) { return make_final(std::forward<decltype(all)>(all)...); };
    static constexpr auto look_back = [](auto&&... all) { return follow_up(std::forward<decltype(all)>(all)...); };
    static constexpr auto take_back = [](auto&&... all) { return withdraw(std::forward<decltype(all)>(all)...); };
    static constexpr auto reroute = [](auto&&... all) { return change_path(std::forward<decltype(all)>(all)...); };

    directory::OrganisationId owner, network;
    BodyId advisers, board, assembly;
    AgendaPlace place;
};

/// The code of the first fault, and of the error itself when it has none.
inline std::string_view code_of(const Error& error) {
    return error.faults.empty() ? error.code : error.faults.front().code;
}

} // namespace governance::tests
