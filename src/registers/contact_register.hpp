#pragma once
// The front door to the contact and reservation register (KRR): whether somebody takes digital post from the public
// sector, and where they want to be told of it. Source: Digdir, "Oppslagstjenesten REST" and "Attributter i KRR";
// forskrift 2004-06-25-988 om elektronisk kommunikasjon med og i forvaltningen (eForvaltningsforskriften) §§ 8 and 9.
#include "registers/rest.hpp"
#include "registers/token_client.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace registers {

/// A digital mailbox with a provider, as the register gives it.
struct DigitalMailbox {
    std::string address;         ///< postkasseadresse
    std::string provider_number; ///< postkasseleverandoeradresse: the provider's organisation number.
    std::string certificate;     ///< sertifikat: post to it is encrypted to this; PEM.
};

struct Contact {
    bool is_registered = false; ///< AKTIV; not those who are unknown, or deleted from the register.
    bool is_reserved = false;   ///< Has said no to digital post: gets paper.
    /// Where a notice may go. Empty unless the register says that the person can be notified: what was not confirmed
    /// for 18 months may be somebody else's by now.
    std::string mail, mobile;
    std::string language; ///< "nb", "nn", "en", "se"; empty when never said.
    std::optional<DigitalMailbox> mailbox;
};

/// The addresses are used and forgotten: nobody keeps or writes them down. Threads may ask at the same time.
class ContactRegister {
public:
    /// address: "https://register.example", without the path of the service.
    ContactRegister(std::string address, std::shared_ptr<TokenClient>, const Clock&, Fetch = net::fetch);

    /// Of one person. Fails with registers.register_unavailable (status), registers.answer_unreadable, what the token
    /// client fails with, platform.outside_unreachable and platform.outside_answer_too_large. No error holds a number
    /// or an address of anybody.
    Result<Contact> find(std::string_view identity_number);
    /// Of at most people_max persons, in their order. Fails as find() does.
    Result<std::vector<Contact>> find_all(std::span<const std::string> identity_numbers);
    static constexpr std::size_t people_max = 1000;

    /// What the token must be good for.
    static constexpr std::string_view scopes = "krr:global/kontaktinformasjon.read krr:global/digitalpost.read";

private:
    Result<net::Answer> ask(std::span<const std::string> identity_numbers);

    const std::string address_;
    const std::shared_ptr<TokenClient> tokens_;
    const Clock& clock_;
    const Fetch fetch_;
    Rest rest_;
};

} // namespace registers
