#include "dispatch/tests/register_world.hpp"

#include "platform/crypto/jose.hpp"
#include "platform/errors.hpp"

#include <fmt/format.h>

namespace post {

static Error no_answer() {
    return platform::outside_unreachable.error({{"url", "https://register.example"}, {"why", "borte"}});
}

/// One for all tests: making a key takes long.
static const json::Value& askers_key() {
    static const auto key = crypto::make_signing_key("RSA", "nøkkel");
    return key;
}

RegisterOffice::RegisterOffice() {
    use_fresh_registers();
    office.gateway = {"https://gateway.example/", "hemmelig", "Samband"};
    office.send_mail = [this](const mail::Message& message) -> Result<void> {
        if (mail_failure) return *mail_failure;
        mails.push_back(message);
        return {};
    };
    office.fetch = [this](const net::Request& request) -> Result<net::Answer> {
        if (gateway_status == 0) return no_answer();
        if (gateway_status < 300) text_messages.push_back(*json::parse(request.body));
        return net::Answer{gateway_status, {}, {}};
    };
}

void RegisterOffice::use_fresh_registers() {
    registers::TokenGrant grant{"https://i.example/", "klient", askers_key(), "krr:les", {}};
    auto tokens =
        std::make_shared<registers::TokenClient>(std::move(grant), world.clock, *world.random,
                                                 [this](const net::Request& request) { return give_token(request); });
    office.contacts = std::make_shared<registers::ContactRegister>(
        "https://register.example", std::move(tokens), world.clock,
        [this](const net::Request& request) { return tell_of_person(request); });
    office.organisations = std::make_shared<registers::OrganisationRegister>(
        "https://register.example/api", world.clock, [this](const net::Request&) -> Result<net::Answer> {
            ++organisations_asked;
            return organisation;
        });
}

Result<net::Answer> RegisterOffice::give_token(const net::Request& request) {
    if (token_status == 0) return no_answer();
    if (request.method == "GET") {
        return net::Answer{
            token_status, R"({"issuer":"https://i.example/","token_endpoint":"https://i.example/t"})", {}};
    }
    return net::Answer{token_status, R"({"access_token":"t","expires_in":120})", {}};
}

Result<net::Answer> RegisterOffice::tell_of_person(const net::Request& request) {
    if (is_away) return no_answer();
    const auto asked = *json::parse(request.body);
    const auto& number = *asked.find("personidentifikatorer")->array()->front().text();
    return net::Answer{200, fmt::format(R"({{"personer":[{{"personidentifikator":"{}",{}}}]}})", number, person), {}};
}

std::string RegisterOffice::history(const std::string& id) {
    return ask("GET", "/tjenester/api/forsendelse/v1/" + id + "/historikk").body;
}

int RegisterOffice::times(std::string_view text, std::string_view part) {
    int found = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

} // namespace post
