#include "governance/lookups.hpp"
#include "voice/actions/consultations.hpp"
#include "voice/actions/references.hpp"
#include "voice/rights.hpp"
#include "voice/store/consultation_store.hpp"
#include "voice/store/hindrance_store.hpp"
#include "voice/store/position_store.hpp"

#include <fmt/format.h>

namespace voice {

static Result<ItemBasis> item_basis(const Acting& acting, const NewConsultationItem& wanted) {
    ItemBasis basis;
    Faults faults;
    for (std::size_t i = 0; i < wanted.positions.size(); ++i) {
        const auto found = store::position_by_number(acting.transaction, wanted.positions[i]);
        faults.take(found, fmt::format("#/positions/{}", i));
        if (found) basis.positions.push_back(found->id);
    }
    for (std::size_t i = 0; i < wanted.hindrances.size(); ++i) {
        const auto found = store::hindrance_by_number(acting.transaction, wanted.hindrances[i]);
        faults.take(found, fmt::format("#/hindrances/{}", i));
        if (found) basis.hindrances.push_back(found->id);
    }
    for (std::size_t i = 0; i < wanted.cases.size(); ++i) {
        const auto found = governance::case_by_number(acting.transaction, wanted.cases[i]);
        faults.take(found, fmt::format("#/cases/{}", i));
        if (found) basis.cases.push_back(*found);
    }
    TRY(faults.result());
    return basis;
}

Result<ConsultationItem> raise_item(const Acting& acting, std::string_view number, const NewConsultationItem& wanted) {
    TRY(acting.principal.require(right::speak));
    auto meeting = TRY(store::consultation_by_number(acting.transaction, number));
    ConsultationItem fresh;
    fresh.basis = TRY(item_basis(acting, wanted));
    fresh.id = ConsultationItemId::make(acting.now, acting.services.random);
    fresh.consultation = meeting.id;
    fresh.place = static_cast<int>(TRY(store::items_of(acting.transaction, meeting.id)).size()) + 1;
    fresh.title = wanted.title;
    fresh.text = wanted.text;
    TRY(store::insert(acting.transaction, fresh, acting.now));
    TRY(store::touch(acting.transaction, meeting, acting.now));
    std::vector<journal::Subject> subjects;
    for (const auto& each : fresh.basis.positions)
        subjects.push_back({"position", each.to_string()});
    for (const auto& each : fresh.basis.hindrances)
        subjects.push_back({"hindrance", each.to_string()});
    for (const auto& each : fresh.basis.cases)
        subjects.push_back({"case", each.to_string()});
    journal::Body body;
    body.text("title", fresh.title);
    TRY(acting.tell("voice.consultation_item_raised", meeting, std::move(body), std::move(subjects)));
    return fresh;
}

} // namespace voice
