// Post to a department, on the channel that the organisation wants it.
#include "dispatch/domain/department.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/department_store.hpp"
#include "dispatch/tests/mailbox_world.hpp"

#include <fmt/format.h>

namespace {

class Departments : public post::Mailbox {
protected:
    Departments() {
        keeper.organisation_id = ks.to_string();
        keeper.grants = {{std::string{dispatch::right::keep_systems.name}, keeper.organisation_id},
                         {std::string{dispatch::right::see_outbox.name}, keeper.organisation_id}};
        post_to("/post-systems/departments", {{"key", "barnehage"}, {"name", "Barnehage og skole"}});
    }
    int post_to(const std::string& path, const world::Browser::Fields& form) {
        return browser.post(path, form, keeper).status;
    }
    void choose(std::string department, std::string type, std::string channel) {
        EXPECT_EQ(post_to("/post-systems/choices", {{"department", std::move(department)},
                                                    {"dispatchType", std::move(type)},
                                                    {"channel", std::move(channel)}}),
                  303);
    }
    static std::string metadata_to(std::string_view title, std::string_view more = {}) {
        return fmt::format(R"({{"title":"{}","recipient":{{"address":{{"name":"Eksempel","town":"OSLO",)"
                           R"("postalCode":"0010"}},"organisationNumber":"971032146"}},)"
                           R"("documents":[{{"name":"brev.pdf"}}]{}}})",
                           title, more);
    }
    http::Response post_letter(const std::string& metadata, std::string_view path = "/dispatches") {
        return ask("POST", path, post::multipart({post::metadata(metadata), post::file("brev.pdf")}),
                   post::multipart_type);
    }
    /// Sends, lets the checks run, and gives the channel that it went to.
    std::string channel_of(std::string_view more = {}) {
        static int serial = 0;
        const auto answer = post_letter(metadata_to(fmt::format("Brev {}", ++serial), more));
        EXPECT_EQ(answer.status, 201) << answer.body;
        work();
        latest = json::parse(answer.body)->text_of("id");
        return std::string{json::parse(ask("GET", "/dispatches/" + latest).body)->text_of("channel")};
    }
    std::string receiver_of_latest() { return stored(latest)->receiver_id->to_string(); }
    std::string latest;
    Principal keeper = world::World::person("Jorunn", {});
    Principal reader = employee("Per Leser", ks.to_string());
    static constexpr std::string_view to_kindergarten = R"(,"department":"barnehage")";
    static constexpr std::string_view of_type = R"(,"dispatchType":"nav.digisos")";
};
EACH_DATABASE(Departments);

} // namespace

TEST_P(Departments, TheMostSpecialChoiceOfAChannelCounts) {
    open_receiver("Postmottak", "-----BEGIN CERTIFICATE-----");
    EXPECT_EQ(channel_of(), "receiver") << "the ordinary order";
    choose("", "", "mailbox");
    EXPECT_EQ(channel_of(), "mailbox");
    choose("", "nav.digisos", "receiver");
    EXPECT_EQ(channel_of(of_type), "receiver");
    EXPECT_EQ(channel_of(), "mailbox");
    choose("barnehage", "", "mailbox");
    const auto both = std::string{to_kindergarten} + std::string{of_type};
    EXPECT_EQ(channel_of(both), "mailbox") << "the department comes before the type";
    choose("barnehage", "nav.digisos", "receiver");
    EXPECT_EQ(channel_of(both), "receiver");
    EXPECT_EQ(channel_of(to_kindergarten), "mailbox");
}

TEST_P(Departments, AChosenChannelThatIsNotThereStopsNothing) {
    choose("", "", "receiver");
    EXPECT_EQ(channel_of(), "mailbox");
    choose("", "", "altinn");
    EXPECT_EQ(channel_of(), "mailbox");
}

TEST_P(Departments, AChoiceCanBeTakenBackAndIsSeenBeforeSending) {
    open_receiver("Postmottak", "-----BEGIN CERTIFICATE-----");
    choose("", "", "mailbox");
    const auto before = *json::parse(post_letter(metadata_to("Se"), "/dispatches?dryRun=true").body);
    ASSERT_EQ(before.find("ways")->array()->size(), 2U);
    EXPECT_EQ(before.find("ways")->array()->front().text_of("channel"), "mailbox");
    const auto shown = *json::parse(browser.get("/post-systems/departments.json", keeper).body);
    const std::string id{shown.find("choices")->array()->front().text_of("id")};
    EXPECT_EQ(post_to("/post-systems/choices/" + id + "/removal", {}), 303);
    EXPECT_EQ(post_to("/post-systems/choices/" + id + "/removal", {}), 404) << dispatch::choice_not_found.name;
    EXPECT_EQ(channel_of(), "receiver");
}

