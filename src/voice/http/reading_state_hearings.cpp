#include "voice/http/reading_state_hearings.hpp"

#include "directory/directory.hpp"
#include "governance/case_standing.hpp"
#include "governance/path_ahead.hpp"
#include "voice/http/links.hpp"
#include "voice/store/position_store.hpp"
#include "voice/store/state_hearing_store.hpp"

namespace voice {

/// Where the answer's case goes from here, measured against the deadline.
static Result<AnswerPath> path_of(const http::Query& query, const StateHearing& hearing) {
    AnswerPath none;
    none.verdict = PathVerdict::no_case;
    if (!hearing.case_id) return none;
    std::vector<PathBody> bodies;
    for (auto& each :
         TRY(governance::path_ahead(query.reader, *hearing.case_id, query.today(), query.request.language)))
        bodies.push_back({std::move(each.name), std::move(each.path), std::move(each.meetings)});
    return answer_path(bodies, query.today(), hearing.deadline);
}

static Result<void> fill_state_hearing_row(const http::Query& query, StateHearingRow& row, const StateHearing& hearing,
                                           const AnswerPath& path, Links& links) {
    row.id = hearing.id;
    row.number = hearing.number;
    row.url = hearing.url();
    row.language = i18n::code(hearing.language);
    row.title = hearing.title;
    row.sender = TRY(links.organisation(hearing.sender));
    row.reference = hearing.reference;
    row.address = hearing.address;
    row.state = hearing.state_on(query.today());
    row.sent_on = hearing.sent_on;
    row.deadline = hearing.deadline;
    row.days_left =
        static_cast<int>((std::chrono::sys_days{hearing.deadline} - std::chrono::sys_days{query.today()}).count());
    if (hearing.case_id) row.matter = TRY(links.matter(*hearing.case_id));
    row.path = path.verdict;
    row.late_at = path.late_at;
    row.result = hearing.result;
    row.is_invented = hearing.is_invented;
    row.registered_at = hearing.registered_at;
    row.changed_at = hearing.changed_at;
    row.version = hearing.version;
    return {};
}

Result<StateHearingListView> read_state_hearings(const http::Query& query, const StateHearingQuestion& asked) {
    StateHearingListView list;
    list.state = asked.state;
    store::StateHearingFilter filter;
    filter.state = asked.state;
    if (asked.sender) {
        list.sender = *asked.sender;
        filter.sender = TRY(directory::find_organisation_by_key(query.reader, *asked.sender)).id;
    }
    Links links{query};
    for (const auto& hearing : TRY(store::state_hearings(query.reader, {}, query.today()))) {
        const auto sender = TRY(links.organisation(hearing.sender));
        if (std::ranges::find(list.senders, sender.url, &NamedLink::url) == list.senders.end())
            list.senders.push_back(sender);
    }
    for (const auto& hearing : TRY(store::state_hearings(query.reader, filter, query.today()))) {
        const auto path = TRY(path_of(query, hearing));
        TRY(fill_state_hearing_row(query, list.hearings.emplace_back(), hearing, path, links));
    }
    return list;
}

static Result<void> fill_state_answer(const http::Query& query, StateHearingView& view, const StateHearing& hearing) {
    view.answered_on = hearing.answered_on;
    view.authority = hearing.authority;
    view.declined_on = hearing.declined_on;
    view.decline_reason = hearing.decline_reason;
    view.result_words = hearing.result_words;
    view.result_source = hearing.result_source;
    view.result_on = hearing.result_on;
    if (hearing.position) {
        const auto position = TRY(store::position(query.reader, *hearing.position));
        view.position = NamedLink{position.number + " " + position.title, position.url()};
    }
    if (hearing.document) {
        for (const auto& each :
             TRY(governance::case_standing(query.reader, *hearing.case_id, query.today())).documents) {
            if (each.id == *hearing.document) view.document = NamedLink{each.title, each.path};
        }
    }
    if (hearing.speaker && hearing.answered_on) {
        const auto seat =
            TRY(governance::seat_on(query.reader, *hearing.speaker, *hearing.answered_on, query.request.language));
        if (seat) view.speaker_name = seat->person_name;
        if (seat) view.speaker_body = NamedLink{seat->body_name, seat->body_path};
    }
    return {};
}

Result<StateHearing> state_hearing_in_path(const http::Query& query) {
    return store::state_hearing(query.reader, query.request.path_value("hearing"));
}

Result<StateHearingView> read_state_hearing(const http::Query& query) {
    const auto hearing = TRY(state_hearing_in_path(query));
    const auto path = TRY(path_of(query, hearing));
    Links links{query};
    StateHearingView view;
    TRY(fill_state_hearing_row(query, view, hearing, path, links));
    view.summary = hearing.summary;
    for (const auto& stop : path.stops)
        view.stops.push_back({{stop.name, stop.url}, stop.day, stop.day && *stop.day <= hearing.deadline});
    TRY(fill_state_answer(query, view, hearing));
    view.happenings = TRY(journal::happenings_about(query, {"state_hearing", hearing.id.to_string()}));
    return view;
}

} // namespace voice
