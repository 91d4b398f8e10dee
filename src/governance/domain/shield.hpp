#pragma once
// Shielding: a field or a document that only some may read, for a legal reason and a time. That something is shielded,
// why and until when is always shown; when the time is over it opens by itself.
#include "governance/ids.hpp"
#include "platform/clock.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

namespace governance {

/// The fields of a case that can be shielded, and documents: their title, file name and bytes together.
enum class ShieldField : std::uint8_t { title, summary, background, proposal, handler, document };
BOOST_DESCRIBE_ENUM(ShieldField, title, summary, background, proposal, handler, document)

struct Shield {
    ShieldId id;
    ShieldField field = ShieldField::title;
    std::optional<DocumentId> document; ///< When field is document.
    std::string legal_basis;            ///< hjemmel: "offl. § 23 første ledd"
    Date until;                         ///< The first day on which it is open.
    std::optional<Instant> lifted_at;

    [[nodiscard]] bool is_in_force(Date today) const { return !lifted_at && today < until; }
};

/// The shield in force for a field of the case, or for a document; none when it is open.
const Shield* shield_of(const std::vector<Shield>&, ShieldField, Date today);
const Shield* shield_of(const std::vector<Shield>&, DocumentId, Date today);

} // namespace governance
