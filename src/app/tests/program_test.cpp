#include "app/errors.hpp"
#include "app/program.hpp"
#include "app/run.hpp"
#include "app/serving.hpp"
#include "dispatch/rights.hpp"
#include "platform/crypto/business_key.hpp"
#include "platform/crypto/key_file.hpp"
#include "platform/errors.hpp"
#include "platform/http/dispatcher.hpp"
#include "platform/http/request_key.hpp"
#include "platform/openapi/document.hpp"
#include "platform/testing/line_server.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <set>
#include <unistd.h>

/// A program on a folder of its own, removed at the end.
class WholeProgram : public ::testing::Test {
protected:
    WholeProgram() {
        static int count = 0;
        folder = std::filesystem::temp_directory_path() / fmt::format("samband-app-test-{}-{}", getpid(), ++count);
    }
    ~WholeProgram() override {
        program.reset();
        std::filesystem::remove_all(folder);
    }
    app::Config config(std::map<std::string, std::string> flags = {}) {
        flags.try_emplace("data.folder", (folder / "data").string());
        auto read = app::read_config({"", "", {}, std::move(flags)});
        EXPECT_TRUE(read) << describe(read.error());
        return *read;
    }
    app::Program& opened() {
        if (!program) {
            auto made = app::Program::open(config(), app::Purpose::maintenance);
            EXPECT_TRUE(made) << describe(made.error());
            program = std::move(*made);
        }
        return *program;
    }
    std::filesystem::path folder;
    std::unique_ptr<app::Program> program;
};

TEST_F(WholeProgram, HasNoRouteWithARightThatNobodyCanHold) {
    // The last three are those of accounts, integrations and receivers, which are no roles of people.
    std::set<std::string_view> held{right::everybody.name, right::logged_in.name, dispatch::right::send.name,
                                    dispatch::right::send_for.name, dispatch::right::receive.name};
    for (const auto& line : identity::role_table()) {
        for (const auto& right : line.rights)
            held.insert(right.name);
    }
    for (const auto& route : opened().router().routes()) {
        EXPECT_TRUE(held.contains(route.right.name))
            << http::name_of(route.method) << " " << route.pattern << " asks for " << route.right.name;
    }
}

TEST_F(WholeProgram, NamesEachOperationOnce) {
    std::set<std::string_view> names;
    for (const auto& route : opened().router().routes()) {
        EXPECT_TRUE(names.insert(route.about.operation).second) << route.about.operation;
        EXPECT_FALSE(route.about.summary.empty()) << route.pattern;
    }
}

TEST_F(WholeProgram, ChangesNothingByAGet) {
    for (const auto& route : opened().router().routes()) {
        const bool is_query = std::holds_alternative<http::QueryHandler>(route.handler);
        EXPECT_EQ(is_query, route.method == http::Method::get) << route.pattern;
    }
}

TEST_F(WholeProgram, DescribesItselfInOpenApiWithoutFaults) {
    auto& whole = opened();
    const auto document = openapi::document(whole.router().routes(), "https://samband.example",
                                            whole.services().texts.in(i18n::Language::en));
    for (const auto& fault : openapi::faults_of(document))
        ADD_FAILURE() << fault;
}

TEST_F(WholeProgram, KeepsItsDataWhenItIsOpenedAgain) {
    const auto key_of = [&] { return std::filesystem::file_size(folder / "data" / "master.key"); };
    opened();
    const auto before = key_of();
    program.reset();
    opened();
    EXPECT_EQ(key_of(), before);
}

TEST_F(WholeProgram, IsNotOpenedInAFolderThatCannotBeMade) {
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "file"} << "in the way";
    const auto refused =
        app::Program::open(config({{"data.folder", (folder / "file" / "data").string()}}), app::Purpose::maintenance);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, app::folder_unavailable.name);
}

TEST_F(WholeProgram, WorksAloneOnItsDatabaseAndLetsOthersLook) {
    const auto first = app::Program::open(config(), app::Purpose::serving);
    ASSERT_TRUE(first);
    EXPECT_TRUE((*first)->is_alone());
    const auto second = app::Program::open(config(), app::Purpose::serving);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, platform::database_taken.name);
    EXPECT_TRUE(app::Program::open(config(), app::Purpose::maintenance));
}

