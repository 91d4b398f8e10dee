// What a system must not be able to do to whoever reads it.
#include "oparl/tests/oparl_world.hpp"

using namespace oparl;
using namespace oparl::tests;
using Codes = std::vector<std::string>;

class HostileOparl : public OparlWorld {};
EACH_DATABASE(HostileOparl);

TEST_P(HostileOparl, TakesTheGoodOnesBesideEveryKindOfBadOne) {
    const std::string deep(40, '[');
    const std::string very_deep(100'000, '[');
    put_file("system.json", object("System", "system"));
    put_file("1.json", page({
                           "7",
                           R"({"type":"https://schema.oparl.org/1.1/Paper"})",
                           R"x({"id":"javascript:alert(1)","type":"https://schema.oparl.org/1.1/Paper"})x",
                           R"({"id":"https://elsewhere.example/1","type":"https://schema.oparl.org/1.1/Paper"})",
                           R"({"id":"https://ris.example/1","type":"https://schema.oparl.org/1.1/Law"})",
                           object("Paper", "2", R"("name":{},"date":"yesterday","keyword":"one","mainFile":7)"),
                           object("Paper", "3", "\"x\":" + deep + std::string(40, ']')),
                           object("Paper", "4", "\"x\":" + very_deep + std::string(100'000, ']')),
                           object("Paper", "5", "\"name\":\"\xFF\""),
                           object("Paper", "6", R"("name":"a","name":"b")"),
                           object("Paper", "7", R"("x":1e999)"),
                           object("Paper", "8", R"("name":"\u0000\uD800")"),
                           object("Paper", "9", R"("name":"nul: \u0000 and \"quotes\" ]}")"),
                           "{\"id\":nothing}",
                       }));

    const auto report = import_files();

    EXPECT_EQ(
        codes(report),
        (Codes{std::string{object_unreadable.name}, std::string{id_faulty.name}, std::string{id_faulty.name},
               std::string{id_foreign.name}, std::string{type_unknown.name}, std::string{property_type_wrong.name},
               std::string{property_type_wrong.name}, std::string{property_type_wrong.name},
               std::string{property_type_wrong.name}, std::string{platform::too_deep.name},
               std::string{platform::too_deep.name}, std::string{platform::bad_encoding.name},
               std::string{platform::duplicate_field.name}, std::string{platform::number_out_of_range.name},
               std::string{platform::body_not_json.name}, std::string{platform::body_not_json.name}}));
    EXPECT_EQ(report.added, 2);
    EXPECT_TRUE(graph().contains(home + "/9"));
}

TEST_P(HostileOparl, LeavesOutAnObjectThatIsTooLarge) {
    put_file("1.json", page({object("File", "1", "\"text\":\"" + std::string(object_bytes_max, 'a') + "\""),
                             object("File", "2")}));
    const auto report = import_files();
    EXPECT_EQ(codes(report), Codes{std::string{object_too_large.name}});
    EXPECT_EQ(report.added, 1);
}

TEST_P(HostileOparl, TakesWhatStandsBeforeAPageBreaks) {
    put_file("1.json", "{\"data\":[" + object("Paper", "1") + ",{\"id\":\"");
    put_file("2.json", page({object("Paper", "2")}));
    const auto report = import_files();
    EXPECT_EQ(codes(report), Codes{std::string{page_unreadable.name}});
    EXPECT_EQ(report.added, 2);
}

TEST_P(HostileOparl, DoesNotReadAFileWithoutEnd) {
    put_file("1.json", page({object("Paper", "1")}));
    put_file("2.json", "");
    std::filesystem::resize_file(folder_ + "/in/2.json", std::uintmax_t{1} << 30);
    const auto report = import_files();
    EXPECT_EQ(codes(report), Codes{std::string{page_too_large.name}});
    EXPECT_EQ(report.added, 1);
}

TEST_P(HostileOparl, FollowsNoLinkOutOfTheFolder) {
    put_file("1.json", page({object("Paper", "1")}));
    std::ofstream{folder_ + "/secret.json"} << page({object("Paper", "2")});
    std::filesystem::create_symlink(folder_ + "/secret.json", folder_ + "/in/2.json");
    EXPECT_EQ(import_files().added, 1);
}

TEST_P(HostileOparl, EndsAListThatLeadsBackToItself) {
    put_system();
    pages[home + "/papers"] = page({object("Paper", "paper/1")}, home + "/papers");
    const auto report = import_pages();
    EXPECT_EQ(codes(report), Codes{std::string{paging_endless.name}});
    EXPECT_FALSE(report.is_complete);
    EXPECT_EQ(std::ranges::count(asked, home + "/papers"), 1);
    EXPECT_TRUE(graph().contains(home + "/meeting/1"));
}

TEST_P(HostileOparl, EndsAListThatSaysTheSameUnderEverNewAddresses) {
    put_system();
    auto endless = request();
    const auto fetch = endless.fetch;
    int number = 0;
    endless.fetch = [&](const std::string& address) -> Result<net::Answer> {
        if (!address.starts_with(home + "/papers")) return fetch(address);
        return net::Answer{
            200, page({object("Paper", "paper/1")}, fmt::format("{}/papers?page={}", home, ++number)), {}};
    };
    const auto report = good(import_source(world.services, world.system, endless));
    EXPECT_EQ(codes(report), Codes{std::string{paging_endless.name}});
    EXPECT_LT(number, 10);
}

TEST_P(HostileOparl, IsNotLedIntoAnotherNetwork) {
    put_system();
    pages[home + "/papers"] = page({object("Paper", "paper/1")}, "http://169.254.169.254/latest");
    pages[home + "/bodies"] = page(
        {object("Body", "body",
                fmt::format(R"("paper":{},"meeting":"file:///etc/passwd","person":"https://ris.example@evil.example/")",
                            link("papers")))});

    const auto report = import_pages();

    EXPECT_EQ(codes(report), (Codes{std::string{address_foreign.name}, std::string{address_foreign.name},
                                    std::string{address_foreign.name}}));
    for (const auto& address : asked)
        EXPECT_TRUE(address.starts_with(home)) << address;
}

TEST_P(HostileOparl, MayBeAllowedAnotherOrigin) {
    put_system();
    pages[home + "/papers"] = page({object("Paper", "paper/1")}, "https://two.example/papers");
    pages["https://two.example/papers"] =
        page({R"({"id":"https://two.example/1","type":"https://schema.oparl.org/1.1/Paper"})"});
    auto allowing = request();
    allowing.allowed_origins = {"https://two.example"};
    const auto report = good(import_source(world.services, world.system, allowing));
    EXPECT_EQ(report.refused, 0);
    EXPECT_TRUE(graph().contains("https://two.example/1"));
}

TEST_P(HostileOparl, TellsWhenTheNetworkFails) {
    put_system();
    auto failing = request();
    const auto fetch = failing.fetch;
    failing.fetch = [&](const std::string& address) -> Result<net::Answer> {
        if (address == home + "/meetings")
            return platform::outside_unreachable.error({{"url", address}, {"why", "gone"}});
        return fetch(address);
    };
    const auto report = good(import_source(world.services, world.system, failing));
    EXPECT_EQ(codes(report), Codes{std::string{platform::outside_unreachable.name}});
    EXPECT_EQ(report.added, 3);
    EXPECT_FALSE(report.is_complete);
}
