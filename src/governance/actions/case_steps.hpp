#pragma once
// The steps of a case that its secretary takes; what a meeting does to it stands in case_transitions.hpp. Each needs
// governance.plan_case for the case (preparation: governance.prepare_case), takes the version that was read (none:
// any), and fails with governance.case_not_found, governance.case_stale and governance.case_step_refused besides its
// own.
#include "governance/domain/case_texts.hpp"
#include "platform/services.hpp"

namespace governance {

using Version = std::optional<std::int64_t>;

struct Notice {
    std::optional<Date>
        input_until; ///< Until when those concerned are asked to say what they mean; nothing: they are only told.
};
BOOST_DESCRIBE_STRUCT(Notice, (), (input_until))
/// planned → noticed. Appends governance.case_noticed.
/// Fails with governance.concerns_missing, governance.input_day_faulty (not from today on).
Result<void> give_notice(db::Transaction&, const Services&, const Principal&, CaseId, Version, const Notice&,
                         Instant now);

/// noticed → in_preparation. Appends governance.case_preparation_begun.
Result<void> begin_preparation(db::Transaction&, const Services&, const Principal&, CaseId, Version, Instant now);
/// treated → in_preparation at the next body. Appends governance.case_sent_on. Fails with governance.no_body_remains.
Result<void> send_on(db::Transaction&, const Services&, const Principal&, CaseId, Version, Instant now);
/// treated → final. Appends governance.case_made_final.
/// Fails with governance.bodies_remain, body_only_advises, political_record_missing, outcome_settles_nothing.
Result<void> make_final(db::Transaction&, const Services&, const Principal&, CaseId, Version, Instant now);

struct ClosingNote {
    Line<1000> note;
};
BOOST_DESCRIBE_STRUCT(ClosingNote, (), (note))
/// final → followed_up, with what became of the decision. Appends governance.case_followed_up.
Result<void> follow_up(db::Transaction&, const Services&, const Principal&, CaseId, Version, const ClosingNote&,
                       Instant now);
/// → withdrawn, with the reason. Appends governance.case_withdrawn.
Result<void> withdraw(db::Transaction&, const Services&, const Principal&, CaseId, Version, const ClosingNote&,
                      Instant now);

struct PathChange {
    std::vector<PlannedStep> steps; ///< The bodies still to come, in order.
};
BOOST_DESCRIBE_STRUCT(PathChange, (), (steps))
/// Replaces the steps that have not been treated. Appends governance.case_path_changed.
/// Fails with platform.request_faulty (governance.body_unknown), governance.path_empty, governance.path_too_long.
Result<void> change_path(db::Transaction&, const Services&, const Principal&, CaseId, Version, const PathChange&,
                         Instant now);

} // namespace governance
