#include "directory/directory.hpp"
#include "hearings/actions/booklets.hpp"
#include "hearings/domain/invented_turnout.hpp"
#include "hearings/jobs/hearing_stage.hpp"
#include "hearings/store/hearing_store.hpp"
#include "platform/embedded.hpp"

#include <algorithm>

namespace hearings {
namespace demonstration {

using namespace std::chrono_literals;

/// So many steps share a commit.
static constexpr std::size_t steps_in_commit = 50;

/// Required on its day, and delivered on the other when that has come.
static Step assessment_step(const Services& services, const SaidAssessment& said, Date today) {
    const auto at = at_norwegian_time(day_of(said.required, today), 13h);
    return {at, [&services, &said, today, at](db::Transaction& transaction) -> Result<void> {
                const auto by = the_program("demonstrasjon");
                const auto matter = TRY(case_titled(transaction, said.case_title, today));
                NewRequirement wanted;
                wanted.assessor = TRY(body_named(transaction, said.assessor));
                wanted.before = TRY(body_named(transaction, said.before));
                const auto id = TRY(require_assessment({transaction, services, by, at}, matter.id, wanted));
                if (said.delivered.empty()) return {};
                const auto delivered_at = at_norwegian_time(day_of(said.delivered, today), 13h);
                return deliver_assessment({transaction, services, by, delivered_at}, id,
                                          {Prose<20000>{said.conclusion}, said.layers});
            }};
}

static Result<void> answer_from_counties(db::Transaction& transaction, const Services& services,
                                         const SaidBooklet& said, const Booklet& booklet, Instant at) {
    const auto by = the_program("demonstrasjon");
    const auto counties = TRY(directory::counties_on(transaction, norwegian_date(at)));
    for (std::size_t i = 0; i < counties.size() && i < static_cast<std::size_t>(said.counties); ++i) {
        NewBookletAnswer sent;
        sent.county = counties[i].slug;
        for (std::size_t question = 0; question < said.questions.size(); ++question) {
            const auto spread = spread_of(said.questions[question], counties[i].number);
            if (spread % 6 == 0) continue;
            sent.replies.push_back(
                {static_cast<int>(question) + 1, Prose<20000>{said.replies[spread % said.replies.size()]}});
        }
        TRY(answer_booklet({transaction, services, by, at}, booklet, sent));
    }
    return {};
}

/// Published when it opens, answered half-way, summed up a week after it closed.
static Step booklet_step(const Services& services, const SaidBooklet& said, Date today) {
    const auto opens = day_of(said.opens, today), closes = day_of(said.closes, today);
    const auto at = at_norwegian_time(opens, 9h);
    return {at, [&services, &said, today, opens, closes, at](db::Transaction& transaction) -> Result<void> {
                const auto by = the_program("demonstrasjon");
                NewBooklet wanted;
                wanted.year = static_cast<int>(opens.year());
                wanted.title = said.title;
                wanted.introduction = said.introduction;
                wanted.questions.assign(said.questions.begin(), said.questions.end());
                wanted.opens_on = opens;
                wanted.closes_on = closes;
                TRY(publish_booklet({transaction, services, by, at}, wanted, Authenticity::invented));
                const auto booklet = TRY(load_booklet(transaction, std::to_string(wanted.year)));
                TRY(answer_from_counties(transaction, services, said, booklet, at + std::chrono::days{30}));
                NewSummary summary;
                summary.question = 1;
                summary.text = said.summary;
                summary.case_numbers = {Line<20>{TRY(case_titled(transaction, said.case_title, today)).number}};
                const auto summed_up_at = at_norwegian_time(closes, 9h) + std::chrono::days{7};
                return sum_up_booklet({transaction, services, by, summed_up_at}, booklet, summary);
            }};
}

static Result<void> run(const Services& services, std::vector<Step>& steps, const DemonstrationProgress& progress) {
    std::ranges::stable_sort(steps, {}, &Step::at);
    const auto of = static_cast<int>(steps.size());
    for (std::size_t begin = 0; begin < steps.size(); begin += steps_in_commit) {
        if (progress) progress("høringer", static_cast<int>(begin), of);
        const auto end = std::min(begin + steps_in_commit, steps.size());
        TRY(services.database.write([&](db::Transaction& transaction) -> Result<void> {
            for (auto i = begin; i < end; ++i)
                TRY(steps[i].take(transaction));
            return {};
        }));
    }
    if (progress) progress("høringer", of, of);
    return {};
}

} // namespace demonstration

Result<DemonstrationReport> load_demonstration(const Services& services, Date today,
                                               const DemonstrationProgress& progress) {
    using namespace demonstration;
    DemonstrationReport report;
    report.was_loaded_before = TRY(count_hearings(*TRY(services.database.reader()), {}, today)) > 0;
    if (report.was_loaded_before) return report;
    const auto files = embedded::hearings_facts();
    const auto file = std::ranges::find(files, "demonstration_hearings.json", &embedded::File::name);
    ensure(file != files.end());
    const auto said = TRY(json::read<Said>(file->bytes));
    std::vector<std::unique_ptr<HearingStage>> stages;
    std::vector<Step> steps;
    for (const auto& hearing : said.hearings) {
        stages.push_back(std::make_unique<HearingStage>(services, said, hearing, today, report));
        for (auto& step : TRY(stages.back()->steps()))
            steps.push_back(std::move(step));
    }
    steps.push_back(booklet_step(services, said.booklet, today));
    for (const auto& assessment : said.assessments)
        steps.push_back(assessment_step(services, assessment, today));
    TRY(run(services, steps, progress));
    return report;
}

} // namespace hearings
