#pragma once
// What pages and JSON say of how well a case is anchored, what is coming, and how early it was told. One model, both
// are made from it.
#include "hearings/views/hearing_models.hpp"

namespace hearings {

/// How well a case is anchored: over all its hearings, each municipality once with its latest answer.
struct AnchoringView {
    NamedLink matter;
    std::string number, url;
    std::vector<HearingRow> hearings;
    Tally municipalities;
    std::optional<Instant> decided_at;
    std::optional<Tally> before_decision; ///< As it stood when the case was decided.
    std::vector<GroupView> counties, sizes;
    std::vector<GroupView> counties_before, sizes_before; ///< The same as it stood then; empty before.
    Date planned_on;
    std::optional<Date> first_treated_on;
    std::optional<std::int64_t> lead_time_days;
};
BOOST_DESCRIBE_STRUCT(AnchoringView, (),
                      (matter, number, url, hearings, municipalities, decided_at, before_decision, counties, sizes,
                       counties_before, sizes_before, planned_on, first_treated_on, lead_time_days))

/// A case that is planned for a meeting.
struct ComingRow {
    governance::CaseId id;
    NamedLink matter;
    std::string number, language;
    NamedLink body;
    Date planned_on, day;
    std::int64_t days_ahead = 0; ///< From planned to the meeting.
    std::optional<Date> input_until;
    bool is_strategic = false, is_invented = false;
    Instant planned_at, changed_at;
};
BOOST_DESCRIBE_STRUCT(ComingRow, (),
                      (id, matter, number, language, body, planned_on, day, days_ahead, input_until, is_strategic,
                       is_invented, planned_at, changed_at))

struct LeadTimeRow {
    NamedLink matter;
    std::string number;
    NamedLink body;
    Date planned_on, treated_on;
    std::int64_t days = 0;
};
BOOST_DESCRIBE_STRUCT(LeadTimeRow, (), (matter, number, body, planned_on, treated_on, days))

struct BodyLeadTime {
    NamedLink body;
    std::int64_t cases = 0, median_days = 0, shortest_days = 0, longest_days = 0;
};
BOOST_DESCRIBE_STRUCT(BodyLeadTime, (), (body, cases, median_days, shortest_days, longest_days))

struct OpennessView {
    std::vector<ComingRow> coming;
    std::vector<HearingRow> hearings; ///< Those that are not over, the one that closes first on top.
    std::vector<BodyLeadTime> bodies;
    std::vector<LeadTimeRow> treated;
};
BOOST_DESCRIBE_STRUCT(OpennessView, (), (coming, hearings, bodies, treated))

} // namespace hearings
