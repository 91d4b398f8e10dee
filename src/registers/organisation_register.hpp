#pragma once
// The front door to the register of organisations (Enhetsregisteret): whether one exists, and where its post goes.
// Source: Brønnøysundregistrene, "Enhetsregisteret – åpne data", version 2.
#include "platform/clock.hpp"
#include "registers/rest.hpp"
#include "registers/token_client.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace registers {

struct RegisteredAddress {
    std::vector<std::string> lines; ///< At most three.
    std::string postal_code, town;
    std::string country; ///< Empty in Norway.
};

struct RegisteredOrganisation {
    std::string name;
    bool is_deleted = false;
    std::optional<RegisteredAddress> address; ///< For post: postadresse, else where it is.
};

/// Answers are kept for a while, at most kept_max of them. Threads may ask at the same time.
class OrganisationRegister {
public:
    /// address: "https://register.example/api", what stands before "/enheter".
    OrganisationRegister(std::string address, const Clock&, Fetch = net::fetch);

    /// Main units and sub-units; nothing when there is none with the number. Fails with registers.register_unavailable
    /// (status), registers.answer_unreadable, platform.outside_unreachable, platform.outside_answer_too_large.
    Result<std::optional<RegisteredOrganisation>> find(std::string_view organisation_number);

    static constexpr std::size_t kept_max = 4096;
    [[nodiscard]] std::size_t kept() const;

private:
    using Found = std::optional<RegisteredOrganisation>;
    struct Kept {
        Found found;
        Instant until;
    };
    Result<Found> ask(std::string_view kind, std::string_view organisation_number);
    void keep(std::string_view organisation_number, const Found&, Instant now);

    const std::string address_;
    const Clock& clock_;
    const Fetch fetch_;
    Rest rest_;
    mutable std::mutex mutex_;
    std::map<std::string, Kept, std::less<>> kept_;
};

} // namespace registers
