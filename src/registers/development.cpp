#include "registers/development.hpp"

#include "platform/embedded.hpp"
#include "platform/ensure.hpp"
#include "registers/contact_register.hpp"
#include "registers/errors.hpp"
#include "registers/person_register.hpp"

#include <algorithm>

namespace embedded {
std::span<const File> registers_facts();
} // namespace embedded

namespace registers {

static constexpr std::size_t text_messages_max = 50;

static json::Value invented_people(std::string_view list) {
    for (const auto& file : embedded::registers_facts()) {
        if (file.name != "demonstration.json") continue;
        const auto facts = json::parse(file.bytes);
        ensure(facts && facts->find(list) != nullptr);
        return *facts->find(list);
    }
    return json::Array{};
}

Development::Development(Sources sources)
    : sources_{std::move(sources)}, people_{invented_people("personer")}, guarded_{invented_people("folkeregisteret")} {
}

static bool has_scope(const json::Value& claims, std::string_view wanted) {
    auto scopes = claims.text_of("scope");
    while (!scopes.empty()) {
        const auto scope = scopes.substr(0, scopes.find(' '));
        if (scope == wanted) return true;
        scopes.remove_prefix(std::min(scope.size() + 1, scopes.size()));
    }
    return false;
}

/// Somebody whom the register does not know has not said no, and has said nothing else either.
static json::Value unknown_person(const std::string& number) {
    return json::Object{{"personidentifikator", number}, {"reservasjon", "NEI"}, {"status", "IKKE_REGISTRERT"}};
}

/// Only what the token's scopes open.
static json::Value seen_with(const json::Value& person, bool sees_contact, bool sees_mailbox,
                             const std::string& certificate) {
    json::Object seen;
    for (const auto& member : *person.object()) {
        const bool is_contact = member.name == "kontaktinformasjon" || member.name == "varslingsstatus";
        const bool is_mailbox = member.name == "digital_post";
        if ((!is_contact || sees_contact) && (!is_mailbox || sees_mailbox)) seen.push_back(member);
        if (is_mailbox && sees_mailbox) seen.push_back({"sertifikat", certificate});
    }
    return seen;
}

Result<json::Value> Development::contacts(std::string_view authorization, std::string_view body) const {
    static constexpr std::string_view bearer = "Bearer ";
    if (!authorization.starts_with(bearer)) return token_refused.error();
    const auto claims = sources_.verify(authorization.substr(bearer.size()));
    if (!claims) return token_refused.error();
    const bool sees_contact = has_scope(*claims, "krr:global/kontaktinformasjon.read");
    const bool sees_mailbox = has_scope(*claims, "krr:global/digitalpost.read");
    if (!sees_contact && !sees_mailbox) return token_refused.error();

    const auto question = json::parse(body);
    const auto* numbers = question ? question->find("personidentifikatorer") : nullptr;
    if (numbers == nullptr || numbers->array() == nullptr) return question_faulty.error();
    const auto& asked = *numbers->array();
    if (asked.empty() || asked.size() > ContactRegister::people_max) return question_faulty.error();
    std::string certificate;
    {
        const std::lock_guard lock{mutex_};
        certificate = mailbox_certificate_;
    }
    json::Array found;
    for (const auto& number : asked) {
        if (number.text() == nullptr) return question_faulty.error();
        const auto& people = *people_.array();
        const auto person = std::ranges::find_if(
            people, [&](const json::Value& each) { return each.text_of("personidentifikator") == *number.text(); });
        found.push_back(person == people.end() ? unknown_person(*number.text())
                                               : seen_with(*person, sees_contact, sees_mailbox, certificate));
    }
    return json::Value{json::Object{{"personer", std::move(found)}}};
}

Result<json::Value> Development::person(std::string_view authorization, std::string_view number,
                                        const std::vector<std::string_view>& parts) const {
    static constexpr std::string_view bearer = "Bearer ";
    if (!authorization.starts_with(bearer)) return token_refused.error();
    const auto claims = sources_.verify(authorization.substr(bearer.size()));
    if (!claims || !has_scope(*claims, PersonRegister::scope)) return token_refused.error();
    for (const auto& person : *guarded_.array()) {
        const auto& numbers = *person.find("identifikasjonsnummer")->array();
        if (numbers.front().text_of("foedselsEllerDNummer") != number) continue;
        json::Object seen;
        for (const auto& member : *person.object()) {
            const bool is_asked = std::ranges::find(parts, member.name) != parts.end();
            if (is_asked || member.name == "identifikasjonsnummer") seen.push_back(member);
        }
        return json::Value{std::move(seen)};
    }
    return person_missing.error();
}

void Development::set_mailbox_certificate(std::string pem) {
    const std::lock_guard lock{mutex_};
    mailbox_certificate_ = std::move(pem);
}

Result<json::Value> Development::organisation(db::Reader& reader, std::string_view number) const {
    const auto found = TRY(sources_.organisation(reader, number));
    if (!found) return organisation_missing.error();
    json::Object unit{{"organisasjonsnummer", number}, {"navn", found->name}};
    if (found->is_deleted) unit.push_back({"slettedato", "2020-01-01"});
    if (found->address) {
        json::Array lines{found->address->lines.begin(), found->address->lines.end()};
        unit.push_back({"postadresse", json::Object{{"land", "Norge"},
                                                    {"landkode", "NO"},
                                                    {"postnummer", found->address->postal_code},
                                                    {"poststed", found->address->town},
                                                    {"adresse", std::move(lines)}}});
    }
    return json::Value{std::move(unit)};
}

Result<void> Development::take_text_message(std::string_view secret, std::string_view body, Instant now) {
    if (secret != sources_.gateway_secret) return token_refused.error();
    const auto sent = json::parse(body);
    if (!sent || sent->text_of("id").empty() || sent->text_of("to").empty()) return question_faulty.error();
    TakenTextMessage message{std::string{sent->text_of("id")}, std::string{sent->text_of("from")},
                             std::string{sent->text_of("to")}, std::string{sent->text_of("text")}, now};
    const std::lock_guard lock{mutex_};
    if (std::ranges::find(text_messages_, message.id, &TakenTextMessage::id) != text_messages_.end()) return {};
    if (text_messages_.size() == text_messages_max) text_messages_.pop_front();
    text_messages_.push_back(std::move(message));
    return {};
}

std::vector<TakenTextMessage> Development::text_messages() const {
    const std::lock_guard lock{mutex_};
    return {text_messages_.rbegin(), text_messages_.rend()};
}

Result<Principal> DevelopmentVisitors::authenticate(const http::Request& request) {
    const bool is_known =
        request.path.starts_with(development_contacts) || request.path.starts_with(development_people) ||
        request.path.starts_with(development_mailboxes) || request.path.starts_with(development_altinn);
    if (is_known) return Principal{};
    return others_.authenticate(request);
}

} // namespace registers
