#pragma once
// People and roles for tests of identity.
#include "identity/actions/log_in.hpp"
#include "platform/testing/world.hpp"

#include <fmt/format.h>

namespace identity::tests {

inline directory::PersonKey person_key() {
    return {};
}

inline directory::Doer doer(world::World& world) {
    return {*world.journal, world.system, *world.random, world.clock.now()};
}

inline directory::PersonId given_person(world::World& world, std::string name) {
    auto made = world.database->write([&](db::Transaction& transaction) {
        return directory::register_person(transaction, doer(world), person_key(), {std::move(name), {}, true});
    });
    EXPECT_TRUE(made) << describe(made.error());
    return *made;
}

inline void given_organisation(world::World& world, std::string number) {
    const auto made = world.database->write([&](db::Transaction& transaction) {
        return directory::register_organisation(transaction, doer(world),
                                                {.kind = directory::OrganisationKind::company,
                                                 .name = "Eksempel",
                                                 .organisation_number = std::move(number)});
    });
    EXPECT_TRUE(made) << describe(made.error());
}

inline Date day(std::string_view text) {
    return *parse_date(text);
}

inline NewHolding a_role(directory::PersonId person, Role role, std::string scope = {}) {
    return {person, role, std::move(scope), {}, "rolle i en prøve", day("2026-01-01"), {}};
}

inline Result<HoldingId> give(world::World& world, const NewHolding& wanted) {
    return world.database->write(
        [&](db::Transaction& transaction) { return give_role(transaction, doer(world), wanted); });
}

inline Result<void> end(world::World& world, HoldingId holding, std::string_view first_day_without) {
    return world.database->write([&](db::Transaction& transaction) {
        return end_role(transaction, doer(world), holding, day(first_day_without));
    });
}

inline std::vector<Holding> held(world::World& world, directory::PersonId person, std::string_view on) {
    auto reader = *world.database->reader();
    return *holdings_of(*reader, person, day(on));
}

/// A request that carries the session's cookie.
inline http::Request with_cookie(const Options& options, std::string_view token) {
    http::Request request;
    request.headers.emplace_back("cookie", fmt::format("{}={}", cookie_name(options), token));
    return request;
}

} // namespace identity::tests
