#pragma once
// Who asks. The platform knows only that somebody has rights, some of them for one organisation or body;
// who gets which is the table in identity/.
#include "platform/id.hpp"
#include "platform/result.hpp"

#include <string>
#include <string_view>
#include <vector>

/// A right by its name, "governance.plan_case". Each module declares its own in MODULE/rights.hpp.
struct Right {
    std::string_view name;
    bool operator==(const Right&) const = default;
};

namespace right {
/// For what everybody may see, logged in or not. Written out on each such route, so that nothing is open by accident.
inline constexpr Right everybody{"everybody"};
/// For what every person may do who is logged in, on their own behalf. A client may do it for its organisation, and
/// only when it was granted so.
inline constexpr Right logged_in{"logged_in"};
} // namespace right

/// A right, for everything (scope empty) or for one organisation or body (its id).
struct Grant {
    std::string right;
    std::string scope;
};

enum class PrincipalKind : std::uint8_t { anonymous, person, client, system };

struct Principal {
    PrincipalKind kind = PrincipalKind::anonymous;
    std::string id;              ///< Id of the person or client; "samband" for the program itself.
    std::string name;            ///< As shown to others.
    std::string organisation_id; ///< On whose behalf; empty when on nobody's.
    std::string organisation_name;
    std::string authority;  ///< The role or scope that the rights come from, in words: "sekretær, Hovedstyret".
    std::string session_id; ///< Empty for clients and anonymous.
    std::string csrf_token; ///< Goes into every form of the session.
    std::string assurance;  ///< "low", "substantial", "high" for persons.
    std::vector<Grant> grants;

    [[nodiscard]] bool is_anonymous() const { return kind == PrincipalKind::anonymous; }
    /// True when some grant has the right for everything, or for the scope given. The program itself may everything.
    [[nodiscard]] bool may(Right, std::string_view scope = {}) const;
    /// True when some grant has the right, whatever its scope: for showing a page whose parts depend on the scope.
    [[nodiscard]] bool may_somewhere(Right) const;
    /// Fails with platform.not_logged_in (anonymous) or platform.right_missing (names the right).
    [[nodiscard]] Result<void> require(Right, std::string_view scope = {}) const;
};

/// The program itself, for what happens without a person asking. The authority names the work: "virussjekk".
Principal the_program(std::string authority = {});