TEST_P(Departments, AReceiverForOneGetsThatOnesPostAlone) {
    const auto all = open_receiver("Postmottak", "-----BEGIN CERTIFICATE-----").to_string();
    std::string pem;
    for (const char letter : post::receivers_key().certificate_pem)
        letter == '\n' ? pem += "\\n" : pem += letter;
    const auto opening = [&](std::string_view department) {
        return browser.send_json(
            "POST", "/post-systems/receivers",
            fmt::format(R"({{"name":"Barn","userName":"barn","certificate":"{}","department":"{}"}})", pem, department),
            keeper);
    };
    const auto unknown = opening("finnes-ikke");
    EXPECT_EQ(unknown.status, 422);
    EXPECT_NE(unknown.body.find("#/department"), std::string::npos);
    const auto opened = opening("barnehage");
    ASSERT_EQ(opened.status, 201) << opened.body;
    EXPECT_EQ(channel_of(to_kindergarten), "receiver");
    EXPECT_NE(receiver_of_latest(), all);
    EXPECT_EQ(channel_of(), "receiver");
    EXPECT_EQ(receiver_of_latest(), all);
    const auto of_svarut = *json::parse(ask("GET", "/tjenester/api/forsendelse/v1/mottakersystem/971032146").body);
    EXPECT_EQ(of_svarut.find("treff")->array()->size(), 1U) << "its senders cannot name a department";
}

TEST_P(Departments, TheSameTitleToTwoOfThemIsNoRepetition) {
    EXPECT_EQ(post_to("/post-systems/departments", {{"key", "byggesak"}, {"name", "Byggesak"}}), 303);
    EXPECT_EQ(post_letter(metadata_to("Til alle", to_kindergarten)).status, 201);
    EXPECT_EQ(post_letter(metadata_to("Til alle", R"(,"department":"byggesak")")).status, 201);
    EXPECT_EQ(post_letter(metadata_to("Til alle", R"(,"department":"")")).status, 201) << "to none";
    EXPECT_NE(post_letter(metadata_to("Til alle", to_kindergarten)).body.find(dispatch::duplicate.name),
              std::string::npos)
        << "this one is";
}

TEST_P(Departments, AreNamedToSendersAndOthersAreRefusedWithAllElseThatIsWrong) {
    const auto listed = *json::parse(ask("GET", "/dispatches/departments?organisationNumber=971032146").body);
    ASSERT_EQ(listed.find("departments")->array()->size(), 1U);
    EXPECT_EQ(listed.find("departments")->array()->front().text_of("key"), "barnehage");
    const auto refused = [&](std::string metadata) {
        const auto answer = post_letter(metadata);
        EXPECT_GE(answer.status, 400);
        return answer.body;
    };
    const auto unknown = refused(metadata_to("", R"(,"department":"finnes-ikke")"));
    EXPECT_NE(unknown.find("#/department"), std::string::npos) << unknown;
    EXPECT_NE(unknown.find("#/title"), std::string::npos) << "all faults at once";
    const auto to_person = refused(fmt::format(R"({{"title":"Til en person","department":"barnehage","recipient":)"
                                               R"({{"address":{{"name":"Kari"}},"identityNumber":"{}"}},)"
                                               R"("isDigitalOnly":true,"documents":[{{"name":"brev.pdf"}}]}})",
                                               post::kari));
    EXPECT_NE(to_person.find(dispatch::department_not_found.name), std::string::npos) << to_person;
    EXPECT_EQ(post_to("/post-systems/departments/barnehage/closing", {}), 303);
    EXPECT_NE(refused(metadata_to("Lukket", to_kindergarten)).find("#/department"), std::string::npos);
    EXPECT_EQ(post_to("/post-systems/departments", {{"key", "barnehage"}, {"name", "Barnehage"}}), 303);
    EXPECT_EQ(channel_of(to_kindergarten), "mailbox") << "open again";
}

TEST_P(Departments, ARequestThatWasTakenIsKnownThoughTheDepartmentHasClosedSince) {
    const auto send_it = [&] {
        return ask("POST", "/dispatches",
                   post::multipart({post::metadata(metadata_to("Søknad", to_kindergarten)), post::file("brev.pdf")}),
                   post::multipart_type, post::basic("avsender", post::secret), {{"idempotency-key", "soknad-1"}});
    };
    const auto first = send_it();
    ASSERT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(post_to("/post-systems/departments/barnehage/closing", {}), 303);
    EXPECT_EQ(send_it().body, first.body);
}

TEST_P(Departments, ANumberWrittenWithSpacesIsTheSame) {
    auto metadata = metadata_to("Søknad", to_kindergarten);
    metadata.replace(metadata.find("971032146"), 9, "971 032 146");
    EXPECT_EQ(post_letter(metadata).status, 201);
}

