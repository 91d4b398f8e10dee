#include "governance/store/rule_profile_store.hpp"

#include "governance/domain/decision_record.hpp"
#include "governance/domain/meeting_errors.hpp"

#include <fmt/ranges.h>

namespace governance {

static constexpr std::string_view profile_columns =
    "profile, number, valid_from, name_nb, name_nn, basis, adopted_by, unread, document";

static std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

static Result<std::vector<RuleProfile>> profiles_from(const db::Rows& rows) {
    std::vector<RuleProfile> found;
    for (const auto& row : rows) {
        RuleProfile profile;
        profile.profile = row.text(0);
        profile.number = static_cast<int>(row.number(1));
        profile.valid_from = row.date(2);
        profile.name_nb = row.text(3);
        profile.name_nn = row.text(4);
        profile.basis = row.text(5);
        profile.adopted_by = row.text(6);
        profile.unread = lines_of(row.text(7));
        profile.rules = TRY(parse_body_rules(row.text(8)));
        found.push_back(std::move(profile));
    }
    return found;
}

Result<std::vector<RuleProfile>> all_profiles(db::Reader& reader) {
    return profiles_from(TRY(
        reader.query(fmt::format("SELECT {} FROM governance_rule_profile ORDER BY profile, number", profile_columns))));
}

Result<std::vector<RuleProfile>> profile_versions(db::Reader& reader, std::string_view profile) {
    auto found = TRY(profiles_from(TRY(reader.query(
        fmt::format("SELECT {} FROM governance_rule_profile WHERE profile = $1 ORDER BY number", profile_columns),
        {profile}))));
    if (found.empty()) return profile_not_found.error({{"profile", std::string{profile}}});
    return found;
}

Result<RuleProfile> profile_in_force(db::Reader& reader, std::string_view profile, Date day) {
    const auto versions = TRY(profile_versions(reader, profile));
    return in_force(versions, day);
}

Result<void> insert_profile(db::Transaction& transaction, const RuleProfile& profile, Instant now) {
    const auto document = to_json(profile.rules);
    return transaction.enqueue("INSERT INTO governance_rule_profile (profile, number, valid_from, name_nb, name_nn, "
                               "basis, adopted_by, unread, "
                               "document, sha256, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                               {profile.profile, profile.number, profile.valid_from, profile.name_nb, profile.name_nn,
                                profile.basis, profile.adopted_by, fmt::format("{}", fmt::join(profile.unread, "\n")),
                                document, digest_of(document), now});
}

} // namespace governance