TEST_F(WholeProgram, DoesNotStartWithHalfAClientForTheRegistersOfPeople) {
    std::map<std::string, std::string> flags;
    const auto refusal = [&] {
        const auto made = app::Program::open(config(flags), app::Purpose::maintenance);
        return made ? std::string{} : describe(made.error());
    };
    for (const auto* address : {"registers.people_url", "registers.contacts_url"}) {
        flags = {{address, "https://register.example"}};
        for (const auto* setting : {"registers.token_issuer", "registers.client_id", "registers.key_file"}) {
            const auto said = refusal();
            EXPECT_NE(said.find(app::register_client_incomplete.name), std::string::npos) << said;
            EXPECT_NE(said.find(address), std::string::npos) << said;
            EXPECT_NE(said.find(setting), std::string::npos) << said;
            flags[setting] = "https://issuer.example/";
        }
    }
    flags["registers.key_file"] = (folder / "data" / "missing.pem").string();
    EXPECT_NE(refusal().find(app::file_unreadable.name), std::string::npos) << refusal();
}

TEST_F(WholeProgram, DoesNotStartWithHalfAWayToDigitalMailboxesAndTellsAllThatIsMissing) {
    std::map<std::string, std::string> flags{{"digital_mailboxes.url", "https://ap.example"}};
    const auto refusal = [&] {
        const auto made = app::Program::open(config(flags), app::Purpose::maintenance);
        return made ? std::string{} : describe(made.error());
    };
    const auto said = refusal();
    EXPECT_NE(said.find(app::digital_mailboxes_incomplete.name), std::string::npos) << said;
    for (const auto* setting : {"registers.contacts_url", "registers.token_issuer", "digital_mailboxes.key_file",
                                "digital_mailboxes.certificate", "digital_mailboxes.trusted"})
        EXPECT_NE(said.find(setting), std::string::npos) << said;

    std::filesystem::create_directories(folder);
    const auto pair = crypto::make_business_key("Eksempel", "971032146", 1);
    const auto file = [&](const char* name, const std::string& content) {
        const auto path = (folder / name).string();
        EXPECT_TRUE(crypto::create_secret_file(path, content));
        return path;
    };
    flags["digital_mailboxes.key_file"] = file("key.pem", pair.private_key_pem);
    flags["registers.key_file"] = flags["digital_mailboxes.key_file"];
    flags["digital_mailboxes.certificate"] = file("certificate.pem", pair.certificates_pem);
    flags["digital_mailboxes.trusted"] = file("trusted.pem", "nei");
    flags["registers.contacts_url"] = "https://register.example";
    flags["registers.token_issuer"] = "https://issuer.example/";
    flags["registers.client_id"] = "klient";
    EXPECT_NE(refusal().find(R"(digital_mailboxes.trusted)"), std::string::npos);
    EXPECT_EQ(refusal().find("digital_mailboxes.key_file"), std::string::npos);
    flags["digital_mailboxes.trusted"] = file("trust.pem", pair.authority_pem);
    EXPECT_EQ(refusal(), "");
}

TEST_F(WholeProgram, DoesNotStartWhenItWouldAskForTwoKindsOfServicesInOneLogin) {
    const auto made = app::Program::open(config({{"login.altinn_services", "urn:altinn:resource:2480:40"},
                                                 {"login.altinn_post_services", "urn:altinn:resource:samband-post"}}),
                                         app::Purpose::maintenance);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, app::login_services_mixed.name);
}

TEST_F(WholeProgram, DoesNotStartWithHalfAWayToAltinnAndTellsAllThatIsMissing) {
    std::map<std::string, std::string> flags{{"altinn.url", "https://platform.example"}};
    const auto refusal = [&] {
        const auto made = app::Program::open(config(flags), app::Purpose::maintenance);
        return made ? std::string{} : describe(made.error());
    };
    const auto said = refusal();
    EXPECT_NE(said.find(app::altinn_incomplete.name), std::string::npos) << said;
    for (const auto* setting :
         {"altinn.resource", "registers.token_issuer", "registers.client_id", "registers.key_file"})
        EXPECT_NE(said.find(setting), std::string::npos) << said;

    std::filesystem::create_directories(folder);
    const auto key_file = (folder / "key.pem").string();
    EXPECT_TRUE(
        crypto::create_secret_file(key_file, crypto::make_business_key("Eksempel", "971032146", 1).private_key_pem));
    flags["registers.key_file"] = key_file;
    flags["registers.token_issuer"] = "https://issuer.example/";
    flags["registers.client_id"] = "klient";
    flags["altinn.resource"] = "post";
    flags["altinn.confidential_resource"] = "post";
    EXPECT_NE(refusal().find("altinn.confidential_resource"), std::string::npos) << "whom both would let in";
    flags["altinn.confidential_resource"] = "taushetsbelagt-post";
    EXPECT_EQ(refusal(), "");
}

