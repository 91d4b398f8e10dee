#include "governance/actions/case_steps.hpp"
#include "governance/actions/documents.hpp"
#include "governance/actions/plan_case.hpp"
#include "governance/jobs/demonstration_stage.hpp"
#include "governance/store/case_store.hpp"

namespace governance::demonstration {

using namespace std::chrono_literals;

static NewCase case_from(Stage& stage, const SaidCase& said) {
    NewCase wanted;
    wanted.number = said.number;
    wanted.language = said.language;
    wanted.title = said.title;
    wanted.summary = said.summary;
    wanted.background = said.background;
    wanted.themes = said.themes;
    wanted.points.assign(said.points.begin(), said.points.end());
    if (said.handler) wanted.handler_id = named(stage.people, *said.handler).id;
    wanted.is_strategic = said.is_strategic.value_or(false);
    wanted.owner = said.owner;
    if (!said.owner_body.empty()) wanted.owner_body_id = named(stage.bodies, said.owner_body).id;
    for (const auto& step : said.path) {
        wanted.steps.push_back({named(stage.bodies, step.body).id, step.day.on(stage.today)});
    }
    wanted.concerns = said.concerns;
    for (const auto& shield : said.shields) {
        wanted.shields.push_back({shield.field, shield.legal_basis, shield.until.on(stage.today)});
    }
    return wanted;
}

static Result<void> plan(Stage& stage, const Moment& moment, const SaidCase& said) {
    const bool is_real = said.authenticity == "real";
    const auto number = TRY(plan_case(moment.transaction, stage.services, stage.secretariat, case_from(stage, said),
                                      moment.now, is_real ? Authenticity::real : Authenticity::invented));
    const auto id = TRY(find_case_id(moment.transaction, number));
    ensure(id && stage.cases.emplace(said.key, *id).second);
    ++stage.report.cases;
    return {};
}

static Result<void> add_paper(Stage& stage, const Moment& moment, const SaidCase& said, const SaidDocument& document) {
    const auto& paper = stage.papers.at(&document);
    NewDocument wanted;
    wanted.kind = document.kind;
    wanted.title = document.title;
    wanted.language = said.language == TextLanguage::nn ? DocumentLanguage::nn : DocumentLanguage::nb;
    wanted.dated = document.day.on(stage.today);
    if (document.until) {
        wanted.legal_basis = Line<200>{document.legal_basis};
        wanted.until = document.until->on(stage.today);
    }
    TRY(add_document(moment.transaction, stage.services, stage.secretariat, named(stage.cases, said.key), wanted,
                     {paper.name, "application/pdf", paper.size, paper.digest}, Scanning::off, moment.now));
    ++stage.report.documents;
    return {};
}

template <class... Sent>
using StepAction = Result<void> (*)(db::Transaction&, const Services&, const Principal&, CaseId, Version,
                                    const Sent&..., Instant);

/// One of the steps of case_steps.hpp, taken by the secretariat on its day.
template <class... Sent>
static void add_step(Timeline& timeline, Stage& stage, const SaidCase& said, const std::optional<Day>& day,
                     std::chrono::minutes at, std::type_identity_t<StepAction<Sent...>> action, Sent... sent) {
    if (!day) return;
    timeline.add(day->on(stage.today), at, [&stage, &said, action, sent...](const Moment& moment) {
        return action(moment.transaction, stage.services, stage.secretariat, named(stage.cases, said.key), Version{},
                      sent..., moment.now);
    });
}

void add_case(Timeline& timeline, Stage& stage, const SaidCase& said) {
    timeline.add(said.planned.on(stage.today), 9h, [&](const Moment& moment) { return plan(stage, moment, said); });
    Notice notice;
    if (said.input_until) notice.input_until = said.input_until->on(stage.today);
    const ClosingNote closing{said.closing_note};
    add_step(timeline, stage, said, said.noticed, 10h, give_notice, notice);
    add_step(timeline, stage, said, said.prepared, 11h, begin_preparation);
    for (const auto& document : said.documents) {
        timeline.add(document.day.on(stage.today), 12h,
                     [&](const Moment& moment) { return add_paper(stage, moment, said, document); });
    }
    add_step(timeline, stage, said, said.withdrawn, 15h, withdraw, closing);
    add_step(timeline, stage, said, said.made_final, 15h, make_final);
    add_step(timeline, stage, said, said.followed_up, 15h, follow_up, closing);
}

} // namespace governance::demonstration
