#pragma once
// Carries minutes from draft to publication, and corrects them. From the signature on nothing of a version changes.
#include "governance/actions/meetings.hpp"
#include "governance/domain/minutes.hpp"
#include "platform/crypto/signature.hpp"

namespace governance {

/// Writes the first version from what was recorded, or writes it again while it is a draft. Needs
/// governance.hold_meeting. Fails with governance.minutes_too_early (the meeting is not closed) and
/// minutes_step_refused (it is approved already). Appends governance.minutes_drafted.
Result<int> draft_minutes(const Acting&, MeetingId);

struct MinutesApproval {
    std::optional<MeetingId> approved_in; ///< The later meeting that approved them; nothing: whoever led this one does.
};
BOOST_DESCRIBE_STRUCT(MinutesApproval, (), (approved_in))

/// draft → approved. Needs governance.approve_minutes. Fails with governance.minutes_step_refused, minutes_incomplete,
/// and minutes_approver_faulty: the person neither led the meeting nor chairs the body, or the other meeting has not
/// approved them. Appends governance.minutes_approved.
Result<void> approve_minutes(const Acting&, MeetingId, int number, const MinutesApproval&, ExpectedVersion);

/// approved → signed: the program's Ed25519 seal over the exact content, and the person's act in the journal with its
/// SHA-256. Needs governance.approve_minutes. Fails with governance.minutes_step_refused.
/// Appends governance.minutes_signed.
Result<void> sign_minutes(const Acting&, MeetingId, int number, ExpectedVersion);

/// signed → published, for everybody and for good. Needs governance.approve_minutes. Fails with
/// governance.minutes_step_refused, minutes_incomplete, minutes_changed (the seal does not fit).
/// Appends governance.minutes_published.
Result<void> publish_minutes(const Acting&, MeetingId, int number, ExpectedVersion);

struct ItemCorrection {
    int item = 0; ///< Place on the agenda, from 0.
    Prose<4000> note;
    std::vector<Line<4000>> decision;
};
BOOST_DESCRIBE_STRUCT(ItemCorrection, (), (item, note, decision))

struct MinutesCorrectionRequest {
    Line<500> reason;
    Line<200> place;
    std::vector<ItemCorrection> items;
};
BOOST_DESCRIBE_STRUCT(MinutesCorrectionRequest, (), (reason, place, items))

/// A new draft that takes the place of the newest published version once it is published itself; the older one stays
/// readable with its seal. Needs governance.hold_meeting. Fails with governance.minutes_not_found, minutes_step_refused
/// (that version is not published, or a newer one is on its way), correction_changes_nothing, item_not_found.
/// Appends governance.minutes_corrected.
Result<int> correct_minutes(const Acting&, MeetingId, int number, const MinutesCorrectionRequest&);

/// Whether the seal fits the content, byte for byte.
bool is_seal_good(const Minutes&, const crypto::PublicKey&);

} // namespace governance