TEST_F(WholeProgram, ForgetsOldRequestKeysByItself) {
    auto serving = app::Program::open(config({{"server.port", "0"}}), app::Purpose::serving);
    ASSERT_TRUE(serving);
    auto& database = (*serving)->services().database;
    const auto now = (*serving)->services().clock.now();
    const auto add_key = [&](const char* key, Instant at) {
        return database.write([&](db::Transaction& transaction) {
            return transaction.execute(
                "INSERT INTO platform_request_key (principal, request_key, fingerprint, path, at)"
                " VALUES ('1:kari', $1, 'x', '/cases/1', $2)",
                {key, at});
        });
    };
    ASSERT_TRUE(add_key("of today", now));
    ASSERT_TRUE(add_key("of last week", now - http::request_key_age_max - std::chrono::hours{1}));

    const auto running = app::Serving::start(**serving);
    ASSERT_TRUE(running);
    std::vector<std::string> keys;
    const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    do {
        keys.clear();
        for (const auto& row : *(*database.reader())->query("SELECT request_key FROM platform_request_key"))
            keys.push_back(row.text(0));
    } while (keys.size() > 1 && std::chrono::steady_clock::now() < limit);

    EXPECT_EQ(keys, std::vector<std::string>{"of today"});
}

TEST_F(WholeProgram, KnowsItsAddressBeforeItAnswers) {
    auto serving = app::Program::open(config({{"server.port", "0"}}), app::Purpose::serving);
    ASSERT_TRUE(serving);
    EXPECT_EQ((*serving)->services().public_url, "");
    ASSERT_TRUE(app::Serving::start(**serving));
    EXPECT_TRUE((*serving)->services().public_url.starts_with("http://127.0.0.1:"));
}

