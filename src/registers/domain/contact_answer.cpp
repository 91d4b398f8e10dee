#include "registers/domain/contact_answer.hpp"

#include "registers/errors.hpp"

#include <algorithm>

namespace registers {

static bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

std::string usable_mail(std::string_view given) {
    static constexpr std::size_t length_max = 254; // RFC 5321 § 4.5.3.1
    const auto at = given.find('@');
    const auto is_plain = [](char letter) { return letter > ' ' && letter < 0x7F && letter != '<' && letter != '>'; };
    const bool is_one = at != std::string_view::npos && at > 0 && at + 1 < given.size() && given.rfind('@') == at;
    if (!is_one || given.size() > length_max || !std::ranges::all_of(given, is_plain)) return {};
    return std::string{given};
}

std::string usable_mobile(std::string_view given) {
    static constexpr std::size_t norwegian_digits = 8, digits_min = 8, digits_max = 15; // ITU-T E.164
    std::string digits;
    for (const char letter : given) {
        if (is_digit(letter))
            digits += letter;
        else if (letter != ' ' && letter != '+')
            return {};
    }
    if (given.starts_with("00"))
        digits.erase(0, 2);
    else if (!given.starts_with('+') && digits.size() == norwegian_digits)
        digits.insert(0, "47");
    else if (!given.starts_with('+'))
        return {};
    if (digits.size() < digits_min || digits.size() > digits_max) return {};
    return "+" + digits;
}

static std::optional<DigitalMailbox> mailbox_in(const json::Value& person) {
    const auto* post = person.find("digital_post");
    if (post == nullptr) return std::nullopt;
    DigitalMailbox mailbox{std::string{post->text_of("postkasseadresse")},
                           std::string{post->text_of("postkasseleverandoeradresse")},
                           std::string{person.text_of("sertifikat")}};
    if (mailbox.address.empty() || mailbox.provider_number.empty()) return std::nullopt;
    return mailbox;
}

static Result<Contact> contact_in(const json::Value& person) {
    Contact contact;
    const auto reservation = person.text_of("reservasjon");
    // Whoever may have said no is not taken to have said yes.
    if (reservation != "JA" && reservation != "NEI") return answer_unreadable.error({{"what", "reservasjon"}});
    contact.is_reserved = reservation == "JA";
    contact.is_registered = person.text_of("status") == "AKTIV";
    const auto language = person.text_of("spraak");
    if (language.size() == 2) contact.language = language;
    if (!contact.is_registered) return contact;
    contact.mailbox = mailbox_in(person);
    const auto* where = person.find("kontaktinformasjon");
    if (where == nullptr || person.text_of("varslingsstatus") != "KAN_VARSLES") return contact;
    contact.mail = usable_mail(where->text_of("epostadresse"));
    contact.mobile = usable_mobile(where->text_of("mobiltelefonnummer"));
    return contact;
}

Result<std::vector<Contact>> contacts_in(std::string_view body, std::span<const std::string> identity_numbers) {
    const auto answer = json::parse(body);
    const auto* listed = answer ? answer->find("personer") : nullptr;
    if (listed == nullptr || listed->array() == nullptr) return answer_unreadable.error({{"what", "personer"}});
    const auto& people = *listed->array();
    std::vector<Contact> contacts;
    for (const auto& number : identity_numbers) {
        const auto person = std::ranges::find_if(
            people, [&](const json::Value& each) { return each.text_of("personidentifikator") == number; });
        if (person == people.end()) return answer_unreadable.error({{"what", "personidentifikator"}});
        contacts.push_back(TRY(contact_in(*person)));
    }
    return contacts;
}

} // namespace registers
