#include "app/config.hpp"
#include "app/errors.hpp"
#include "app/print_server.hpp"
#include "platform/testing/test_files.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

static app::Config read(const app::ConfigSources& sources) {
    auto config = app::read_config(sources);
    EXPECT_TRUE(config) << describe(config.error());
    return std::move(*config);
}

TEST(Config, HasAnAnswerForEverySettingWithoutAnySource) {
    const auto config = read({});
    for (const auto& setting : app::settings())
        EXPECT_EQ(config.text(setting.name), setting.otherwise);
    EXPECT_TRUE(config.listing().empty());
}

TEST(Config, LetsFlagsWinOverEnvironmentAndEnvironmentOverFile) {
    const auto config = read({"samband.conf",
                              "server.port = 1001\nserver.workers = 5 # for the small machine\ndata.folder = a\n",
                              {{"SAMBAND_SERVER_PORT", "1002"}, {"SAMBAND_DATA_FOLDER", "b"}},
                              {{"server.port", "1003"}}});
    EXPECT_EQ(config.number("server.port"), 1003);
    EXPECT_EQ(config.text("data.folder"), "b");
    EXPECT_EQ(config.number("server.workers"), 5);
}

TEST(Config, NamesEveryMistakeOfEverySourceAtOnce) {
    const auto config = app::read_config({"samband.conf",
                                          "server.port = many\nno equals sign\nserver.prot = 1\n",
                                          {{"SAMBAND_SERVER_WORKERS", "1"}, {"SAMBAND_NOTHING", "1"}},
                                          {{"server.is_behind_proxy", "perhaps"}}});
    ASSERT_FALSE(config);
    EXPECT_EQ(config.error().code, "app.configuration_faulty");
    std::multiset<std::string> said;
    for (const auto& fault : config.error().faults)
        said.insert(fault.pointer + " " + std::string{fault.code});
    EXPECT_EQ(said, (std::multiset<std::string>{
                        "samband.conf:1 app.setting_not_a_number", "samband.conf:2 app.setting_line_unreadable",
                        "samband.conf:3 app.setting_unknown", "SAMBAND_SERVER_WORKERS app.setting_out_of_range",
                        "SAMBAND_NOTHING app.setting_unknown", "--server.is_behind_proxy app.setting_not_a_truth"}));
}

static std::multiset<std::string> faults_of_printer(std::map<std::string, std::string> flags) {
    const auto read = app::print_server(*app::read_config({"", "", {}, std::move(flags)}));
    std::multiset<std::string> said;
    if (read) return said;
    EXPECT_EQ(read.error().code, "app.configuration_faulty");
    for (const auto& fault : read.error().faults)
        said.insert(fault.pointer + " " + std::string{fault.code});
    return said;
}

TEST(Config, NamesEverythingThatIsWrongWithThePrintersMachineAtOnce) {
    EXPECT_TRUE(faults_of_printer({}).empty());
    EXPECT_EQ(faults_of_printer({{"dispatch.print_server", "trykkeri.example"},
                                 {"dispatch.print_folder", "/srv/print"},
                                 {"dispatch.print_known_hosts", "/nowhere/known_hosts"}}),
              (std::multiset<std::string>{
                  "dispatch.print_server app.setting_not_an_address", "dispatch.print_server app.settings_exclude",
                  "dispatch.print_known_hosts app.setting_file_unreadable", "dispatch.print_key app.setting_needed"}));
    EXPECT_EQ(faults_of_printer({{"dispatch.print_server", "sftp://samband@trykkeri.example/inn"},
                                 {"dispatch.print_known_hosts", "/dev/null"},
                                 {"dispatch.print_key", "/dev/null"},
                                 {"dispatch.print_password_file", "/dev/null"}}),
              std::multiset<std::string>{"dispatch.print_key app.settings_exclude"});
}

TEST(Config, TakesThePasswordOfThePrintersMachineFromTheFirstLineOfItsFile) {
    const auto folder = world::new_test_folder();
    const auto secret = folder + "/secret";
    std::ofstream{secret} << "first\nsecond\n";
    const auto read =
        app::print_server(*app::read_config({"",
                                             "",
                                             {},
                                             {{"dispatch.print_server", "sftp://samband@trykkeri.example/inn"},
                                              {"dispatch.print_known_hosts", "/dev/null"},
                                              {"dispatch.print_password_file", secret}}}));
    ASSERT_TRUE(read);
    world::remove_test_folder(folder);
    EXPECT_EQ((*read)->password, "first");
    EXPECT_EQ((*read)->folder, "/inn");
}

TEST(Config, ShowsNoSecret) {
    const auto config = read({"", "", {}, {{"database.url", "postgresql://user:hidden@host/samband"}}});
    ASSERT_EQ(config.listing().size(), 1U);
    EXPECT_EQ(config.listing().front(), "database.url = *** (flag)");
}

TEST(Config, CannotBeReadFromAFileThatIsMissing) {
    const auto sources = app::gather_sources("/nowhere/samband.conf", {});
    ASSERT_FALSE(sources);
    EXPECT_EQ(sources.error().code, "app.configuration_unreadable");
}

TEST(Settings, HaveNamesThatDifferAlsoInTheEnvironment) {
    std::set<std::string> names;
    for (const auto& setting : app::settings()) {
        auto name = std::string{setting.name};
        for (auto& letter : name) {
            if (letter == '.') letter = '_';
        }
        EXPECT_TRUE(names.insert(name).second) << setting.name;
    }
}

TEST(Settings, StandInTheOperatorsPageAsTheyStandInTheTable) {
    std::ifstream file{"docs/operating/settings.md"};
    const std::string page{std::istreambuf_iterator<char>{file}, {}};
    EXPECT_NE(page.find(app::settings_page()), std::string::npos)
        << "docs/operating/settings.md differs from the table; write it anew with: samband settings";
}
