#pragma once
// What pages and JSON say of hearings. One model, both are made from it.
#include "hearings/domain/anchoring.hpp"
#include "hearings/domain/answer.hpp"
#include "hearings/domain/attachment.hpp"
#include "platform/journal/http/happenings.hpp"
#include "platform/ui/named_link.hpp"

namespace hearings {

using ui::NamedLink;

struct HearingFilter {
    std::optional<HearingState> state;
    std::optional<int> page;
};
BOOST_DESCRIBE_STRUCT(HearingFilter, (), (state, page))

struct HearingRow {
    HearingId id;
    std::string key, url, title, language;
    HearingState state = HearingState::planned;
    Date opens_on, closes_on;
    NamedLink matter; ///< The case.
    std::int64_t addressed = 0, answered = 0;
    bool is_invented = false;
    Instant planned_at, changed_at;
    int changes = 0; ///< How often its closing day moved, or it was withdrawn.
};
BOOST_DESCRIBE_STRUCT(HearingRow, (),
                      (id, key, url, title, language, state, opens_on, closes_on, matter, addressed, answered,
                       is_invented, planned_at, changed_at, changes))

struct HearingListView {
    std::int64_t total = 0;
    int page = 1, pages = 1;
    std::vector<HearingRow> hearings;
};
BOOST_DESCRIBE_STRUCT(HearingListView, (), (total, page, pages, hearings))

struct OptionView {
    std::string text;
    Count chosen; ///< By how many, and how many inhabitants stand behind them.
};
BOOST_DESCRIBE_STRUCT(OptionView, (), (text, chosen))

struct QuestionView {
    int number = 0;
    std::string text;
    std::vector<OptionView> options;
};
BOOST_DESCRIBE_STRUCT(QuestionView, (), (number, text, options))

struct ReplyView {
    int question = 0;
    std::optional<int> option;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ReplyView, (), (question, option, text))

struct AttachmentView {
    AttachmentId id;
    std::string title, url, file_name, media_type;
    std::int64_t size = 0; ///< Bytes.
    governance::DocumentState state = governance::DocumentState::available;
    std::string state_reason;
    Instant added_at;
};
BOOST_DESCRIBE_STRUCT(AttachmentView, (), (id, title, url, file_name, media_type, size, state, state_reason, added_at))

struct AnswerView {
    Stance stance = Stance::support;
    std::optional<std::string> text;                        ///< Nothing while it is withheld.
    std::optional<std::vector<ReplyView>> replies;          ///< The same.
    std::optional<std::vector<AttachmentView>> attachments; ///< The same.
    std::optional<std::string> legal_basis;                 ///< Under which it is withheld.
    std::optional<NamedLink> network;                       ///< Through which it was given.
    bool is_inherited = false;                              ///< A predecessor gave it, before a merger.
    Instant answered_at, changed_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(AnswerView, (),
                      (stance, text, replies, attachments, legal_basis, network, is_inherited, answered_at, changed_at,
                       version))

struct AddresseeView {
    directory::OrganisationId id;
    NamedLink organisation;
    std::string number, county_number;
    std::int64_t inhabitants = 0;
    bool is_reached = false, is_opened = false;
    std::optional<Instant> reminded_at; ///< The last time.
    std::optional<AnswerView> answer;   ///< Nothing is silence.
    std::string url;                    ///< Of its answer; empty while it is silent.
};
BOOST_DESCRIBE_STRUCT(AddresseeView, (),
                      (id, organisation, number, county_number, inhabitants, is_reached, is_opened, reminded_at, answer,
                       url))

/// One that was asked and has been merged since. What it said holds for nobody by itself.
struct PredecessorView {
    NamedLink organisation, successor;
    Instant succeeded_at;
    std::optional<AnswerView> answer;
};
BOOST_DESCRIBE_STRUCT(PredecessorView, (), (organisation, successor, succeeded_at, answer))

struct GroupView {
    std::string key, name;
    Tally tally;
};
BOOST_DESCRIBE_STRUCT(GroupView, (), (key, name, tally))

struct ExtensionView {
    Date from, to;
    std::string reason;
    Instant extended_at;
};
BOOST_DESCRIBE_STRUCT(ExtensionView, (), (from, to, reason, extended_at))

struct WithdrawnView {
    Instant at;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawnView, (), (at, reason))

struct ReminderView {
    Instant at;
    std::int64_t organisations = 0;
};
BOOST_DESCRIBE_STRUCT(ReminderView, (), (at, organisations))

struct HearingView {
    HearingId id;
    std::string key, url, language, title, text;
    HearingState state = HearingState::planned;
    Date opens_on, closes_on;
    int days_min = 0;
    NamedLink matter;
    std::vector<std::string> audience; ///< In words.
    std::vector<QuestionView> questions;
    std::vector<NamedLink> documents;
    Tally municipalities;
    std::vector<GroupView> counties, sizes;
    std::vector<AddresseeView> addressees;
    std::vector<PredecessorView> predecessors;
    std::vector<journal::HappeningView> happenings;
    std::vector<ExtensionView> extensions;
    std::optional<WithdrawnView> withdrawn;
    std::optional<Date> remind_from; ///< The first day on which the silent are reminded.
    std::vector<ReminderView> reminders;
    bool is_invented = false;
    Instant planned_at;
};
BOOST_DESCRIBE_STRUCT(HearingView, (),
                      (id, key, url, language, title, text, state, opens_on, closes_on, days_min, matter, audience,
                       questions, documents, municipalities, counties, sizes, addressees, predecessors, happenings,
                       extensions, withdrawn, remind_from, reminders, is_invented, planned_at))

struct AnswerPageView {
    std::string hearing, hearing_url, hearing_title;
    AddresseeView addressee;
    std::vector<QuestionView> questions;
};
BOOST_DESCRIBE_STRUCT(AnswerPageView, (), (hearing, hearing_url, hearing_title, addressee, questions))

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

/// A matter that concerns an organisation and is not over: a case, with a hearing that it is asked in or without.
struct MatterRow {
    governance::CaseId id;
    NamedLink matter;
    std::string number, language;
    NamedLink body;
    std::optional<Date> meets_on; ///< When the body is planned to treat it.
    std::optional<HearingRow> hearing;
    std::optional<Date> closes_on; ///< The last day for saying something: of the hearing, else for input on the case.
    bool closes_this_week = false; ///< Within seven days.
    bool is_opened = false;        ///< Somebody who acts for the organisation has read the case or the hearing.
    std::optional<Stance> stance;  ///< What was answered; nothing is silence where there is a hearing.
};
BOOST_DESCRIBE_STRUCT(MatterRow, (),
                      (id, matter, number, language, body, meets_on, hearing, closes_on, closes_this_week, is_opened,
                       stance))

/// The members of a network that are silent in a hearing that is open.
struct SilentRow {
    HearingRow hearing;
    std::int64_t asked = 0; ///< Of the members.
    std::vector<NamedLink> silent;
};
BOOST_DESCRIBE_STRUCT(SilentRow, (), (hearing, asked, silent))

struct MattersView {
    NamedLink organisation;
    std::string url;
    std::int64_t closing_this_week = 0, not_opened = 0, not_answered = 0;
    std::vector<MatterRow> matters; ///< The first to close on top.
    std::vector<SilentRow> silent_members;
};
BOOST_DESCRIBE_STRUCT(MattersView, (),
                      (organisation, url, closing_this_week, not_opened, not_answered, matters, silent_members))

/// One that the reader may answer for, and how it stands.
struct VoiceView {
    NamedLink organisation;
    std::string key; ///< As the form sends it.
    std::optional<NamedLink> network;
    std::optional<Stance> stance;
    bool speaks_for_itself = false;
};

} // namespace hearings
