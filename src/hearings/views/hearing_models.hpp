#pragma once
// What pages and JSON say of hearings: the list, and one of them. One model, both are made from it.
#include "hearings/views/answer_models.hpp"
#include "platform/journal/http/happenings.hpp"

namespace hearings {

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

} // namespace hearings
