#include "governance/domain/errors.hpp"
#include "governance/governance.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/case_store.hpp"
#include "governance/store/concerned.hpp"

namespace governance {

static const std::vector<CaseState> before_decision{CaseState::planned, CaseState::noticed, CaseState::in_preparation,
                                                    CaseState::on_agenda, CaseState::treated};

Result<std::vector<CaseCard>> decided_soon(db::Reader& reader, Date today, int limit, i18n::Language language) {
    CaseQuery query;
    query.states = before_decision;
    query.next_from = today;
    query.order = CaseOrder::next;
    query.limit = limit;
    return list_cases(reader, query, today, language);
}

Result<std::vector<CaseCard>> newest_cases(db::Reader& reader, Date today, int limit, i18n::Language language) {
    CaseQuery query;
    query.states = before_decision;
    query.states.insert(query.states.end(), {CaseState::final, CaseState::followed_up});
    query.orders_by_planned = true;
    query.limit = limit;
    return list_cases(reader, query, today, language);
}

Result<std::vector<CaseCard>> open_for_input(db::Reader& reader, Date today, int limit, i18n::Language language) {
    CaseQuery query;
    query.states = {CaseState::noticed, CaseState::in_preparation};
    query.input_from = today;
    query.orders_by_input = true;
    query.limit = limit;
    return list_cases(reader, query, today, language);
}

Result<std::vector<CaseCard>> cases_concerning(db::Reader& reader, directory::OrganisationId organisation, Date today,
                                               int limit, i18n::Language language) {
    CaseQuery query;
    query.states = before_decision;
    query.concerned = TRY(ways_to_concern(reader, organisation, today));
    query.order = CaseOrder::next;
    query.limit = limit;
    return list_cases(reader, query, today, language);
}

Result<CaseCard> case_card(db::Reader& reader, CaseId id, Date today, i18n::Language language) {
    CaseQuery query;
    query.ids = std::vector{id.to_string()};
    query.limit = 1;
    auto cards = TRY(list_cases(reader, query, today, language));
    if (cards.empty()) return case_not_found.error({{"number", id.to_string()}});
    return std::move(cards.front());
}

std::vector<directory::Referrer> referrers() {
    return {{.name = "governance.referrer.concerns", .count = count_concerns_of, .move = move_concerns},
            {.name = "governance.referrer.appointments", .count = count_appointments_for, .move = move_appointments},
            {.name = "governance.referrer.bodies", .count = count_bodies_of, .move = move_bodies}};
}

} // namespace governance