TEST_P(Departments, NarrowTheMailboxAndStandOnTheLetter) {
    channel_of(to_kindergarten);
    const auto theirs = latest;
    channel_of();
    const auto shown = [&](std::string_view more) {
        const auto value =
            *json::parse(browser.get(fmt::format("/mailbox.json?box=organisation{}", more), reader).body);
        return value.find("letters")->array()->size();
    };
    EXPECT_EQ(shown(""), 2U);
    EXPECT_EQ(shown("&department=barnehage"), 1U);
    EXPECT_EQ(shown("&department=finnes-ikke"), 0U);
    const auto page = browser.get("/mailbox?box=organisation", reader).body;
    EXPECT_NE(page.find("Barnehage og skole"), std::string::npos);
    EXPECT_NE(browser.get("/mailbox/" + theirs, reader).body.find("Barnehage og skole"), std::string::npos);
    EXPECT_NE(browser.get("/outbox/" + theirs, keeper).body.find("Barnehage og skole"), std::string::npos);
}

TEST_P(Departments, AreKeptByTheirOwnPeopleWithTheRightAlone) {
    auto outsider = keeper;
    outsider.grants.clear();
    EXPECT_EQ(browser.get("/post-systems/departments", outsider).status, 403);
    EXPECT_EQ(browser.post("/post-systems/departments", {{"key", "nei"}, {"name", "Nei"}}, outsider).status, 403);
    auto neighbour = keeper;
    neighbour.organisation_id = "01890000-0000-7000-8000-000000000000";
    neighbour.grants = {{std::string{dispatch::right::keep_systems.name}, neighbour.organisation_id}};
    EXPECT_EQ(browser.get("/post-systems/departments", neighbour).body.find("Barnehage og skole"), std::string::npos);
    EXPECT_EQ(browser.post("/post-systems/departments/barnehage/closing", {}, neighbour).status, 404);
    const auto faulty = browser.post("/post-systems/departments", {{"key", "Å"}, {"name", "Å"}}, keeper);
    EXPECT_EQ(faulty.status, 422) << dispatch::department_key_faulty.name;
    EXPECT_NE(faulty.body.find("Nøkkelen må ha minst to tegn"), std::string::npos);
    const auto unknown =
        browser.post("/post-systems/choices", {{"department", "finnes-ikke"}, {"channel", "mailbox"}}, keeper);
    EXPECT_EQ(unknown.status, 422) << dispatch::department_not_found.name;
    EXPECT_EQ(post_to("/post-systems/departments/finnes-ikke/closing", {}), 404);
    EXPECT_NE(browser.get("/post-systems", keeper).body.find("/post-systems/departments"), std::string::npos);
}

TEST_P(Departments, AreNoMoreThanSomebodyCanSeeOver) {
    const auto refused = [&](const std::string& path, const world::Browser::Fields& form) {
        const auto answer = browser.post(path, form, keeper);
        EXPECT_EQ(answer.status, 409) << answer.body;
        return answer.body;
    };
    for (int i = 1; i < dispatch::departments_max; ++i)
        ASSERT_EQ(post_to("/post-systems/departments", {{"key", fmt::format("nr-{}", i)}, {"name", "Nr."}}), 303);
    EXPECT_NE(refused("/post-systems/departments", {{"key", "til"}, {"name", "Én til"}}).find("200 avdelinger"),
              std::string::npos)
        << dispatch::too_many_departments.name;
    EXPECT_EQ(post_to("/post-systems/departments", {{"key", "barnehage"}, {"name", "Nytt navn"}}), 303);
    for (int i = 0; i < dispatch::choices_max; ++i)
        choose("", fmt::format("type {}", i), "mailbox");
    EXPECT_NE(refused("/post-systems/choices", {{"dispatchType", "én til"}, {"channel", "mailbox"}}).find("200 valg"),
              std::string::npos)
        << dispatch::too_many_choices.name;
    choose("", "type 7", "receiver"); // Another choice for the same post is no more of them.
}

TEST_P(Departments, FollowAnOrganisationThatBecomesPartOfAnother) {
    choose("barnehage", "", "receiver");
    choose("", "", "mailbox");
    const auto successor = directory::OrganisationId::make(world.clock.now(), *world.random);
    const auto moved = world.database->write([&](db::Transaction& transaction) -> Result<void> {
        TRY(dispatch::store::put(transaction, successor, dispatch::Department{"barnehage", "Nye barnehage"}));
        return dispatch::store::move_departments(transaction, ks, successor);
    });
    ASSERT_TRUE(moved) << describe(moved.error());
    const auto lease = *world.database->reader();
    EXPECT_EQ((*dispatch::store::departments_of(*lease, successor)).front().name, "Nye barnehage");
    EXPECT_TRUE(dispatch::store::departments_of(*lease, ks)->empty());
    const auto choices = *dispatch::store::choices_of(*lease, successor);
    ASSERT_EQ(choices.size(), 1U) << "nobody can log in any more to the mailbox that was chosen";
    EXPECT_EQ(choices.front().organisation_number, "971032146");
    EXPECT_EQ(choices.front().channel, dispatch::ChosenChannel::receiver);
}
