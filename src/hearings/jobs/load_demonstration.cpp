#include "directory/directory.hpp"
#include "governance/governance.hpp"
#include "governance/lookups.hpp"
#include "hearings/actions/assess.hpp"
#include "hearings/actions/attach.hpp"
#include "hearings/actions/booklets.hpp"
#include "hearings/actions/change_hearing.hpp"
#include "hearings/actions/give_answer.hpp"
#include "hearings/actions/plan_hearing.hpp"
#include "hearings/actions/reach.hpp"
#include "hearings/demonstration.hpp"
#include "hearings/domain/invented_turnout.hpp"
#include "hearings/store/hearing_store.hpp"
#include "platform/embedded.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace hearings {
namespace demonstration {

using namespace std::chrono_literals;

struct SaidQuestion {
    std::string text;
    std::vector<std::string> options;
};
BOOST_DESCRIBE_STRUCT(SaidQuestion, (), (text, options))

/// Days are counted from the one on which the demonstration is loaded.
struct SaidHearing {
    std::string case_title, language, title, text;
    std::vector<SaidQuestion> questions;
    std::string planned, opens, closes;
    std::string extended, extended_to, extension_reason; ///< "" when its closing day never moved.
    int remind_days = 0, answers = 0, through_network = 0, attachments = 0;

    [[nodiscard]] const std::string& last_day() const { return extended_to.empty() ? closes : extended_to; }
};
BOOST_DESCRIBE_STRUCT(SaidHearing, (),
                      (case_title, language, title, text, questions, planned, opens, closes, extended, extended_to,
                       extension_reason, remind_days, answers, through_network, attachments))

struct SaidReasons {
    std::vector<std::string> support, support_if, against, no_capacity;
};
BOOST_DESCRIBE_STRUCT(SaidReasons, (), (support, support_if, against, no_capacity))

struct SaidAssessment {
    std::string case_title, assessor, before, required, delivered, conclusion; ///< delivered is "" while it is missing.
    std::vector<NewLayer> layers;
};
BOOST_DESCRIBE_STRUCT(SaidAssessment, (), (case_title, assessor, before, required, delivered, conclusion, layers))

struct SaidBooklet {
    std::string title, introduction;
    std::vector<std::string> questions;
    std::string opens, closes;
    int counties = 0; ///< So many of their meetings answer.
    std::vector<std::string> replies;
    std::string summary, case_title; ///< Of the first question.
};
BOOST_DESCRIBE_STRUCT(SaidBooklet, (),
                      (title, introduction, questions, opens, closes, counties, replies, summary, case_title))

struct Said {
    std::vector<SaidHearing> hearings;
    SaidBooklet booklet;
    std::vector<SaidAssessment> assessments;
    SaidReasons reasons;
    std::vector<std::string> replies;
};
BOOST_DESCRIBE_STRUCT(Said, (), (hearings, booklet, assessments, reasons, replies))

/// So many steps share a commit.
static constexpr std::size_t steps_in_commit = 50;

struct Step {
    Instant at;
    std::function<Result<void>(db::Transaction&)> take;
};

/// "-14": a day so far from today.
static Date day_of(std::string_view text, Date today) {
    int days = 0;
    if (text.starts_with('+')) text.remove_prefix(1);
    std::from_chars(text.data(), text.data() + text.size(), days);
    return Date{std::chrono::sys_days{today} + std::chrono::days{days}};
}

/// The files travel with the program and are tested with it.
static Result<governance::CaseCard> case_titled(db::Reader& reader, const std::string& title, Date today) {
    static constexpr int cases_looked_at = 1000;
    auto cards = TRY(governance::newest_cases(reader, today, cases_looked_at, i18n::Language::nb));
    const auto found = std::ranges::find(cards, title, &governance::CaseCard::title);
    ensure(found != cards.end());
    return std::move(*found);
}

static Result<governance::BodyId> body_named(db::Reader& reader, const std::string& name) {
    const auto cards = TRY(governance::body_cards(reader, i18n::Language::nb));
    const auto found = std::ranges::find(cards, name, &governance::BodyCard::name);
    ensure(found != cards.end());
    return found->id;
}

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

static Principal speaker_for(const directory::OrganisationSummary& organisation) {
    Principal speaker;
    speaker.kind = PrincipalKind::client;
    speaker.id = "demonstrasjon";
    speaker.name = "Oppdiktet saksbehandler";
    speaker.organisation_id = organisation.id.to_string();
    speaker.organisation_name = organisation.name;
    speaker.authority = "demonstrasjon";
    speaker.grants = {{std::string{right::answer.name}, organisation.id.to_string()}};
    return speaker;
}

namespace {

/// Puts what happens in one hearing on a line of time.
class HearingStage {
public:
    HearingStage(const Services& services, const Said& all, const SaidHearing& said, Date today,
                 DemonstrationReport& report)
        : services_{services}, all_{all}, said_{said}, today_{today}, report_{report} {}

