#pragma once
// A case: one id through all bodies, from the day it is planned.
#include "directory/ids.hpp"
#include "governance/domain/case_number.hpp"
#include "governance/domain/case_state.hpp"
#include "platform/i18n/message.hpp"

#include <optional>
#include <string>
#include <vector>

namespace governance {

/// Whom a case concerns.
enum class ConcernScope : std::uint8_t { sector, municipalities, counties, network, organisation };
BOOST_DESCRIBE_ENUM(ConcernScope, sector, municipalities, counties, network, organisation)

struct Concern {
    ConcernId id;
    ConcernScope scope = ConcernScope::sector;
    std::optional<directory::OrganisationId> organisation; ///< The network or the organisation; nothing for the others.
    std::string reason;                                    ///< Why it concerns them, in the language of the case.
};

struct Point {
    PointId id;
    std::string text;
};

/// What was recorded when a body treated the case, beside the step on the path.
struct StepRecord {
    StepId step;
    std::optional<MeetingId> meeting{};
    std::optional<AgendaItemId> agenda_item{};
    std::string vote_summary{}, authority{};
    std::vector<std::string> points{}; ///< As decided.
    std::optional<Instant> treated_at{};
};

struct Case {
    CaseId id;
    CaseNumber number;
    i18n::Language language = i18n::Language::nb; ///< Of title, summary, background and points: nb or nn.
    std::string title, summary, background;
    std::optional<directory::PersonId> handler; ///< saksbehandler
    directory::OrganisationId owner;
    std::optional<BodyId> owner_body;
    bool is_invented = false; ///< Belongs to the demonstration data.
    std::vector<std::string> themes;
    std::vector<Point> points; ///< The proposed decision, in order.
    std::vector<Concern> concerns;
    CasePath path;
    std::vector<StepRecord> records; ///< One for each step of the path, in the same order.
    Instant planned_at, changed_at;
    std::optional<Date> input_until;
    std::optional<Date> first_treated_on;
    std::string closing_note; ///< What the follow-up found, or why the case was withdrawn.
    std::int64_t version = 1;

    [[nodiscard]] std::string url() const { return "/cases/" + number.slug(); }
    [[nodiscard]] const StepRecord& record_of(StepId) const;
    /// Days from planned to first treatment; nothing before that. Source: openness early enough to take part.
    [[nodiscard]] std::optional<std::int64_t> lead_time_days() const;
};

/// Gives each step on the path that has none an empty record, in the order of the path, and drops those of steps that
/// are gone.
void add_missing_records(Case&);

} // namespace governance
