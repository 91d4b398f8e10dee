#include "dispatch/tests/altinn_world.hpp"

#include "dispatch/jobs/ask_altinn.hpp"
#include "dispatch/jobs/tend_post.hpp"
#include "platform/crypto/jose.hpp"
#include "platform/errors.hpp"
#include "platform/testing/test_files.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace post {

using namespace std::chrono_literals;

/// One for all tests: making a key takes long.
static const json::Value& key_for_altinn() {
    static const auto key = crypto::make_signing_key("RSA", "nøkkel");
    return key;
}

AltinnOffice::AltinnOffice() : folder_{world::new_test_folder()} {
    use_altinn("taushetsbelagt");
    choose_altinn(true);
    office.print_folder = folder_ + "/print";
}

AltinnOffice::~AltinnOffice() {
    world::remove_test_folder(folder_);
}

void AltinnOffice::use_altinn(std::string confidential_resource) {
    registers::AltinnMessages::Client client{std::string{altinn_wire::address},
                                             "post",
                                             std::move(confidential_resource),
                                             {},
                                             altinn_wire::grant(key_for_altinn())};
    office.altinn =
        std::make_shared<registers::AltinnMessages>(std::move(client), world.clock, *world.random,
                                                    [this](const net::Request& request) { return answer_to(request); });
}

void AltinnOffice::choose_altinn(bool uses) {
    EXPECT_TRUE(world.database->write([&](db::Transaction& transaction) {
        return transaction.execute("UPDATE dispatch_account SET uses_altinn = $1", {uses});
    }));
}

Result<net::Answer> AltinnOffice::answer_to(const net::Request& request) {
    asked.push_back(request);
    if (auto said = altinn_wire::issuer_answer(request)) return *std::move(said);
    const auto gone = [&] { return platform::outside_unreachable.error({{"url", request.url}, {"why", "borte"}}); };
    if (is_silent) return gone();
    const bool is_about_token = request.url.ends_with("/exchange/maskinporten");
    if (!is_about_token && status != 0) return net::Answer{status, {}, {}};
    auto answer = altinn_wire::answer_to(server, request, world.clock.now());
    if (is_about_token || !request.url.ends_with("/upload")) return answer;
    if (is_lost_on_the_way_back) return gone();
    return is_half_said ? net::Answer{200, answer.body.substr(0, 20), {}} : answer;
}

std::string AltinnOffice::to_kari(std::string_view title, std::string_view more) {
    const auto id = sent(title, more);
    work();
    return id;
}

static void ask_altinn_now(const dispatch::Office& office) {
    const auto done = dispatch::ask_altinn(office);
    EXPECT_TRUE(done) << describe(done.error());
}

void AltinnOffice::altinn_says(const std::string& word) {
    server.set_status(word);
    world.clock.advance(31min);
    ask_altinn_now(office);
}

void AltinnOffice::pass(std::chrono::minutes time, std::chrono::minutes step) {
    for (auto passed = 0min; passed < time; passed += step) {
        world.clock.advance(step);
        work();
        ask_altinn_now(office);
        EXPECT_TRUE(dispatch::tend_post(office));
    }
}

std::string AltinnOffice::v3_status(const std::string& id, dispatch::StatusWords words) {
    const auto account = stored(id)->account_id;
    const auto integration = open_integration({account}, "971032146", words);
    const auto answer = ask("POST", fmt::format("/api/v3/kontoer/{}/forsendelser/status/sok", account.to_string()),
                            R"({"id":[")" + id + R"("]})", "", "", integration_headers(integration));
    const auto body = json::parse(answer.body);
    EXPECT_TRUE(body) << answer.body;
    return std::string{body->find("statuser")->array()->front().text_of("status")};
}

std::ptrdiff_t AltinnOffice::times_asked(std::string_view part) const {
    return std::ranges::count_if(asked,
                                 [&](const net::Request& each) { return each.url.find(part) != std::string::npos; });
}

} // namespace post
