#pragma once
// Minutes on their way from draft to publication: what has to be in them, what a correction may change, their versions.
#include "governance/domain/minutes_content.hpp"

namespace governance {

/// What the rules ask for and the minutes lack, all at once: governance.minutes_incomplete with one
/// governance.minutes_part_missing for each. parts: Procedure::minutes_parts.
Result<void> check_complete(const MinutesContent&, const std::vector<MinutesPart>& parts = Procedure{}.minutes_parts);

/// What a correction may change: words. Who was there and how they voted is changed by nobody.
struct CorrectedItem {
    int item = 0; ///< Place on the agenda, from 0.
    std::string note;
    std::vector<std::string> decision;
};
struct MinutesChange {
    std::string reason;
    std::string place;
    std::vector<CorrectedItem> items; ///< Those left out stay as they are.
};
/// The content of the next version. Fails with governance.correction_changes_nothing and governance.item_not_found.
Result<MinutesContent> correct(MinutesContent, int corrects, const MinutesChange&, Instant now);

/// One version of a meeting's minutes. The content is the exact text that is sealed.
struct Minutes {
    MeetingId meeting_id;
    int number = 1;
    MinutesState state = MinutesState::draft;
    std::string content;
    std::optional<std::string> correction_reason; ///< None for the first version.
    Instant drafted_at;
    std::optional<Instant> approved_at;
    std::string approved_by;              ///< Id of the person.
    std::optional<MeetingId> approved_in; ///< The meeting that approved them; none when the leader of the meeting did.
    std::string approver_name;
    std::optional<Instant> signed_at;
    std::string signed_by;
    std::string signer_name;
    std::vector<std::uint8_t> seal;
    std::string seal_key; ///< Which of the program's keys made the seal.
    std::optional<Instant> published_at;
    std::int64_t version = 1;
};

/// Fails with governance.minutes_step_refused when the version is not in the state that the step begins in.
Result<void> require_state(const Minutes&, MinutesState expected);

} // namespace governance