    Result<std::vector<Step>> steps() {
        auto reader = TRY(services_.database.reader());
        TRY(find_case(*reader));
        TRY(draw_turnout(*reader));
        reader.reset();
        std::vector<Step> steps;
        steps.push_back(
            {at_norwegian_time(day(said_.planned), 9h), [this](auto& transaction) { return plan(transaction); }});
        add_reach(steps);
        for (std::size_t i = 0; i < answering_.size(); ++i) {
            const auto spread = spread_of(said_.title, answering_[i].number);
            const auto at = invented_moment(spread, day(said_.opens), last_day());
            steps.push_back({at, [this, i, at](auto& transaction) { return give(transaction, i, at); }});
        }
        add_extension(steps);
        const auto reminded_on = std::chrono::sys_days{day(said_.last_day())} - std::chrono::days{said_.remind_days};
        if (Date{reminded_on} < today_) {
            const auto at = at_norwegian_time(Date{reminded_on}, 7h);
            steps.push_back({at, [this, at](auto& transaction) -> Result<void> {
                                 TRY(remind_silent({transaction, services_, by_, at}, hearing_));
                                 return {};
                             }});
        }
        return steps;
    }

private:
    [[nodiscard]] Date day(std::string_view text) const { return day_of(text, today_); }
    /// Answers come until it closes, or until yesterday.
    [[nodiscard]] Date last_day() const {
        return std::min(day(said_.last_day()), Date{std::chrono::sys_days{today_} - std::chrono::days{1}});
    }

    Result<void> find_case(db::Reader& reader) {
        case_number_ = TRY(case_titled(reader, said_.case_title, today_)).number;
        return {};
    }

    Result<void> draw_turnout(db::Reader& reader) {
        auto drawn = TRY(directory::municipalities_on(reader, today_));
        std::ranges::sort(drawn, {}, [&](const directory::OrganisationSummary& one) {
            return std::pair{spread_of(said_.title, one.number), one.number};
        });
        const auto count = std::min(drawn.size(), static_cast<std::size_t>(said_.answers));
        answering_.assign(drawn.begin(), drawn.begin() + static_cast<std::ptrdiff_t>(count));
        silent_.assign(drawn.begin() + static_cast<std::ptrdiff_t>(count), drawn.end());
        voices_.resize(count);
        int through = 0;
        for (std::size_t i = 0; i < count && through < said_.through_network; ++i) {
            const auto networks = TRY(directory::networks_of(reader, answering_[i].id, today_));
            if (networks.empty()) continue;
            voices_[i] = networks.front();
            ++through;
        }
        report_.through_networks += through;
        return {};
    }

    Result<void> plan(db::Transaction& transaction) {
        NewHearing sent;
        sent.case_number = case_number_;
        sent.language = said_.language == "nn" ? TextLanguage::nn : TextLanguage::nb;
        sent.title = said_.title;
        sent.text = said_.text;
        for (const auto& question : said_.questions) {
            sent.questions.push_back({question.text, {question.options.begin(), question.options.end()}});
        }
        sent.audience.municipalities = true;
        sent.opens_on = day(said_.opens);
        sent.closes_on = day(said_.closes);
        sent.remind_days = said_.remind_days;
        const Acting acting{transaction, services_, by_, at_norwegian_time(day(said_.planned), 9h)};
        hearing_ = TRY(load_hearing(transaction, TRY(plan_hearing(acting, sent, Authenticity::invented))));
        ++report_.hearings;
        return {};
    }

