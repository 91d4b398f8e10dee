#pragma once
// One council with all that belongs to it, for the pages that show some of it.
#include "representation/domain/council.hpp"
#include "representation/http/council_reading.hpp"
#include "representation/http/links.hpp"
#include "representation/store/council_store.hpp"

namespace representation {

/// One council with all that belongs to it, read once.
class CouncilReading {
public:
    CouncilReading(const http::Query& query, const Outside& outside, Links& links)
        : query_{query}, outside_{outside}, links_{links} {}

    Result<void> open(const Council& council);
    Result<void> fill(CouncilRow& row) const;
    Result<HolderView> view_of(const Holder& holder) const;
    Result<SeatView> seat(int number) const;
    [[nodiscard]] std::vector<DutyView> duties(std::optional<int> seat = {}) const;
    [[nodiscard]] std::vector<PlannedMeeting> coming() const;
    Result<std::vector<ReportView>> reports(std::optional<int> seat = {}) const;
    Result<ReportView> view_of(const Report& report) const;
    [[nodiscard]] const std::vector<Report>& all_reports() const { return reports_; }
    [[nodiscard]] const std::vector<Duty>& all_duties() const { return duties_; }

    Result<NamedLink> person(directory::PersonId id) const;

private:
    [[nodiscard]] std::string url_of(const Report& report) const;

    const http::Query& query_;
    const Outside& outside_;
    Links& links_;
    Council council_;
    std::vector<Holder> holders_;
    std::vector<CouncilMeeting> meetings_;
    std::vector<Report> reports_;
    std::vector<Duty> duties_;
};

} // namespace representation
