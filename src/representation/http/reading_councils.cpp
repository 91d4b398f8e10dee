#include "representation/domain/errors.hpp"
#include "representation/http/council_account.hpp"

#include <algorithm>
#include <charconv>

namespace representation {

static constexpr int reports_shown = 60;

Result<CouncilListView> read_councils(const http::Query& query) {
    CouncilListView list;
    Links links{query};
    const Outside nothing;
    for (const auto& council : TRY(store::councils(query.reader))) {
        CouncilReading reading{query, nothing, links};
        TRY(reading.open(council));
        TRY(reading.fill(list.councils.emplace_back()));
    }
    return list;
}

Result<CouncilView> read_council(const http::Query& query, const Outside& outside, std::string_view slug) {
    const auto council = TRY(store::council_by_slug(query.reader, slug));
    Links links{query};
    CouncilReading reading{query, outside, links};
    TRY(reading.open(council));
    CouncilView view;
    TRY(reading.fill(view));
    view.mandate = council.mandate;
    view.mandate_from = council.mandate_from;
    view.report_days = council.report_days;
    for (int number = 1; number <= council.our_seats; ++number) {
        view.seats.push_back(TRY(reading.seat(number)));
    }
    view.duties = reading.duties();
    view.coming = reading.coming();
    view.reports = TRY(reading.reports());
    view.version = council.version;
    view.happenings = TRY(journal::happenings_about(query, {"council", council.id.to_string()}));
    return view;
}

Result<SeatPageView> read_seat(const http::Query& query, const Outside& outside, std::string_view slug,
                               std::string_view number) {
    const auto council = TRY(store::council_by_slug(query.reader, slug));
    int seat = 0;
    const auto* const end = number.data() + number.size();
    const auto [stop, failure] = std::from_chars(number.data(), end, seat);
    if (failure != std::errc{} || stop != end || seat < 1 || seat > council.our_seats) return seat_not_found.error();
    Links links{query};
    CouncilReading reading{query, outside, links};
    TRY(reading.open(council));
    SeatPageView view;
    view.council = {council.name(query.request.language), council.path()};
    view.seat = TRY(reading.seat(seat));
    view.duties = reading.duties(seat);
    view.reports = TRY(reading.reports(seat));
    return view;
}

Result<ReportListView> read_reports(const http::Query& query, const Outside& outside) {
    ReportListView list;
    Links links{query};
    for (const auto& council : TRY(store::councils(query.reader))) {
        CouncilReading reading{query, outside, links};
        TRY(reading.open(council));
        for (auto& report : TRY(reading.reports())) {
            list.reports.push_back(std::move(report));
        }
    }
    std::ranges::stable_sort(list.reports, std::ranges::greater{}, &ReportView::reported_at);
    if (list.reports.size() > reports_shown) list.reports.resize(reports_shown);
    return list;
}

Result<ReportView> read_report(const http::Query& query, const Outside& outside, std::string_view slug,
                               std::string_view id) {
    const auto council = TRY(store::council_by_slug(query.reader, slug));
    Links links{query};
    CouncilReading reading{query, outside, links};
    TRY(reading.open(council));
    for (const auto& report : reading.all_reports()) {
        if (report.id.to_string() == id) return reading.view_of(report);
    }
    return report_not_found.error();
}

} // namespace representation
