#pragma once
// A post office beside an Altinn that takes what it is handed, and may be away, refuse, or fall silent half-way.
#include "dispatch/tests/register_world.hpp"
#include "registers/testing/altinn_wire.hpp"

namespace post {

class AltinnOffice : public RegisterOffice {
protected:
    AltinnOffice();
    ~AltinnOffice() override;

    void use_altinn(std::string confidential_resource);
    /// Whether the accounts have turned it on.
    void choose_altinn(bool uses);

    /// Sends a letter to Kari and lets the jobs run; gives its id.
    std::string to_kari(std::string_view title, std::string_view more = {});
    /// Altinn says that of all messages, and is asked.
    void altinn_says(const std::string& word);
    /// Lets time go, with everything that comes again by itself.
    void pass(std::chrono::minutes time, std::chrono::minutes step);
    dispatch::Channel channel_of(const std::string& id) { return stored(id)->channel; }
    /// As clients of v3 with those words see it.
    std::string v3_status(const std::string& id, dispatch::StatusWords words = dispatch::StatusWords::newest);
    /// How often it was asked for an address with this in it.
    [[nodiscard]] std::ptrdiff_t times_asked(std::string_view part) const;

    registers::DevelopmentAltinn server{{altinn_wire::claims_of, {"post", "taushetsbelagt"}, *world.random}};
    std::vector<net::Request> asked;
    bool is_silent = false, is_lost_on_the_way_back = false, is_half_said = false;
    int status = 0; ///< What is answered to everything but tokens; 0: as it should be.

private:
    Result<net::Answer> answer_to(const net::Request&);
    std::string folder_;
};

} // namespace post
