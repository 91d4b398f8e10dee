// Systems that ask often are not read anew each time. That a closed one is refused at once stands in keep_systems_test.
#include "dispatch/actions/known_systems.hpp"

#include <gtest/gtest.h>

using namespace std::chrono_literals;
using dispatch::KnownSystem, dispatch::KnownSystems;

namespace {

std::shared_ptr<const KnownSystem> system_named(std::string name, std::string id) {
    auto system = std::make_shared<KnownSystem>();
    system->credential.name = std::move(name);
    system->principal.id = std::move(id);
    return system;
}

} // namespace

TEST(KnownSystems, AreFoundByTheirNameAndByWhomTheySpeakFor) {
    KnownSystems systems{1h};
    systems.remember(system_named("arkiv", "1"));
    EXPECT_EQ(systems.by_name("arkiv")->principal.id, "1");
    EXPECT_EQ(systems.by_principal("1")->credential.name, "arkiv");
    EXPECT_EQ(systems.by_name("arkivet"), nullptr);
}

TEST(KnownSystems, AreReadAnewWhenTheirTimeIsOut) {
    KnownSystems systems{0ms};
    systems.remember(system_named("arkiv", "1"));
    EXPECT_EQ(systems.by_name("arkiv"), nullptr);
}

TEST(KnownSystems, AreForgottenByAChangeAndWhatWasReadBeforeItIsNotRememberedAfter) {
    KnownSystems systems{1h};
    systems.remember(system_named("arkiv", "1"));
    systems.forget();
    EXPECT_EQ(systems.by_name("arkiv"), nullptr);
    systems.remember(system_named("arkiv", "1"));
    EXPECT_EQ(systems.by_name("arkiv"), nullptr) << "a request that began before the change may have read the old row";
}
