#pragma once
// The words of habilitet that all of governance and its readers share.
#include <boost/describe.hpp>
#include <cstdint>

namespace governance {

/// party … leading_role: forvaltningsloven § 6 first paragraph, letters a to e. particular: its second paragraph.
/// other_body: holds a seat on the other side, by the table of roles that conflict. own_wish: kommuneloven § 11-10,
/// exempted for weighty personal reasons.
enum class ImpartialityGround : std::uint8_t {
    party,
    family,
    marriage,
    agent,
    leading_role,
    particular,
    other_body,
    own_wish
};
BOOST_DESCRIBE_ENUM(ImpartialityGround, party, family, marriage, agent, leading_role, particular, other_body, own_wish)

enum class ImpartialityRuling : std::uint8_t { disqualified, impartial, exempted };
BOOST_DESCRIBE_ENUM(ImpartialityRuling, disqualified, impartial, exempted)

} // namespace governance
