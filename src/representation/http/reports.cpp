// What representatives brought home, and what they hold.
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"
#include "representation/actions/councils.hpp"
#include "representation/domain/errors.hpp"
#include "representation/http/council_reading.hpp"
#include "representation/http/handlers.hpp"
#include "representation/representation.hpp"
#include "representation/store/council_store.hpp"
#include "representation/texts.hpp"
#include "representation/views/council_pages.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace representation {

static feed::Feed report_feed(const http::Call& call, const ReportListView& list) {
    const auto page = call.public_url + call.url("/reports");
    auto made = http::page_feed(call, call.public_url + "/reports", call.t(text::reports), page);
    for (const auto& report : list.reports) {
        made.updated = std::max(made.updated, report.reported_at);
        made.entries.push_back({.id = "urn:uuid:" + report.id.to_string(),
                                .title = report.council.name + ", " + report.meeting,
                                .url = call.public_url + call.url(report.url),
                                .updated = report.reported_at,
                                .author = report.person.name,
                                .summary = report.means,
                                .categories = {}});
    }
    return made;
}

Result<http::Response> list_reports(const http::Query& query, const Outside& outside) {
    return http::represent<ReportListView>(
        query, TRY(read_reports(query, outside)),
        {.html = [&](const ReportListView& shown) { return reports_page(query, shown); },
         .atom = [&](const ReportListView& shown) { return report_feed(query, shown); }});
}

Result<http::Response> show_report(const http::Query& query, const Outside& outside) {
    const auto& request = query.request;
    return http::represent<ReportView>(
        query, TRY(read_report(query, outside, request.path_value("council"), request.path_value("report"))),
        {.html = [&](const ReportView& shown) { return report_page(query, shown); }});
}

/// The meetings that the one who asks held a seat in and has not reported of, the newest first.
static Result<std::vector<ui::Choice>> meetings_to_report(const http::Query& query, const CouncilView& view) {
    std::vector<ui::Choice> choices;
    const auto person = directory::PersonId::parse(query.principal.id);
    if (!person) return choices;
    const auto holders = TRY(store::holders_of(query.reader, view.id));
    const auto asked = query.request.query.first("meeting").value_or("");
    for (const auto& duty : view.duties) {
        const auto speaker = speaker_on(holders, *person, duty.held_on);
        if (duty.state == DutyState::reported || !speaker || speaker->seat != duty.seat) continue;
        choices.push_back({.value = duty.meeting.to_string(),
                           .label = duty.title + ", " + query.t.date(duty.held_on),
                           .hint = {},
                           .is_chosen = duty.meeting.to_string() == asked});
    }
    return choices;
}

static Result<Html> report_form(const http::Query& query, const ui::FormState& state) {
    static const Outside nothing;
    const auto view = TRY(read_council(query, nothing, query.request.path_value("council")));
    return new_report_page(query, state, view, TRY(meetings_to_report(query, view)));
}

Result<http::Response> show_report_form(const http::Query& query) {
    return http::html_document(TRY(report_form(query, {})));
}

Result<http::Response> report_back_sent(const http::Command& command, const Outside& outside) {
    const auto sent = command.request.read<NewReport>();
    if (!sent) return ui::answer_failure(command, sent.error(), report_form);
    const auto slug = command.request.path_value("council");
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        const Acting acting{transaction, command.services, command.principal, command.now, outside};
        const auto report = TRY(report_back(acting, slug, *sent));
        return fmt::format("/seats/{}/reports/{}", slug, report.id.to_string());
    });
    if (!path) return ui::answer_failure(command, path.error(), report_form);
    return ui::answer_created(command, *path);
}

Result<http::Response> show_representative(const http::Query& query, const Outside& outside) {
    const auto id = directory::PersonId::parse(query.request.path_value("person"));
    if (!id) return representative_not_found.error();
    return http::represent<RepresentativeView>(
        query, TRY(read_representative(query, outside, *id)),
        {.html = [&](const RepresentativeView& shown) { return representative_page(query, shown); }});
}

Result<Html> seats_of_organisation(const http::Query& query, directory::OrganisationId id) {
    const auto seats = TRY(seats_held_for(query, id));
    if (seats.empty()) return Html{};
    return ui::section(query.t(text::held), "seats-held", held_table(query, seats, query.t(text::held), true));
}

} // namespace representation
