#include "platform/faults.hpp"
#include "platform/search/search.hpp"
#include "representation/actions/council_acting.hpp"
#include "representation/actions/councils.hpp"
#include "representation/domain/errors.hpp"
#include "representation/store/council_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace representation {

/// That the sector has said what the report rests on, where the register can be asked.
static Result<void> check_position(const Acting& acting, const std::optional<Line<20>>& number) {
    if (!number || !acting.outside.position_title) return {};
    if (TRY(acting.outside.position_title(acting.transaction, *number))) return {};
    return position_unknown.error({{"number", std::string{*number}}});
}

static Result<CouncilMeeting> meeting_named(const Acting& acting, const Council& council, CouncilMeetingId id) {
    const auto meetings = TRY(store::meetings_of(acting.transaction, council.id));
    const auto found = std::ranges::find(meetings, id, &CouncilMeeting::id);
    if (found == meetings.end()) return meeting_not_found.error();
    return *found;
}

static Result<void> index_report(const Acting& acting, const Council& council, const CouncilMeeting& meeting,
                                 const Report& report) {
    if (!report.legal_basis.empty()) return {}; // What is shielded is found by nobody.
    return search::put(acting.transaction, {.kind = "report",
                                            .id = report.id.to_string(),
                                            .language = report.language,
                                            .title = fmt::format("{}, {}", council.name_nb, meeting.title),
                                            .text = report.said + "\n" + report.came_of_it + "\n" + report.means,
                                            .url = fmt::format("{}/reports/{}", council.path(), report.id.to_string()),
                                            .changed_at = acting.now});
}

Result<Report> report_back(const Acting& acting, std::string_view slug, const NewReport& wanted) {
    TRY(acting.principal.require(::right::logged_in));
    const auto person = TRY(directory::PersonId::parse(acting.principal.id));
    const auto council = TRY(store::council_by_slug(acting.transaction, slug));
    const auto meeting = meeting_named(acting, council, wanted.meeting);
    Faults faults;
    faults.take(meeting, "#/meeting");
    faults.take(check_position(acting, wanted.position), "#/position");
    faults.need(wanted.said, "#/said");
    faults.need(wanted.means, "#/means");
    TRY(faults.result());
    const auto holders = TRY(store::holders_of(acting.transaction, council.id));
    const auto holder = TRY(speaker_on(holders, person, meeting->held_on));
    if (meeting->held_on > acting.today()) return meeting_not_held.error({{"day", to_string(meeting->held_on)}});
    const auto reports = TRY(store::reports_of(acting.transaction, council.id));
    const bool is_reported = std::ranges::any_of(
        reports, [&](const Report& other) { return other.meeting == meeting->id && other.seat == holder.seat; });
    if (is_reported) return reported_already.error({{"seat", std::int64_t{holder.seat}}});

    Report fresh;
    fresh.id = acting.make_id<ReportId>();
    fresh.meeting = meeting->id;
    fresh.seat = holder.seat;
    fresh.holder = holder.id;
    fresh.language = wanted.language == WrittenForm::nn ? i18n::Language::nn : i18n::Language::nb;
    fresh.said = wanted.said;
    fresh.position = wanted.position.value_or("");
    fresh.came_of_it = wanted.came_of_it;
    fresh.means = wanted.means;
    fresh.legal_basis = wanted.legal_basis.value_or("");
    fresh.reported_at = acting.now;
    TRY(store::insert(acting.transaction, fresh));
    TRY(index_report(acting, council, *meeting, fresh));
    journal::Body facts;
    facts.text("meeting", meeting->title).text("day", to_string(meeting->held_on)).number("seat", fresh.seat);
    TRY(tell(acting, "representation.report_given", council, std::move(facts),
             {{"person", person.to_string()}, {"organisation", holder.on_behalf_of.to_string()}}));
    return fresh;
}

/// Those who could have reported of the meeting.
static std::vector<journal::Subject> owing(const std::vector<Holder>& holders, const Duty& duty) {
    std::vector<journal::Subject> subjects;
    for (const auto& holder : holders) {
        if (holder.seat != duty.seat || !holder.is_valid_on(duty.meeting.held_on)) continue;
        subjects.push_back({"person", holder.person.to_string()});
        const auto organisation = holder.on_behalf_of.to_string();
        if (std::ranges::find(subjects, organisation, &journal::Subject::id) == subjects.end()) {
            subjects.push_back({"organisation", organisation});
        }
    }
    return subjects;
}

Result<int> remind_of_reports(const Acting& acting, const Council& council) {
    const auto holders = TRY(store::holders_of(acting.transaction, council.id));
    const auto duties = duties_of(council, holders, TRY(store::meetings_of(acting.transaction, council.id)),
                                  TRY(store::reports_of(acting.transaction, council.id)), acting.today());
    int reminded = 0;
    for (const auto& duty : duties) {
        if (duty.state != DutyState::overdue) continue;
        if (!TRY(store::mark_reminded(acting.transaction, duty.meeting.id, duty.seat, acting.now))) continue;
        journal::Body facts;
        facts.text("meeting", duty.meeting.title).text("due", to_string(duty.due_on)).number("seat", duty.seat);
        TRY(tell(acting, "representation.report_reminded", council, std::move(facts), owing(holders, duty)));
        ++reminded;
    }
    return reminded;
}

} // namespace representation
