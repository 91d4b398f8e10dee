#include "directory/actions/reform.hpp"

#include "directory/actions/cartogram.hpp"
#include "directory/actions/indexing.hpp"
#include "directory/actions/inheritance.hpp"
#include "directory/domain/errors.hpp"
#include "directory/store/history_store.hpp"
#include "directory/store/organisation_store.hpp"
#include "platform/json/described.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace directory {

static Result<void> check_free(db::Reader& reader, const Organisation& founded) {
    if (!founded.organisation_number.empty() &&
        TRY(store::is_organisation_number_taken(reader, founded.organisation_number))) {
        return organisation_number_taken.error({{"number", founded.organisation_number}});
    }
    if (founded.number.empty()) return {};
    const auto holder = store::organisation_by_key(reader, founded.number);
    if (holder && holder->number == founded.number && !holder->period.to) {
        return number_taken.error({{"number", founded.number}});
    }
    return {};
}

static Result<std::string> slug_of(db::Reader& reader, const Organisation& founded) {
    const auto base = founded.number.empty() ? slug_from(founded.names.at("no")) : founded.number;
    if (!TRY(store::is_slug_taken(reader, base))) return base;
    auto slug = fmt::format("{}-{}", base, static_cast<int>(founded.period.from->year()));
    for (int number = 2; TRY(store::is_slug_taken(reader, slug)); ++number) {
        slug = fmt::format("{}-{}-{}", base, static_cast<int>(founded.period.from->year()), number);
    }
    return slug;
}

static Result<void> begin(db::Transaction& transaction, const Doer& doer, Organisation& founded) {
    founded.id = OrganisationId::make(doer.now, doer.random);
    founded.slug = TRY(slug_of(transaction, founded));
    TRY(store::insert(transaction, founded));
    TRY(store::insert_name(transaction, founded.id, {"no", founded.names.at("no"), founded.period}));
    if (!founded.number.empty()) {
        TRY(store::insert_number(transaction, founded.id,
                                 {std::string{json::name_of(founded.kind)}, founded.number, founded.period}));
    }
    if (founded.population > 0) {
        TRY(store::insert_population(transaction, founded.id, *founded.period.from, founded.population));
    }
    return index_organisation(transaction, founded.id, doer.now);
}

static Result<void> end(db::Transaction& transaction, const Doer& doer, Organisation& ended, Date on) {
    ended.period.to = on;
    if (!ended.number.empty()) ended.qualifier = years_of(ended.period);
    TRY(store::update(transaction, ended));
    TRY(store::end_names_and_numbers(transaction, ended.id, on));
    return index_organisation(transaction, ended.id, doer.now);
}

static std::string names_of(const std::vector<Organisation>& organisations) {
    std::string names;
    for (const auto& organisation : organisations) {
        names += (names.empty() ? "" : ", ") + name_on_page(organisation.names, i18n::Language::nb);
    }
    return names;
}

static Result<void> tell(db::Transaction& transaction, const Doer& doer, journal::Event event,
                         const std::vector<Organisation>& ends, const std::vector<Organisation>& begins) {
    for (const auto* list : {&ends, &begins}) {
        for (const auto& organisation : *list) {
            event.subjects.push_back({"organisation", organisation.id.to_string()});
        }
    }
    TRY(doer.journal.append(transaction, doer.principal, event, doer.now));
    return {};
}

static void append(std::vector<Moved>& moves, std::vector<Moved> more) {
    moves.insert(moves.end(), more.begin(), more.end());
}

/// The checked plan of a merger, not yet done: ends, begins (a new one has no id yet).
static Result<ReformReport> plan_merger(db::Reader& reader, const Merger& merger, Date today) {
    ReformReport plan;
    for (const auto& id : merger.predecessors) {
        plan.ends.push_back(TRY(store::organisation(reader, id)));
    }
    auto involved = plan.ends;
    if (merger.into) involved.push_back(TRY(store::organisation(reader, *merger.into)));
    TRY(check_merger(involved, merger, today));
    if (merger.into) {
        plan.begins.push_back(involved.back());
        return plan;
    }
    plan.begins.push_back(TRY(founded_by(merger.founded, plan.ends, merger.on)));
    TRY(check_free(reader, plan.begins.front()));
    return plan;
}

