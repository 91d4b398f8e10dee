#include "governance/domain/shield.hpp"

#include <algorithm>

namespace governance {

template <class Matches>
static const Shield* find_in_force(const std::vector<Shield>& shields, Date today, Matches matches) {
    const auto found = std::ranges::find_if(
        shields, [&](const Shield& shield) { return shield.is_in_force(today) && matches(shield); });
    return found == shields.end() ? nullptr : &*found;
}

const Shield* shield_of(const std::vector<Shield>& shields, ShieldField field, Date today) {
    return find_in_force(shields, today,
                         [&](const Shield& shield) { return shield.field == field && !shield.document; });
}

const Shield* shield_of(const std::vector<Shield>& shields, DocumentId document, Date today) {
    return find_in_force(shields, today, [&](const Shield& shield) { return shield.document == document; });
}

} // namespace governance
