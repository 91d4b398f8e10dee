#pragma once
// Somebody's mailbox in a browser: two citizens, and people who act for the organisation.
#include "dispatch/rights.hpp"
#include "dispatch/tests/post_world.hpp"

namespace post {

class Mailbox : public Office {
protected:
    world::Browser browser{world, [this](http::Router& routes) { dispatch::add_routes(routes, office); }};
    Principal kari = citizen("Kari Eksempel", std::string{post::kari});
    Principal ola = citizen("Ola Eksempel", "24819020023");

    Principal citizen(const std::string& name, const std::string& number) {
        const auto made = world.database->write([&](db::Transaction& transaction) {
            const directory::Doer doer{*world.journal, world.system, *world.random, world.clock.now()};
            return directory::register_person(transaction, doer, office.person_key,
                                              {.name = name, .identity_number = number, .is_invented = true});
        });
        EXPECT_TRUE(made) << describe(made.error());
        Principal somebody = world::World::person(name, {});
        somebody.id = made->to_string();
        somebody.assurance = "substantial";
        return somebody;
    }
    Principal worker(const std::string& organisation) {
        auto somebody = world::World::person("Jorunn", {});
        somebody.organisation_id = organisation;
        somebody.grants = {{std::string{dispatch::right::see_outbox.name}, organisation}};
        return somebody;
    }
    /// Somebody who reads the organisation's post.
    Principal employee(const std::string& name, const std::string& organisation) {
        auto somebody = citizen(name, {});
        somebody.organisation_id = organisation;
        somebody.grants = {{std::string{dispatch::right::read_post.name}, organisation},
                           {std::string{dispatch::right::answer_post.name}, organisation}};
        return somebody;
    }
    /// A letter that lies in Kari's mailbox.
    std::string delivered(std::string_view title, std::string_view more = {}) {
        const auto id = sent(title, more);
        work();
        return id;
    }
    static std::string code_of(const http::Response& answer) {
        const auto value = json::parse(answer.body);
        return value ? std::string{value->text_of("code")} : answer.body;
    }
};

} // namespace post
