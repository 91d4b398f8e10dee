#include "governance/actions/case_steps.hpp"
#include "governance/actions/rule_profiles.hpp"
#include "governance/domain/paper_pdf.hpp"
#include "governance/jobs/demonstration_stage.hpp"
#include "governance/store/body_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {
namespace demonstration {

using namespace std::chrono_literals;

/// So many steps share a commit: few enough that others come in between, many enough that the disk is not waited for.
static constexpr std::size_t steps_in_commit = 50;

Result<void> Timeline::run(const Services& services, Instant before, const DemonstrationProgress& progress) {
    std::erase_if(steps_, [&](const Entry& entry) { return entry.at >= before; });
    std::ranges::stable_sort(steps_, {}, &Entry::at);
    const auto of = static_cast<int>(steps_.size());
    for (std::size_t begin = 0; begin < steps_.size(); begin += steps_in_commit) {
        if (progress) progress("saker og møter", static_cast<int>(begin), of);
        const auto end = std::min(begin + steps_in_commit, steps_.size());
        TRY(services.database.write([&](db::Transaction& transaction) -> Result<void> {
            for (auto i = begin; i < end; ++i) {
                TRY(steps_[i].step({transaction, steps_[i].at}));
            }
            return {};
        }));
    }
    if (progress) progress("saker og møter", of, of);
    return {};
}

/// A treated case goes on to its next body two days after the meeting when a later meeting has it on the agenda.
static void add_sending_on(Timeline& timeline, Stage& stage, const std::vector<SaidMeeting>& meetings) {
    std::map<Key, Date> last_day;
    for (const auto& meeting : meetings) {
        if (meeting.cancelled) continue;
        for (const auto& item : meeting.agenda) {
            if (item.case_key.empty()) continue;
            const auto day = meeting.day.on(stage.today);
            const auto before = last_day.find(item.case_key);
            if (before != last_day.end()) {
                timeline.add(workday_after(before->second, 2), 14h, [&](const Moment& moment) {
                    return send_on(moment.transaction, stage.services, stage.secretariat,
                                   named(stage.cases, item.case_key), {}, moment.now);
                });
            }
            last_day[item.case_key] = day;
        }
    }
}

static std::string paper_text(const SaidCase& said) {
    auto text = said.summary + "\n\n" + said.background + "\n\nForslag til vedtak\n\n";
    int number = 0;
    for (const auto& point : said.points)
        text += fmt::format("{}. {}\n\n", ++number, point);
    return text;
}

/// Stores the bytes of the papers that have been written by then.
static Result<void> store_papers(Stage& stage, const std::vector<SaidCase>& cases) {
    for (const auto& said : cases) {
        for (const auto& document : said.documents) {
            if (document.day.on(stage.today) >= stage.today) continue;
            const auto text = document.text.empty() ? paper_text(said) : document.text;
            const auto bytes = paper_pdf(document.title, text);
            const auto digest = TRY(stage.services.blobs.put(bytes));
            stage.papers[&document] = {std::string{json::name_of(document.kind)} + ".pdf", bytes.size(), digest};
        }
    }
    return {};
}

static Result<DemonstrationReport> load(const Services& services, const directory::PersonKey& key, Date today,
                                        const DemonstrationProgress& progress) {
    auto content = TRY(read_content());
    Stage stage{services, key, today};
    stage.program = the_program();
    std::ranges::stable_sort(content.meetings, {}, [&](const SaidMeeting& meeting) { return meeting.day.on(today); });
    TRY(store_papers(stage, content.cases));
    Timeline timeline;
    timeline.add(first_day(), 8h, [&](const Moment& moment) { return seed_profiles(moment.as(stage, stage.program)); });
    add_people(timeline, stage, content.people);
    for (const auto& body : content.bodies)
        add_body(timeline, stage, body);
    for (const auto& said : content.cases)
        add_case(timeline, stage, said);
    for (const auto& meeting : content.meetings)
        add_meeting(timeline, stage, meeting);
    add_sending_on(timeline, stage, content.meetings);
    TRY(timeline.run(services, at_norwegian_time(today, 0min), progress));
    return stage.report;
}

} // namespace demonstration

Result<DemonstrationReport> load_demonstration(const Services& services, const directory::PersonKey& key, Date today,
                                               const DemonstrationProgress& progress) {
    const bool is_empty = TRY(list_bodies(*TRY(services.database.reader()))).empty();
    if (is_empty) return demonstration::load(services, key, today, progress);
    DemonstrationReport report;
    report.was_loaded_before = true;
    return report;
}

} // namespace governance
