#pragma once
#include "directory/directory.hpp"
#include "hearings/demonstration.hpp"
#include "hearings/domain/hearing.hpp"
#include "hearings/jobs/demonstration_text.hpp"

#include <optional>

namespace hearings::demonstration {

/// Puts what happens in one hearing on a line of time. Must outlive its steps, which are taken in order.
class HearingStage {
public:
    HearingStage(const Services& services, const Said& all, const SaidHearing& said, Date today,
                 DemonstrationReport& report)
        : services_{services}, all_{all}, said_{said}, today_{today}, report_{report} {}

    Result<std::vector<Step>> steps();

private:
    [[nodiscard]] Date day(std::string_view text) const { return day_of(text, today_); }
    /// Answers come until it closes, or until yesterday.
    [[nodiscard]] Date last_day() const;
    [[nodiscard]] const std::vector<std::string>& reasons_for(Stance) const;
    Result<void> find_case(db::Reader&);
    Result<void> draw_turnout(db::Reader&);
    Result<void> plan(db::Transaction&);
    /// Two of three silent ones could know of it, and every fifth of those read it.
    void add_reach(std::vector<Step>&);
    void add_extension(std::vector<Step>&);
    Result<void> give(db::Transaction&, std::size_t i, Instant at);
    Result<void> attach(const Acting&, const directory::OrganisationSummary& municipality);

    const Services& services_;
    const Said& all_;
    const SaidHearing& said_;
    Date today_;
    DemonstrationReport& report_;
    Principal by_ = the_program("demonstrasjon");
    std::string case_number_;
    Hearing hearing_;
    int attached_ = 0;
    std::vector<directory::OrganisationSummary> answering_, silent_;
    std::vector<std::optional<directory::OrganisationSummary>> voices_; ///< The network of each that has one speak.
};

} // namespace hearings::demonstration
