#pragma once
#include "directory/texts.hpp"
#include "governance/governance.hpp"
#include "governance/seats.hpp"
#include "governance/testing/demonstration.hpp"
#include "platform/json/value.hpp"
#include "platform/testing/browser.hpp"
#include "platform/texts.hpp"
#include "voice/texts.hpp"
#include "voice/voice.hpp"

namespace voice::tests {

/// The demonstration sector with its bodies and cases, somebody of the secretariat and a municipal director.
class VoiceWorld : public ::testing::TestWithParam<db::Dialect> {
protected:
    world::World world{
        GetParam(),
        {&platform::text::catalogue, &directory::text::catalogue, &governance::catalogue(), &voice::text::catalogue},
        governance::demonstration};
    world::Browser browser{world, [](http::Router& router) { voice::add_routes(router); }};
    Principal secretariat, director;
    std::string yesterday;

    void SetUp() override {
        const auto today = norwegian_date(world.clock.now());
        yesterday = to_string(Date{std::chrono::sys_days{today} - std::chrono::days{1}});
        secretariat = person("torunn", "ks",
                             {{"voice.speak", ""},
                              {"voice.report_hindrance", ""},
                              {"voice.ask_statement", ""},
                              {"voice.exempt", ""},
                              {"voice.keep_comment_rules", ""}});
        director = person("jorunn", "1820", {});
        director.grants = {{"voice.report_hindrance", director.organisation_id},
                           {"voice.ask_statement", director.organisation_id}};
    }

    Principal person(const std::string& id, std::string_view organisation, std::vector<Grant> grants) {
        auto lease = world.database->reader();
        const auto found = directory::find_organisation_by_key(**lease, organisation);
        EXPECT_TRUE(found.has_value());
        Principal somebody;
        somebody.kind = PrincipalKind::person;
        somebody.id = id;
        somebody.name = id;
        somebody.organisation_id = found->id.to_string();
        somebody.organisation_name = found->name;
        somebody.session_id = "session of " + id;
        somebody.csrf_token = "token";
        somebody.grants = std::move(grants);
        return somebody;
    }

    [[nodiscard]] Date today() const { return norwegian_date(world.clock.now()); }
    [[nodiscard]] std::string in_days(int count) const {
        return to_string(Date{std::chrono::sys_days{today()} + std::chrono::days{count}});
    }
    /// Posts JSON, expects 201 and gives where it is.
    std::string make(const std::string& path, const std::string& json) {
        const auto made = browser.send_json("POST", path, json, secretariat);
        EXPECT_EQ(made.status, 201) << made.body;
        return std::string{made.header("location").value_or("")};
    }
    http::Response try_json(const std::string& path, const std::string& json) {
        return browser.send_json("POST", path, json, secretariat);
    }
    json::Value read(const std::string& path) {
        const auto answer = browser.get(path);
        EXPECT_EQ(answer.status, 200) << path << answer.body;
        return *json::parse(answer.body);
    }
    std::string code_of(const http::Response& answer) {
        const auto value = json::parse(answer.body);
        return value ? std::string{value->text_of("code")} : std::string{answer.body};
    }
};

} // namespace voice::tests
