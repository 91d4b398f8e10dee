#include "governance/domain/body.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "platform/ensure.hpp"

#include <algorithm>

namespace governance {

static constexpr std::size_t slug_length_max = 60;

Result<void> check_slug(std::string_view slug) {
    const auto is_allowed = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    };
    const bool is_good = !slug.empty() && slug.size() <= slug_length_max && std::ranges::all_of(slug, is_allowed) &&
                         slug.front() != '-' && slug.back() != '-';
    if (is_good) return {};
    return body_slug_faulty.error();
}

const RulesVersion& in_force(const std::vector<RulesVersion>& by_number, Date day) {
    ensure(!by_number.empty());
    const RulesVersion* found = &by_number.front();
    for (const auto& version : by_number) {
        if (version.valid_from <= day) found = &version;
    }
    return *found;
}

} // namespace governance
