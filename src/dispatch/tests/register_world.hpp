#pragma once
// A post office beside registers that answer what the test says, a mail server and a gateway for text messages.
#include "dispatch/tests/post_world.hpp"

namespace post {

class RegisterOffice : public Office {
protected:
    RegisterOffice();
    /// Registers that have forgotten everything.
    void use_fresh_registers();
    /// As the sender is told it over v1.
    std::string history(const std::string& id);
    static int times(std::string_view text, std::string_view part);

    /// What the contact register says of whomever it is asked about, without the number.
    std::string person = R"("reservasjon":"NEI","status":"AKTIV","varslingsstatus":"KAN_VARSLES","kontaktinformasjon":)"
                         R"({"epostadresse":"kari@eksempel.example","mobiltelefonnummer":"+4790000000"},"spraak":"nb")";
    bool is_away = false;   ///< The contact register.
    int token_status = 200; ///< 0: no answer.
    net::Answer organisation{404, {}, {}};
    int organisations_asked = 0;
    std::vector<mail::Message> mails;
    std::vector<json::Value> text_messages;
    std::optional<Error> mail_failure;
    int gateway_status = 202; ///< 0: no answer.

private:
    Result<net::Answer> give_token(const net::Request&);
    Result<net::Answer> tell_of_person(const net::Request&);
};

} // namespace post
