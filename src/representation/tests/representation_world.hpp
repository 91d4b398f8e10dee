#pragma once
// The real sector with a council in it and the people who nominate and choose, through the whole request border.
#include "directory/testing/sector.hpp"
#include "directory/texts.hpp"
#include "governance/governance.hpp"
#include "governance/held_seats.hpp"
#include "governance/lookups.hpp"
#include "platform/errors.hpp"
#include "platform/json/value.hpp"
#include "platform/testing/browser.hpp"
#include "platform/texts.hpp"
#include "representation/domain/errors.hpp"
#include "representation/representation.hpp"
#include "representation/store/council_store.hpp"
#include "representation/store/round_store.hpp"
#include "representation/texts.hpp"

#include <fmt/format.h>

namespace representation::tests {

/// Sealing that can be looked at: the owner stands before what is sealed, and another owner cannot open it.
inline Outside plain_outside() {
    return {[](std::string_view plain, std::string_view owner) {
                const auto text = fmt::format("{}:{}", owner, plain);
                return db::Bytes{text.begin(), text.end()};
            },
            [](const db::Bytes& sealed, std::string_view owner) -> Result<std::string> {
                const std::string text{sealed.begin(), sealed.end()};
                if (!text.starts_with(fmt::format("{}:", owner))) return platform::seal_broken.error();
                return text.substr(owner.size() + 1);
            }};
}

class RepresentationWorld : public ::testing::TestWithParam<db::Dialect> {
protected:
    world::World world{GetParam(),
                       {&platform::text::catalogue, &directory::text::catalogue, &governance::catalogue(),
                        &representation::text::catalogue},
                       directory::sector};
    Outside outside = plain_outside();
    world::Browser browser{world, [this](http::Router& router) {
                               governance::add_routes(
                                   router, {.follow = {},
                                            .case_panels = {},
                                            .body_panels = {[this](const http::Query& query, governance::BodyId id) {
                                                return panel_of_body(query, outside, id);
                                            }}});
                               representation::add_routes(router, outside);
                           }};
    Principal secretariat;

    void SetUp() override {
        secretariat = person("torunn", "ks",
                             {{"governance.maintain_bodies", ""},
                              {"governance.appoint_members", ""},
                              {"representation.choose", ""},
                              {"representation.nominate", ""},
                              {"representation.keep_seats", ""}});
        make_body("kommit", "council");
    }

    [[nodiscard]] Instant now() const { return world.clock.now(); }
    [[nodiscard]] Date in_days(int days) const {
        return Date{std::chrono::sys_days{norwegian_date(now())} + std::chrono::days{days}};
    }
    void pass_days(int days) { world.clock.advance(std::chrono::hours{24 * days}); }

    directory::OrganisationSummary organisation(std::string_view key) {
        auto lease = world.database->reader();
        const auto found = directory::find_organisation_by_key(**lease, key);
        EXPECT_TRUE(found.has_value()) << key;
        return *found;
    }

    Principal person(const std::string& name, std::string_view behind, std::vector<Grant> grants = {}) {
        const auto found = organisation(behind);
        Principal somebody;
        somebody.kind = PrincipalKind::person;
        somebody.id = directory::PersonId::make(now(), *world.random).to_string();
        somebody.name = name;
        somebody.organisation_id = found.id.to_string();
        somebody.organisation_name = found.name;
        somebody.session_id = "session of " + name;
        somebody.csrf_token = "token";
        somebody.grants = std::move(grants);
        return somebody;
    }
    /// Somebody who may nominate for the organisation.
    Principal nominator(std::string_view behind) {
        auto somebody = person("Taler for " + std::string{behind}, behind);
        somebody.grants = {{"representation.nominate", somebody.organisation_id}};
        return somebody;
    }