TEST_F(WholeProgram, IsDemonstratedOnAddressesOfThisMachineOnly) {
    ::testing::internal::CaptureStderr();
    EXPECT_EQ(app::run_demo(config({{"server.address", "0.0.0.0"}}), {}), 1);
    EXPECT_NE(::testing::internal::GetCapturedStderr().find("app.demonstration_not_local"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(folder / "data")) << "nothing was made";
}

/// Runs a verb and gives its exit code with all it said.
template <class Verb>
static std::pair<int, std::string> said(Verb&& verb) {
    ::testing::internal::CaptureStderr();
    ::testing::internal::CaptureStdout();
    const auto code = verb();
    return {code, ::testing::internal::GetCapturedStdout() + ::testing::internal::GetCapturedStderr()};
}

TEST_F(WholeProgram, TellsItsOperatorOfEventsFromATimeToCome) {
    const auto& services = opened().services();
    ASSERT_TRUE(services.database.write([&](db::Transaction& transaction) -> Result<void> {
        const auto later = services.clock.now() + std::chrono::hours{1};
        TRY(services.journal.append(transaction, the_program(), {.type = "directory.sector_loaded"}, later));
        return {};
    }));
    program.reset();

    const auto [code, words] = said([&] { return app::run_doctor(config()); });

    EXPECT_EQ(code, 1);
    EXPECT_NE(words.find("FEIL    klokke"), std::string::npos) << words;
}

TEST_F(WholeProgram, TellsItsOperatorWhichRegistersAndCarriersAnswer) {
    world::LineServer somebody{[](world::Conversation& client) {
        while (const auto line = client.line()) {
            if (*line == "\r\n") break;
        }
        client.say("HTTP/1.1 404 X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }};
    const auto there = fmt::format("http://127.0.0.1:{}", somebody.port());
    const auto nobody = world::Listener::open();
    nobody.stop();
    const auto away = fmt::format("http://127.0.0.1:{}", nobody.port);
    for (const auto* setting : {"registers.people_url", "digital_mailboxes.url", "altinn.url"}) {
        for (const auto& address : {there, away}) {
            const auto words = said([&] { return app::run_doctor(config({{setting, address}})); }).second;
            EXPECT_EQ(words.find(address + " svarer ikke") != std::string::npos, address == away) << setting << words;
            EXPECT_EQ(words.find(std::string{setting} + " er ikke satt"), std::string::npos) << setting;
        }
    }
    EXPECT_NE(said([&] { return app::run_doctor(config()); }).second.find("altinn.url er ikke satt"),
              std::string::npos);
}

TEST_F(WholeProgram, IsBackedUpAndPutBackWhole) {
    opened();
    program.reset();
    app::CommandLine command;
    command.files = {(folder / "copy").string()};
    ASSERT_EQ(said([&] { return app::run_backup(config(), command); }).first, 0);
    EXPECT_NE(said([&] { return app::run_backup(config(), command); }).second.find("app.folder_not_empty"),
              std::string::npos);
    EXPECT_NE(said([&] { return app::run_restore(config(), command); }).second.find("app.folder_not_empty"),
              std::string::npos);
    const auto elsewhere = config({{"data.folder", (folder / "elsewhere").string()}});
    EXPECT_EQ(said([&] { return app::run_restore(elsewhere, command); }).first, 0);
    std::filesystem::remove(folder / "copy" / "master.key");
    command.is_forced = true;
    EXPECT_NE(said([&] { return app::run_restore(elsewhere, command); }).second.find("app.backup_incomplete"),
              std::string::npos);
}

TEST_F(WholeProgram, SaysThatAFileToImportIsMissing) {
    app::CommandLine command;
    command.kind = "map";
    command.files = {"/nowhere/map.json"};
    EXPECT_NE(said([&] { return app::run_import(config(), command); }).second.find("app.file_unreadable"),
              std::string::npos);
}

TEST_F(WholeProgram, SaysWhyAnIssuerGivesNoToken) {
    std::string body;
    world::LineServer issuer{[&](world::Conversation& client) {
        while (const auto line = client.line()) {
            if (*line == "\r\n") break;
        }
        client.say(
            fmt::format("HTTP/1.1 200 X\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{}", body.size(), body));
    }};
    app::CommandLine command;
    command.issuer = fmt::format("http://127.0.0.1:{}", issuer.port());
    body =
        fmt::format(R"({{"issuer":"{0}","token_endpoint":"{0}/token","error_description":"Nøkkelen er ikke kjent"}})",
                    command.issuer);
    EXPECT_NE(said([&] { return app::run_token(config(), command); }).second.find("app.file_unreadable"),
              std::string::npos);
    std::filesystem::create_directories(folder / "data");
    ASSERT_TRUE(identity::DevelopmentClient::in_folder((folder / "data").string(), "938712441"));
    const auto [code, words] = said([&] { return app::run_token(config(), command); });
    EXPECT_EQ(code, 1);
    EXPECT_NE(words.find("registers.token_not_given"), std::string::npos) << words;
    EXPECT_NE(words.find("Nøkkelen er ikke kjent"), std::string::npos) << words;
}

TEST_F(WholeProgram, ExportsAJournalThatVerifiesFromTheFileAlone) {
    auto& whole = opened();
    const auto& services = whole.services();
    ASSERT_TRUE(services.database.write([&](db::Transaction& transaction) {
        const auto by = the_program();
        return directory::register_organisation(
            transaction, {services.journal, by, services.random, services.clock.now()},
            {.kind = directory::OrganisationKind::supplier, .name = "Prøve AS", .is_invented = true});
    }));
    program.reset();
    app::CommandLine command;
    command.kind = "journal";
    command.output = (folder / "journal.ndjson").string();
    ASSERT_EQ(app::run_export(config(), command), 0);
    command.files = {command.output};
    EXPECT_EQ(said([&] { return app::run_verify_offline(command); }).first, 0);

    std::string bytes{std::istreambuf_iterator<char>{std::ifstream{command.output}.rdbuf()}, {}};
    const auto at = bytes.find("Prøve AS");
    ASSERT_NE(at, std::string::npos);
    bytes[at] = 'B';
    std::ofstream{command.output} << bytes;
    EXPECT_EQ(said([&] { return app::run_verify_offline(command); }).first, 1) << "a changed byte is found";
}
