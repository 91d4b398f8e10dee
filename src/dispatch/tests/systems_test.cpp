// Whoever runs the program keeps accounts, integrations and receivers without a page.
#include "dispatch/systems.hpp"

#include "dispatch/domain/errors.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/errors.hpp"

#include <algorithm>

namespace {

class Systems : public post::Office {
protected:
    dispatch::SystemOrder order(std::string kind) {
        dispatch::SystemOrder wanted;
        wanted.kind = std::move(kind);
        wanted.organisation = ks.to_string();
        wanted.name = "Barnehage";
        wanted.user_name = "barnehage";
        return wanted;
    }
    int asks_as(const std::string& secret) {
        return ask("GET", "/dispatches/retention", {}, {}, post::basic("barnehage", secret)).status;
    }
    std::vector<journal::StoredEvent> events(std::string_view type) {
        const auto lease = world.database->reader();
        auto all = *world.journal->after(**lease, 0, 1000);
        std::erase_if(all, [&](const auto& each) { return each.type != type; });
        return all;
    }
};
EACH_DATABASE(Systems);

} // namespace

TEST_P(Systems, AnAccountIsOpenedGivenANewSecretAndClosed) {
    auto wanted = order("account");
    wanted.retention_days = 30;
    const auto opened = dispatch::open_system(office, wanted);
    ASSERT_TRUE(opened) << describe(opened.error());
    EXPECT_EQ(opened->user_name, "barnehage");
    EXPECT_EQ(asks_as(*opened->secret), 200);
    EXPECT_EQ(ask("GET", "/dispatches/retention", {}, {}, post::basic("barnehage", *opened->secret)).body,
              R"({"days":30})");
    EXPECT_EQ(dispatch::open_system(office, wanted).error().code, dispatch::credential_taken.name);

    const auto renewed = dispatch::renew_secret(office, "account", opened->id, 0);
    ASSERT_TRUE(renewed);
    EXPECT_EQ(asks_as(*opened->secret), 401);
    EXPECT_EQ(asks_as(*renewed->secret), 200);

    const auto closed = dispatch::close_system(office, "account", opened->id);
    ASSERT_TRUE(closed);
    EXPECT_TRUE(closed->closed_at);
    EXPECT_FALSE(closed->secret);
    EXPECT_EQ(asks_as(*renewed->secret), 401);
    EXPECT_EQ(dispatch::close_system(office, "account", opened->id).error().code, dispatch::system_closed.name);
    ASSERT_EQ(events("dispatch.system_ended").size(), 1U);
    EXPECT_EQ(events("dispatch.secret_changed").size(), 1U);
}

TEST_P(Systems, IntegrationsAndReceiversAreOpenedToo) {
    const auto account = dispatch::open_system(office, order("account"));
    ASSERT_TRUE(account);
    auto integration = order("integration");
    integration.consumer_number = "971032146";
    integration.accounts = {account->id};
    const auto opened = dispatch::open_system(office, integration);
    ASSERT_TRUE(opened) << describe(opened.error());
    EXPECT_EQ(opened->user_name, opened->id);
    auto receiver = order("receiver");
    receiver.user_name = "mottaket";
    receiver.certificate = post::receivers_key().certificate_pem;
    receiver.level = 4;
    const auto receiving = dispatch::open_system(office, receiver);
    ASSERT_TRUE(receiving) << describe(receiving.error());

    const auto all = dispatch::kept_systems(office, "");
    const auto own = dispatch::kept_systems(office, ks.to_string());
    ASSERT_TRUE(all && own);
    EXPECT_EQ(std::ranges::count(*own, "Barnehage", &dispatch::KeptSystem::name), 3);
    EXPECT_GE(all->size(), own->size());
    EXPECT_TRUE(std::ranges::none_of(*all, [](const auto& each) { return each.secret.has_value(); }));
}

TEST_P(Systems, WhatIsWrongIsToldAllAtOnce) {
    auto wanted = order("account");
    wanted.user_name = "Æ!";
    wanted.retention_days = 0;
    const auto refused = dispatch::open_system(office, wanted);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().faults.size(), 2U);
    auto nameless = order("account");
    nameless.name = std::string(500, 'x');
    EXPECT_FALSE(dispatch::open_system(office, nameless));
    auto nowhere = order("account");
    nowhere.organisation = "ingen";
    EXPECT_EQ(dispatch::open_system(office, nowhere).error().code, "directory.organisation_not_found");
    EXPECT_EQ(dispatch::renew_secret(office, "account", "ingen", 0).error().code, dispatch::system_not_found.name);
    EXPECT_EQ(dispatch::close_system(office, "konto", "ingen").error().code, dispatch::system_not_found.name);
}
