#include "governance/domain/rule_profile.hpp"

#include "governance/domain/json_difference.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "platform/embedded.hpp"
#include "platform/ensure.hpp"
#include "platform/json/described.hpp"

#include <algorithm>

namespace governance {

static constexpr std::size_t profile_id_length_max = 40;

Result<void> check_profile_id(std::string_view id) {
    const auto is_letter = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    const auto is_allowed = [&](char letter) {
        return is_letter(letter) || (letter >= '0' && letter <= '9') || letter == '-';
    };
    const bool is_good = id.size() >= 2 && id.size() <= profile_id_length_max && is_letter(id.front()) &&
                         id.back() != '-' && std::ranges::all_of(id, is_allowed);
    if (is_good) return {};
    auto error = profile_id_faulty.error();
    error.faults.push_back(profile_id_faulty.at("#/profile"));
    return error;
}

const RuleProfile& in_force(const std::vector<RuleProfile>& by_number, Date day) {
    ensure(!by_number.empty());
    const RuleProfile* found = &by_number.front();
    for (const auto& version : by_number) {
        if (version.valid_from <= day) found = &version;
    }
    return *found;
}

namespace {

struct ProfilesFile {
    std::vector<RuleProfile> profiles;
};
BOOST_DESCRIBE_STRUCT(ProfilesFile, (), (profiles))

std::vector<RuleProfile> read_own_profiles() {
    for (const auto& file : embedded::governance_facts()) {
        if (file.name != "rule_profiles.json") continue;
        auto read = json::read<ProfilesFile>(file.bytes);
        ensure(read.has_value()); // the file travels with the program and is tested with it
        return std::move(read->profiles);
    }
    ensure(false);
    return {};
}

} // namespace

const std::vector<RuleProfile>& own_profiles() {
    static const auto profiles = read_own_profiles();
    return profiles;
}

std::vector<RuleChange> changes_between(const BodyRules& before, const BodyRules& after) {
    const auto left = json::parse(to_json(before)), right = json::parse(to_json(after));
    ensure(left.has_value() && right.has_value());
    std::vector<RuleChange> changes;
    for (auto& difference : json_differences(*left, *right))
        changes.push_back({std::move(difference.member), std::move(difference.left), std::move(difference.right)});
    return changes;
}

} // namespace governance
