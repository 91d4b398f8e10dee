#pragma once
#include "voice/domain/answer_path.hpp"
#include "voice/views/models.hpp"

namespace voice {

struct StateHearingRow {
    StateHearingId id;
    std::string number, url, language, title;
    NamedLink sender;
    std::string reference, address;
    StateHearingState state = StateHearingState::open;
    Date sent_on, deadline;
    int days_left = 0;               ///< Until the deadline; below 0 when it has passed.
    std::optional<NamedLink> matter; ///< The case where the answer is prepared.
    PathVerdict path = PathVerdict::no_case;
    std::string late_at; ///< The first body that has no meeting in time.
    std::optional<HearingResult> result;
    bool is_invented = false;
    Instant registered_at, changed_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(StateHearingRow, (),
                      (id, number, url, language, title, sender, reference, address, state, sent_on, deadline,
                       days_left, matter, path, late_at, result, is_invented, registered_at, changed_at, version))

struct StateHearingListView {
    std::optional<StateHearingState> state;
    std::optional<std::string> sender;
    std::vector<NamedLink> senders; ///< Of all hearings; url ends in what the filter takes.
    std::vector<StateHearingRow> hearings;
};
BOOST_DESCRIBE_STRUCT(StateHearingListView, (), (state, sender, senders, hearings))

struct PathStopView {
    NamedLink body;
    std::optional<Date> day;
    bool is_in_time = false;
};
BOOST_DESCRIBE_STRUCT(PathStopView, (), (body, day, is_in_time))

struct StateHearingView : StateHearingRow {
    std::string summary;
    std::vector<PathStopView> stops;
    std::optional<Date> answered_on;
    std::optional<NamedLink> position, document, speaker_body;
    std::string authority, speaker_name;
    std::optional<Date> declined_on;
    std::string decline_reason;
    std::string result_words, result_source;
    std::optional<Date> result_on;
    std::vector<journal::HappeningView> happenings;
};
BOOST_DESCRIBE_STRUCT(StateHearingView, (StateHearingRow),
                      (summary, stops, answered_on, position, document, speaker_body, authority, speaker_name,
                       declined_on, decline_reason, result_words, result_source, result_on, happenings))

struct StateHearingQuestion {
    std::optional<StateHearingState> state;
    std::optional<Line<80>> sender;
};
BOOST_DESCRIBE_STRUCT(StateHearingQuestion, (), (state, sender))

} // namespace voice
