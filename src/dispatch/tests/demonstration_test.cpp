#include "dispatch/demonstration.hpp"

#include "dispatch/store/account_store.hpp"
#include "dispatch/store/mailbox_store.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/openapi/document.hpp"
#include "platform/testing/test_files.hpp"

#include <filesystem>

namespace {

class PostDemonstration : public post::Office {
protected:
    PostDemonstration() : Office{true} {}
};
EACH_DATABASE(PostDemonstration);

} // namespace

TEST_P(PostDemonstration, SendsInventedLettersThroughTheSameActionsAsSystemsUse) {
    const auto folder = world::new_test_folder();
    const auto loaded = dispatch::load_demonstration(office, folder);
    ASSERT_TRUE(loaded) << describe(loaded.error());
    ASSERT_TRUE(dispatch::load_demonstration(office, folder));

    const auto lease = world.database->reader();
    const auto hash = directory::identity_hash(office.person_key, dispatch::demonstration::citizen_number);
    EXPECT_EQ(dispatch::store::letters_of(**lease, {*hash, {}}, {}, {})->size(), 4U);
    const auto fetcher = dispatch::store::credential(**lease, dispatch::demonstration::receiver);
    EXPECT_EQ(dispatch::store::waiting_for(**lease, *(*fetcher)->receiver_id, 10)->size(), 1U);
    EXPECT_TRUE(std::filesystem::exists(folder + "/demo-mottak.key.pem"));
    world::remove_test_folder(folder);
}

TEST_P(PostDemonstration, LetsSomebodyReadTheCitizensPost) {
    std::vector<directory::PersonId> people;
    for (const auto number : {dispatch::demonstration::citizen_number, dispatch::demonstration::helper_number}) {
        const auto made = world.database->write([&](db::Transaction& transaction) {
            const directory::Doer doer{*world.journal, world.system, *world.random, world.clock.now()};
            return directory::register_person(
                transaction, doer, office.person_key,
                {.name = "Oppdiktet", .identity_number = std::string{number}, .is_invented = true});
        });
        ASSERT_TRUE(made) << describe(made.error());
        people.push_back(*made);
    }
    const auto folder = world::new_test_folder();
    const auto loaded = dispatch::load_demonstration(office, folder);
    ASSERT_TRUE(loaded) << describe(loaded.error());
    const auto lease = world.database->reader();
    const auto openings = dispatch::store::delegation_openings(**lease, people.front(), 10);
    ASSERT_EQ(openings->size(), 1U);
    EXPECT_EQ(openings->front().person_id, people.back());
    const auto wards = dispatch::store::guardianships_of(**lease, people.front(), 10);
    ASSERT_EQ(wards->size(), 1U);
    EXPECT_EQ(dispatch::store::letters_of(**lease, {wards->front().guarded_hash, {}}, {}, {})->size(), 1U);
    world::remove_test_folder(folder);
}

TEST_P(PostDemonstration, EveryAddressIsDescribedInOpenApi) {
    const auto document =
        openapi::document(router.routes(), "https://samband.example", world.services.texts.in(i18n::Language::en));
    for (const auto& fault : openapi::faults_of(document)) {
        ADD_FAILURE() << fault;
    }
}
