#pragma once
// What pages and JSON say of cases. One model, both are made from it.
#include "governance/domain/case_file.hpp"
#include "governance/domain/case_filter.hpp"
#include "governance/meeting_words.hpp"
#include "platform/journal/http/happenings.hpp"
#include "platform/json/described.hpp"
#include "platform/ui/named_link.hpp"

namespace governance {

struct ShieldNote {
    std::string legal_basis;
    Date until; ///< The first day on which it is open.
};
BOOST_DESCRIBE_STRUCT(ShieldNote, (), (legal_basis, until))

struct FieldShieldNote {
    ShieldId id;
    ShieldField field = ShieldField::title;
    ShieldNote shielded;
};
BOOST_DESCRIBE_STRUCT(FieldShieldNote, (), (id, field, shielded))

using ui::NamedLink;

struct ThemeView {
    std::string slug, name;
};
BOOST_DESCRIBE_STRUCT(ThemeView, (), (slug, name))

struct BallotView {
    std::string name;
    std::string on_behalf_of;
    Choice choice = Choice::blank;
};
BOOST_DESCRIBE_STRUCT(BallotView, (), (name, on_behalf_of, choice))

/// The vote that decided; the ballots when it was by name.
struct VoteView {
    int in_favour = 0, against = 0, blank = 0;
    std::vector<BallotView> ballots;
};
BOOST_DESCRIBE_STRUCT(VoteView, (), (in_favour, against, blank, ballots))

/// What somebody who disagreed wished to have said.
struct DissentView {
    DissentId id;
    Instant at;
    std::string name;
    std::string on_behalf_of;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(DissentView, (), (id, at, name, on_behalf_of, text))

/// A body on the path.
struct StepView {
    NamedLink body;
    BodyId body_id;
    std::optional<Date> day; ///< Of the meeting, planned or held.
    std::optional<Outcome> outcome;
    bool is_current = false;
    bool has_lapsed = false;
    std::string votes;
    std::string authority;
    std::vector<std::string> points; ///< As decided.
    std::optional<VoteView> vote;
    std::vector<DissentView> dissents;
    std::string item_number; ///< "18/2026"
    std::optional<std::string> meeting_url;
    std::optional<MeetingId> meeting_id;
    std::optional<AgendaItemId> agenda_item_id;
    std::optional<Instant> treated_at;
};
BOOST_DESCRIBE_STRUCT(StepView, (),
                      (body, body_id, day, outcome, is_current, has_lapsed, votes, authority, points, vote, dissents,
                       item_number, meeting_url, meeting_id, agenda_item_id, treated_at))

struct ConcernView {
    ConcernScope scope = ConcernScope::sector;
    std::optional<NamedLink> organisation;
    std::optional<directory::OrganisationId> organisation_id;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ConcernView, (), (scope, organisation, organisation_id, reason))

struct DocumentView {
    DocumentId id;
    DocumentKind kind = DocumentKind::vedlegg;
    std::optional<std::string> title; ///< Nothing while it is shielded.
    std::string language;
    Date dated;
    std::optional<std::string> media_type;
    std::optional<std::uint64_t> size; ///< Bytes.
    std::optional<std::string> sha256;
    DocumentState state = DocumentState::available;
    std::string state_reason;
    bool is_late = false;
    Instant added_at;
    std::optional<Instant> removed_at;
    std::optional<std::string> url; ///< Of the bytes, when the reader may have them.
    std::optional<ShieldNote> shielded;
    std::optional<ShieldId> shield_id;
};
BOOST_DESCRIBE_STRUCT(DocumentView, (),
                      (id, kind, title, language, dated, media_type, size, sha256, state, state_reason, is_late,
                       added_at, removed_at, url, shielded, shield_id))

struct CaseView {
    CaseId id;
    CaseNumber number;
    std::string url;
    CaseState state = CaseState::planned;
    std::optional<Outcome> outcome; ///< Of the latest treatment.
    std::string language;           ///< Of title, summary, background and points.
    std::optional<std::string> title;
    std::optional<std::string> summary;
    std::optional<std::string> background;          ///< Markdown.
    std::optional<std::vector<std::string>> points; ///< The proposed decision.
    std::optional<std::string> handler;
    std::optional<directory::PersonId> handler_id;
    NamedLink owner;
    std::optional<NamedLink> owner_body;
    std::vector<ThemeView> themes;
    bool is_strategic = false;
    bool is_invented = false;
    std::vector<StepView> steps;
    std::vector<ConcernView> concerns;
    std::vector<DocumentView> documents;
    std::vector<FieldShieldNote> shields; ///< Of fields, in force today.
    std::optional<Date> noticed_on;
    std::optional<Date> input_until;
    std::optional<std::int64_t> lead_time_days;
    std::string closing_note;
    Instant planned_at, changed_at;
    std::int64_t version = 1;
    std::vector<CaseRequest> allowed;               ///< What its state allows now.
    std::vector<journal::HappeningView> happenings; ///< The newest, newest first.
};
BOOST_DESCRIBE_STRUCT(CaseView, (),
                      (id, number, url, state, outcome, language, title, summary, background, points, handler,
                       handler_id, owner, owner_body, themes, is_strategic, is_invented, steps, concerns, documents,
                       shields, noticed_on, input_until, lead_time_days, closing_note, planned_at, changed_at, version,
                       allowed, happenings))

struct CaseRow {
    CaseId id;
    std::string number;
    std::string url;
    std::optional<std::string> title; ///< Nothing while it is shielded.
    std::string summary;
    std::string language;
    CaseState state = CaseState::planned;
    std::optional<Outcome> outcome;
    NamedLink body;
    std::optional<Date> next_day;
    std::optional<Date> input_until;
    bool is_strategic = false;
    bool is_invented = false;
    Instant planned_at, changed_at;
};
BOOST_DESCRIBE_STRUCT(CaseRow, (),
                      (id, number, url, title, summary, language, state, outcome, body, next_day, input_until,
                       is_strategic, is_invented, planned_at, changed_at))

struct CaseListView {
    std::int64_t total = 0;
    int page = 1;
    int pages = 1;
    std::vector<CaseRow> cases;
};
BOOST_DESCRIBE_STRUCT(CaseListView, (), (total, page, pages, cases))

} // namespace governance
