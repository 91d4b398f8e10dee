#include "platform/log/log.hpp"

#include "platform/errors.hpp"
#include "platform/log/line.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

using namespace std::chrono_literals;

std::string line(logging::Form form, std::vector<logging::Field> fields) {
    const auto at = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + 9h;
    return logging::line(form, at, logging::Level::info, "http.request", fields);
}

TEST(LogLine, NamesTimeLevelAndEventFirst) {
    EXPECT_EQ(line(logging::Form::logfmt, {{"status", 200}, {"path", "/cases"}}),
              "at=2026-03-04T09:00:00.000Z level=info event=http.request status=200 path=/cases");
    EXPECT_EQ(line(logging::Form::json, {{"status", 200}, {"path", "/cases"}, {"isCached", true}, {"seconds", 0.5}}),
              R"({"at":"2026-03-04T09:00:00.000Z","level":"info","event":"http.request","status":200,)"
              R"("path":"/cases","isCached":true,"seconds":0.5})");
}

TEST(LogLine, KeepsToOneLineWhateverTheValueHolds) {
    const std::string hostile = "a\nlevel=error event=forged \"quoted\" \\ \x1b[31m";

    EXPECT_EQ(line(logging::Form::logfmt, {{"path", hostile}}).find_first_of("\n\x1b"), std::string::npos);
    EXPECT_NE(line(logging::Form::logfmt, {{"path", hostile}}).find(R"(path="a\nlevel=error)"), std::string::npos);
    EXPECT_NE(line(logging::Form::json, {{"path", hostile}}).find(R"(\u001b[31m)"), std::string::npos);
    EXPECT_NE(line(logging::Form::logfmt, {{"path", ""}}).find("path=\"\""), std::string::npos);
}

class Log : public ::testing::Test {
protected:
    Log() {
        logging::redirect([this](std::string_view text) { lines.emplace_back(text); });
    }
    ~Log() override { logging::redirect({}); }
    std::vector<std::string> lines;
};

TEST_F(Log, TellsWhyByTheCodeOfTheError) {
    logging::warning("mail.failed", platform::bad_value.error({{"limit", std::int64_t{3}}}), {{"attempt", 2}});

    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NE(lines[0].find("level=warning event=mail.failed attempt=2 reason=\"platform.bad_value limit=3\""),
              std::string::npos)
        << lines[0];
}

TEST_F(Log, LeavesOutWhatIsBelowItsLevel) {
    logging::debug("db.statement", {{"rows", 1}});
    logging::info("db.opened");

    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NE(lines[0].find("event=db.opened"), std::string::npos);
}

} // namespace