    void make_body(std::string_view slug, std::string_view kind, const std::string& more = {}) {
        const auto body = fmt::format(
            R"({{"slug":"{}","nameNb":"Rådet {}","nameNn":"Rådet {}","kind":"{}","organisation":"{}","isOpen":true,)"
            R"("validFrom":"2020-01-01","adoptedBy":"test","rules":{{"majority":"simple"}}{}}})",
            slug, slug, slug, kind, organisation("ks").id.to_string(), more);
        const auto made = browser.send_json("POST", "/bodies", body, secretariat);
        ASSERT_EQ(made.status, 201) << made.body;
    }
    governance::BodyId body_id(std::string_view slug) {
        auto lease = world.database->reader();
        return governance::body_card_by_key(**lease, slug, i18n::Language::nb)->id;
    }
    std::vector<governance::Seat> seats(std::string_view slug, Date day) {
        auto lease = world.database->reader();
        return *governance::voting_seats(**lease, body_id(slug), day);
    }
    /// Somebody with a seat in the body for a year, who may have told their gender.
    directory::PersonId seat(std::string_view slug, std::string_view workplace, std::optional<Gender> gender = {}) {
        const auto id = world.database->write([&](db::Transaction& transaction) -> Result<directory::PersonId> {
            directory::NewPerson fresh;
            fresh.name = fmt::format("Fra {}", workplace);
            const auto made = TRY(directory::register_person(
                transaction, {*world.journal, world.system, *world.random, now()}, directory::PersonKey{}, fresh));
            governance::NewSeat wanted;
            wanted.person = made;
            wanted.on_behalf_of = TRY(directory::find_organisation_by_key(transaction, workplace)).id;
            wanted.valid_from = in_days(-10);
            wanted.valid_to = in_days(365);
            wanted.basis = "test";
            TRY(governance::fill_seat(transaction, world.services, world.system, now(), body_id(slug), wanted));
            if (gender) {
                const auto sealed = outside.seal(json::name_of(*gender), made.to_string());
                TRY(store::keep_gender(transaction, made, sealed, now()));
            }
            return made;
        });
        EXPECT_TRUE(id.has_value()) << describe(id.error());
        return *id;
    }

    [[nodiscard]] std::string a_round(std::string_view body, int seats = 1) const {
        return fmt::format(R"({{"language":"nb","body":"{}","wanted":"En leder.","seats":{},"validFrom":"{}",)"
                           R"("validTo":"{}","closesOn":"{}","isAmbassador":true}})",
                           body, seats, to_string(in_days(30)), to_string(in_days(760)), to_string(in_days(7)));
    }
    /// The address of a round that is open.
    std::string open_round(std::string_view body = "kommit", int seats = 1) {
        const auto made = browser.send_json("POST", "/nominations", a_round(body, seats), secretariat);
        EXPECT_EQ(made.status, 201) << made.body;
        return std::string{made.header("location").value_or("")};
    }
    static std::string a_candidate(std::string_view name, std::string_view workplace, std::string_view more = {}) {
        return fmt::format(R"({{"workplace":"{}","name":"{}","position":"leder","grounds":"Kan mye.",)"
                           R"("hasConsented":true{}}})",
                           workplace, name, more);
    }
    /// The id of who stands after that.
    std::string nominate(const std::string& round, std::string_view name, std::string_view workplace,
                         std::string_view by, std::string_view more = {}) {
        const auto sent =
            browser.send_json("POST", round + "/candidates", a_candidate(name, workplace, more), nominator(by));
        EXPECT_EQ(sent.status, 201) << sent.body;
        const auto shown = *json::parse(browser.get(round + ".json", secretariat).body);
        for (const auto& each : *shown.find("candidatesShown")->array()) {
            if (each.text_of("name") == name) return std::string{each.text_of("id")};
        }
        ADD_FAILURE() << name << " does not stand";
        return {};
    }
    http::Response choose(const std::string& round, const std::string& ids, std::string_view more = {}) {
        const auto sent = fmt::format(R"({{"candidates":[{}],"reasons":"Nord må høres."{}}})", ids, more);
        return browser.send_json("POST", round + "/choice", sent, secretariat);
    }

    static std::string code_of(const http::Response& answer) {
        const auto value = json::parse(answer.body);
        return value ? std::string{value->text_of("code")} : std::string{answer.body};
    }
    static bool says(const http::Response& answer, std::string_view words) {
        return answer.body.find(words) != std::string::npos;
    }
};

inline std::string in_quotes(const std::string& id) {
    return "\"" + id + "\"";
}

} // namespace representation::tests