Result<ReformReport> preview_merger(db::Reader& reader, const Merger& merger, const std::vector<Referrer>& referrers,
                                    Date today) {
    auto plan = TRY(plan_merger(reader, merger, std::max(today, merger.on)));
    for (const auto& ended : plan.ends) {
        append(plan.moves, TRY(count_inheritance(reader, ended.id, merger.on, referrers)));
    }
    return plan;
}

Result<ReformReport> merge_organisations(db::Transaction& transaction, const Doer& doer, const Merger& merger,
                                         const std::vector<Referrer>& referrers) {
    auto report = TRY(plan_merger(transaction, merger, norwegian_date(doer.now)));
    auto& successor = report.begins.front();
    if (merger.into) {
        for (const auto& ended : report.ends) {
            successor.population += ended.population;
        }
        TRY(store::update(transaction, successor));
    } else {
        TRY(begin(transaction, doer, successor));
    }
    for (auto& ended : report.ends) {
        TRY(store::insert_succession(transaction, {ended.id, successor.id, merger.on}));
        append(report.moves, TRY(move_inheritance(transaction, doer, ended.id, {successor.id}, merger.on, referrers)));
        TRY(end(transaction, doer, ended, merger.on));
    }
    if (successor.kind == OrganisationKind::municipality) TRY(redraw_cartogram(transaction, merger.on));
    journal::Event event{.type = "directory.organisations_merged", .subjects = {}, .body = {}};
    event.body.text("predecessors", names_of(report.ends))
        .text("successor", name_on_page(successor.names, i18n::Language::nb))
        .text("on", to_string(merger.on));
    TRY(tell(transaction, doer, std::move(event), report.ends, report.begins));
    return report;
}

static Result<ReformReport> plan_split(db::Reader& reader, const Split& split, Date today) {
    ReformReport plan;
    plan.ends.push_back(TRY(store::organisation(reader, split.predecessor)));
    TRY(check_split(plan.ends.front(), split, today));
    for (const auto& unit : split.founded) {
        auto founded = TRY(founded_by(unit, plan.ends, split.on));
        founded.population = 0; // How many live in each part is counted later.
        TRY(check_free(reader, founded));
        for (const auto& other : plan.begins) {
            if (!founded.number.empty() && other.number == founded.number) {
                return number_taken.error({{"number", founded.number}});
            }
        }
        plan.begins.push_back(std::move(founded));
    }
    return plan;
}

Result<ReformReport> preview_split(db::Reader& reader, const Split& split, const std::vector<Referrer>& referrers,
                                   Date today) {
    auto plan = TRY(plan_split(reader, split, std::max(today, split.on)));
    plan.moves = TRY(count_inheritance(reader, split.predecessor, split.on, referrers));
    return plan;
}

Result<ReformReport> split_organisation(db::Transaction& transaction, const Doer& doer, const Split& split,
                                        const std::vector<Referrer>& referrers) {
    auto report = TRY(plan_split(transaction, split, norwegian_date(doer.now)));
    auto& ended = report.ends.front();
    std::vector<OrganisationId> successors;
    for (auto& founded : report.begins) {
        TRY(begin(transaction, doer, founded));
        TRY(store::insert_succession(transaction, {ended.id, founded.id, split.on}));
        successors.push_back(founded.id);
    }
    std::swap(successors.front(), successors[split.heir]);
    report.moves = TRY(move_inheritance(transaction, doer, ended.id, successors, split.on, referrers));
    TRY(end(transaction, doer, ended, split.on));
    if (ended.kind == OrganisationKind::municipality) TRY(redraw_cartogram(transaction, split.on));
    journal::Event event{.type = "directory.organisation_split", .subjects = {}, .body = {}};
    event.body.text("predecessor", name_on_page(ended.names, i18n::Language::nb))
        .text("successors", names_of(report.begins))
        .text("on", to_string(split.on));
    TRY(tell(transaction, doer, std::move(event), report.ends, report.begins));
    return report;
}

} // namespace directory
