#include "platform/content/antivirus.hpp"

#include "platform/errors.hpp"
#include "platform/testing/line_server.hpp"

#include <chrono>
#include <fmt/format.h>

using namespace std::chrono_literals;

/// Speaks clamd's INSTREAM: collects the pieces, then gives the verdict for them.
static void scan_as_clamd(world::Conversation& client) {
    const auto command = client.bytes(10);
    if (!command || *command != std::string_view{"zINSTREAM\0", 10}) return;
    std::string content;
    while (const auto length = client.bytes(4)) {
        const auto size = static_cast<std::size_t>(static_cast<unsigned char>((*length)[0])) << 24 |
                          static_cast<std::size_t>(static_cast<unsigned char>((*length)[1])) << 16 |
                          static_cast<std::size_t>(static_cast<unsigned char>((*length)[2])) << 8 |
                          static_cast<unsigned char>((*length)[3]);
        if (size == 0) break;
        content += client.bytes(size).value_or("");
    }
    const bool is_bad = content.find("EICAR") != std::string::npos;
    client.say(std::string_view{is_bad ? "stream: Eicar-Signature FOUND" : "stream: OK"});
    client.say(std::string_view{"\0", 1});
}

static content::Pieces pieces_of(std::vector<std::string> pieces) {
    return [pieces = std::move(pieces), at = std::size_t{0}]() mutable -> Result<std::string> {
        return at < pieces.size() ? pieces[at++] : std::string{};
    };
}

static std::string address(const world::LineServer& server) {
    return fmt::format("127.0.0.1:{}", server.port());
}

TEST(Antivirus, LetsCleanContentPass) {
    world::LineServer clamd{scan_as_clamd};
    const auto verdict = content::scan(address(clamd), pieces_of({"hei", std::string(70'000, 'x')}), 2s);
    ASSERT_TRUE(verdict) << describe(verdict.error());
    EXPECT_TRUE(verdict->is_clean);
}

TEST(Antivirus, NamesWhatItFinds) {
    world::LineServer clamd{scan_as_clamd};
    const auto verdict = content::scan(address(clamd), pieces_of({"EI", "CAR"}), 2s);
    ASSERT_TRUE(verdict);
    EXPECT_FALSE(verdict->is_clean);
    EXPECT_EQ(verdict->signature, "Eicar-Signature");
}

TEST(Antivirus, NeverTakesSilenceForClean) {
    world::LineServer silent{[](auto& client) { client.bytes(1 << 20); }};
    world::LineServer gives_up{[](auto& client) {
        client.say(std::string_view{"INSTREAM size limit exceeded. ERROR\0", 36});
    }};
    for (const auto& where : {address(silent), address(gives_up), std::string{"127.0.0.1:1"},
                              std::string{"/nowhere/clamd"}, std::string{"x"}}) {
        const auto verdict = content::scan(where, pieces_of({"hei"}), 200ms);
        ASSERT_FALSE(verdict) << where;
        EXPECT_EQ(verdict.error().code, platform::scanner_unavailable.name);
    }
    EXPECT_FALSE(content::is_scanner_there("127.0.0.1:1", 200ms));
}

TEST(Antivirus, PassesOnWhatReadingTheContentFailsWith) {
    world::LineServer clamd{scan_as_clamd};
    const auto verdict = content::scan(
        address(clamd), []() -> Result<std::string> { return platform::bad_value.error(); }, 2s);
    EXPECT_EQ(verdict.error().code, "platform.bad_value");
}
