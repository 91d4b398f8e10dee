#include "voice/http/reading_consultations.hpp"

#include "governance/seats.hpp"
#include "voice/http/links.hpp"
#include "voice/store/calculation_store.hpp"
#include "voice/store/consultation_store.hpp"
#include "voice/store/hindrance_store.hpp"
#include "voice/store/position_store.hpp"

#include <fmt/format.h>

namespace voice {

static std::string item_url(const Consultation& meeting, const ConsultationItem& item) {
    return fmt::format("{}#item-{}", meeting.url(), item.place);
}

static Result<FollowUpView> follow_up_view(const http::Query& query, const FollowUp& follow_up,
                                           const Consultation& meeting, const ConsultationItem& item, Links& links) {
    FollowUpView view;
    view.id = follow_up.id;
    view.url = item_url(meeting, item);
    view.what = follow_up.what;
    view.item = {meeting.number + " " + item.title, view.url};
    view.owner = TRY(links.organisation(follow_up.owner));
    view.due_on = follow_up.due_on;
    view.done_on = follow_up.done_on;
    view.done_words = follow_up.done_words;
    view.is_overdue = follow_up.is_overdue(query.today());
    view.agreed_at = follow_up.agreed_at;
    return view;
}

static Result<void> fill_consultation_row(const http::Query& query, ConsultationRow& row, const Consultation& meeting,
                                          const std::vector<ConsultationItem>& items, Links& links) {
    row.id = meeting.id;
    row.number = meeting.number;
    row.url = meeting.url();
    row.language = i18n::code(meeting.language);
    row.year = meeting.year();
    row.point = meeting.point;
    row.counterpart = TRY(links.organisation(meeting.counterpart));
    row.held_on = meeting.held_on;
    row.is_held = meeting.held_on <= query.today();
    row.place = meeting.place;
    row.items = static_cast<int>(items.size());
    row.settled =
        static_cast<int>(std::ranges::count_if(items, [](const auto& item) { return item.outcome.has_value(); }));
    row.is_invented = meeting.is_invented;
    row.planned_at = meeting.planned_at;
    row.changed_at = meeting.changed_at;
    row.version = meeting.version;
    return {};
}

Result<ConsultationListView> read_consultations(const http::Query& query, std::optional<int> year) {
    ConsultationListView list;
    list.years = TRY(store::consultation_years(query.reader));
    list.year = year;
    Links links{query};
    for (const auto& meeting : TRY(store::consultations(query.reader, year))) {
        const auto items = TRY(store::items_of(query.reader, meeting.id));
        TRY(fill_consultation_row(query, list.consultations.emplace_back(), meeting, items, links));
    }
    for (const auto& follow_up : TRY(store::open_follow_ups(query.reader))) {
        const auto item = TRY(store::consultation_item(query.reader, follow_up.item));
        const auto meeting = TRY(store::consultation(query.reader, item.consultation));
        list.follow_ups.push_back(TRY(follow_up_view(query, follow_up, meeting, item, links)));
    }
    return list;
}

static CalculationView calculation_view(const Calculation& made, const CostMethod& method,
                                        const std::vector<WorkedStep>& worked) {
    CalculationView view;
    view.side = made.side;
    view.revision = made.revision;
    view.method = made.method;
    view.method_version = made.method_version;
    view.price_level_year = made.price_level_year;
    for (const auto& input : method.inputs) {
        view.inputs.push_back(
            {input.name, made.inputs.at(input.name).to_string(), input.unit, made.sources.at(input.name)});
    }
    for (const auto& step : worked) {
        CostStepView shown{step.step.name, step.step.operation, {}, step.amount.to_string(), step.step.unit};
        for (const auto& operand : step.operands)
            shown.operands.push_back({operand.name, operand.amount.to_string()});
        view.steps.push_back(std::move(shown));
    }
    view.total = worked.back().amount.to_string();
    view.note = made.note;
    view.made_at = made.made_at;
    return view;
}

static Result<void> fill_calculations(const http::Query& query, ConsultationItemView& view, ConsultationItemId id) {
    std::map<CostSide, Amount> totals;
    for (const auto& made : TRY(store::calculations_of(query.reader, id))) {
        const auto* method = cost_method(made.method, made.method_version);
        ensure(method != nullptr); // Methods are never removed.
        const auto worked = TRY(work_out(*method, made.inputs));
        totals[made.side] = worked.back().amount;
        view.calculations.push_back(calculation_view(made, *method, worked));
    }
    if (totals.size() == 2) {
        const auto less = difference(totals.at(CostSide::sector), totals.at(CostSide::state));
        if (less) view.difference = less->to_string();
    }
    return {};
}

static Result<void> fill_basis_links(const http::Query& query, ConsultationItemView& view, const ItemBasis& basis,
                                     Links& links) {
    for (const auto& id : basis.positions) {
        const auto position = TRY(store::position(query.reader, id));
        view.positions.push_back({position.number + " " + position.title, position.url()});
    }
    for (const auto& id : basis.hindrances) {
        const auto hindrance = TRY(store::hindrance(query.reader, id));
        view.hindrances.push_back({hindrance.number + " " + hindrance.title, hindrance.url()});
    }
    for (const auto& id : basis.cases)
        view.cases.push_back(TRY(links.matter(id)));
    return {};
}

static Result<ConsultationItemView> item_view(const http::Query& query, const Consultation& meeting,
                                              const ConsultationItem& item, Links& links) {
    ConsultationItemView view;
    view.place = item.place;
    view.url = item_url(meeting, item);
    view.title = item.title;
    view.text = item.text;
    TRY(fill_basis_links(query, view, item.basis, links));
    TRY(fill_calculations(query, view, item.id));
    view.outcome = item.outcome;
    view.outcome_words = item.outcome_words;
    view.outcome_on = item.outcome_on;
    for (const auto& follow_up : TRY(store::follow_ups_of(query.reader, item.id)))
        view.follow_ups.push_back(TRY(follow_up_view(query, follow_up, meeting, item, links)));
    return view;
}

Result<ConsultationView> read_consultation(const http::Query& query, std::string_view number) {
    const auto meeting = TRY(store::consultation_by_number(query.reader, number));
    const auto items = TRY(store::items_of(query.reader, meeting.id));
    Links links{query};
    ConsultationView view;
    TRY(fill_consultation_row(query, view, meeting, items, links));
    view.introduction = meeting.introduction;
    for (const auto& id : meeting.speakers) {
        const auto seat = TRY(governance::seat_on(query.reader, id, meeting.held_on, query.request.language));
        if (seat) view.speakers.push_back({seat->person_name, {seat->body_name, seat->body_path}});
    }
    for (const auto& item : items)
        view.agenda.push_back(TRY(item_view(query, meeting, item, links)));
    view.happenings = TRY(journal::happenings_about(query, {"consultation", meeting.id.to_string()}));
    return view;
}

Result<std::vector<NamedLink>> consultation_links(db::Reader& reader, std::string_view kind, std::string_view id) {
    std::vector<NamedLink> links;
    for (const auto& item : TRY(store::items_standing_on(reader, kind, id))) {
        const auto meeting = TRY(store::consultation(reader, item.consultation));
        links.push_back({meeting.number + " " + item.title, item_url(meeting, item)});
    }
    return links;
}

} // namespace voice
