#pragma once
// A body of the sector: what it is called, whom it belongs to, and under what mandate and rules it works.
#include "directory/ids.hpp"
#include "governance/body_words.hpp"
#include "governance/domain/body_rules.hpp"
#include "governance/ids.hpp"
#include "platform/i18n/message.hpp"

namespace governance {

struct Body {
    BodyId id;
    std::string slug; ///< Last part of its address, "kommit-radet"; never changes.
    std::string name_nb;
    std::string name_nn;
    BodyKind kind = BodyKind::council;
    directory::OrganisationId organisation;
    std::optional<BodyId> parent;
    bool is_open = true; ///< Its meetings and papers are public unless something else is said and why.
    bool is_invented = false;
    std::vector<std::string> themes;
    Instant changed_at;
    std::int64_t version = 1;

    [[nodiscard]] const std::string& name(i18n::Language language) const {
        return language == i18n::Language::nn ? name_nn : name_nb;
    }
    [[nodiscard]] std::string path() const { return "/bodies/" + slug; }
};

/// The text a body works under for a period.
struct Mandate {
    int number = 1;
    std::string text; ///< Markdown.
    Date valid_from;
    std::optional<Date> valid_to; ///< First day on which a newer one holds.
    std::string adopted_by;       ///< Who adopted it and when, in words.
};

/// Its rules of procedure from a day on, until newer ones hold.
struct RulesVersion {
    int number = 1;
    Date valid_from;
    std::string adopted_by;
    BodyRules rules;        ///< As they hold on the day asked for: those of the profile with the body's own over them.
    BodySettings own;       ///< What the body sets for itself.
    std::string profile{};  ///< That it follows; empty: none.
    int profile_number = 0; ///< The version of it that holds on the day asked for.
    bool operator==(const RulesVersion&) const = default;
};
BOOST_DESCRIBE_STRUCT(RulesVersion, (), (number, valid_from, adopted_by, rules, own, profile, profile_number))

/// 1 to 60 of a–z, 0–9 and hyphens, not at either end. Fails with governance.body_slug_faulty.
Result<void> check_slug(std::string_view slug);

/// The version that holds on the day: the newest that had begun, else the first. There must be one.
const RulesVersion& in_force(const std::vector<RulesVersion>& by_number, Date day);

} // namespace governance
