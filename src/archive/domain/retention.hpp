#pragma once
// How long the records of a class are kept: preserved for good, destroyed after some years, or judged later.
#include "platform/clock.hpp"
#include "platform/json/described.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace archive {

enum class Disposal : std::uint8_t { preserve, destroy, judge_later };
BOOST_DESCRIBE_ENUM(Disposal, preserve, destroy, judge_later)

struct RetentionRule {
    Line<100> theme;                        ///< A word of Los, or "*" for all that no other rule names.
    Disposal decision = Disposal::preserve; ///< kassasjonsvedtak (M450)
    int years = 0;   ///< bevaringstid (M451), from the day the newest case of the class was closed.
    Line<200> basis; ///< kassasjonshjemmel (M453)
};
BOOST_DESCRIBE_STRUCT(RetentionRule, (), (theme, decision, years, basis))

struct RetentionPlan {
    std::vector<RetentionRule> rules;
};
BOOST_DESCRIBE_STRUCT(RetentionPlan, (), (rules))

/// Fails with archive.retention_faulty: what cannot be read, all at once; and one fault for each of: a theme twice, no
/// rule for "*", years that do not go with the decision.
Result<RetentionPlan> parse_retention(std::string_view json);
/// The plan that comes with the program: everything is preserved.
const RetentionPlan& usual_retention();
const RetentionRule& rule_for(const RetentionPlan&, std::string_view theme);
/// The day from which records may be destroyed; of what is preserved or not judged, a day that never comes.
Date disposal_day(const RetentionRule&, Date newest_closed);

} // namespace archive