    void add_extension(std::vector<Step>& steps) {
        if (said_.extended.empty()) return;
        const auto at = at_norwegian_time(day(said_.extended), 12h);
        steps.push_back({at, [this, at](auto& transaction) -> Result<void> {
                             NewExtension sent{day(said_.extended_to), Line<500>{said_.extension_reason}};
                             TRY(extend_hearing({transaction, services_, by_, at}, hearing_, sent));
                             hearing_ = TRY(load_hearing(transaction, hearing_.id));
                             return {};
                         }});
    }

    /// Two of three silent ones could know of it, and every fifth of those read it.
    void add_reach(std::vector<Step>& steps) {
        const auto at = at_norwegian_time(day(said_.opens), 10h);
        steps.push_back({at, [this, at](auto& transaction) -> Result<void> {
                             std::vector<std::string> told;
                             for (std::size_t i = 0; i < silent_.size(); ++i) {
                                 if (i % 3 != 0) told.push_back(silent_[i].id.to_string());
                             }
                             TRY(record_reach({transaction, services_, by_, at}, hearing_, told));
                             return {};
                         }});
        for (std::size_t i = 0; i < silent_.size(); ++i) {
            if (i % 3 == 0 || i % 5 != 1) continue;
            const auto spread = spread_of(said_.title, silent_[i].number);
            const auto read_at = invented_moment(spread, day(said_.opens), last_day()) + 1h;
            steps.push_back(
                {read_at, [this, i, read_at](auto& transaction) {
                     const auto reader = speaker_for(silent_[i]);
                     return record_reading({transaction, services_, reader, read_at}, hearing_, silent_[i].id);
                 }});
        }
    }

    [[nodiscard]] const std::vector<std::string>& reasons_for(Stance stance) const {
        switch (stance) {
        case Stance::support:
            return all_.reasons.support;
        case Stance::support_if:
            return all_.reasons.support_if;
        case Stance::against:
            return all_.reasons.against;
        case Stance::no_capacity:
            break;
        }
        return all_.reasons.no_capacity;
    }

    Result<void> give(db::Transaction& transaction, std::size_t i, Instant at) {
        const auto spread = spread_of(said_.title, answering_[i].number);
        NewAnswer sent;
        sent.organisations = {Line<40>{answering_[i].number}};
        sent.stance = invented_stance(spread);
        const auto& reasons = reasons_for(sent.stance);
        sent.text = reasons[spread / 20 % reasons.size()];
        for (std::size_t question = 0; question < hearing_.questions.size(); ++question) {
            if (sent.stance == Stance::no_capacity || (spread >> (question + 3)) % 4 == 0) continue;
            NewReply reply;
            reply.question = static_cast<int>(question) + 1;
            const auto options = hearing_.questions[question].options.size();
            if (options > 0) {
                reply.option = static_cast<int>((spread >> 5U) % options) + 1;
            } else {
                reply.text = all_.replies[(spread >> 9U) % all_.replies.size()];
            }
            sent.replies.push_back(std::move(reply));
        }
        const auto speaker = speaker_for(voices_[i] ? *voices_[i] : answering_[i]);
        const Acting acting{transaction, services_, speaker, at};
        TRY(give_answer(acting, hearing_, sent));
        ++report_.answers;
        const bool has_file = !voices_[i] && attached_ < said_.attachments;
        return has_file ? attach(acting, answering_[i]) : Result<void>{};
    }

    Result<void> attach(const Acting& acting, const directory::OrganisationSummary& municipality) {
        ++attached_;
        const auto text =
            fmt::format("Oppdiktet vedlegg til demonstrasjonen.\n\nSaken ble behandlet i {}.\n", municipality.name);
        const auto digest = TRY(services_.blobs.put(text));
        const governance::StoredFile file{"saksframlegg.txt", "text/plain; charset=utf-8", text.size(), digest};
        const NewAttachment sent{Line<200>{"Saksframlegg i " + municipality.name}, {Line<40>{municipality.number}}};
        TRY(attach_file(acting, hearing_, sent, file, governance::Scanning::off));
        return {};
    }

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

} // namespace

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
