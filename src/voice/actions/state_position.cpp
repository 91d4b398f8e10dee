#include "directory/directory.hpp"
#include "governance/case_standing.hpp"
#include "governance/governance.hpp"
#include "governance/lookups.hpp"
#include "platform/json/described_members.hpp"
#include "voice/actions/positions.hpp"
#include "voice/actions/references.hpp"
#include "voice/domain/errors.hpp"
#include "voice/rights.hpp"
#include "voice/store/position_store.hpp"

namespace voice {

static Result<Basis> basis_of(const Acting& acting, governance::CaseId id, i18n::Language language) {
    const auto standing = TRY(governance::case_standing(acting.transaction, id, acting.today()));
    const auto card = TRY(governance::case_card(acting.transaction, id, acting.today(), language));
    Basis basis;
    basis.case_id = id;
    basis.case_number = standing.number;
    basis.state = standing.state;
    basis.outcome = card.outcome;
    basis.body = standing.body;
    if (standing.decided_at) basis.decided_on = norwegian_date(*standing.decided_at);
    return basis;
}

/// Whom a position may be said to: anybody but those it is said for.
static Result<directory::OrganisationId> addressee_of(const Acting& acting, const NewPosition& wanted) {
    const auto found = TRY(directory::find_organisation_by_key(acting.transaction, wanted.addressee));
    using enum directory::OrganisationKind;
    const bool is_member = found.kind == municipality || found.kind == county || found.kind == network;
    if (is_member) return addressee_is_member.error({{"organisation", found.name}});
    return found.id;
}

/// The references at once, so that everything that is wrong is told together.
struct References {
    directory::OrganisationId addressee;
    governance::CaseId case_id;
    std::optional<Position> superseded;
};

static Result<References> references_of(const Acting& acting, const NewPosition& wanted) {
    const auto addressee = addressee_of(acting, wanted);
    const auto case_id = governance::case_by_number(acting.transaction, wanted.case_number);
    Faults faults;
    faults.take(addressee, "#/addressee");
    faults.take(case_id, "#/caseNumber");
    std::optional<Position> superseded;
    if (wanted.supersedes) {
        auto found = store::position_by_number(acting.transaction, *wanted.supersedes);
        faults.take(found, "#/supersedes");
        if (found) superseded = *std::move(found);
    }
    TRY(faults.result());
    return References{*addressee, *case_id, std::move(superseded)};
}

Result<Position> state_position(const Acting& acting, const NewPosition& wanted, bool is_invented) {
    TRY(acting.principal.require(right::speak));
    const auto references = TRY(references_of(acting, wanted));
    if (references.superseded && references.superseded->state() != PositionState::in_force) {
        return position_not_in_force.error({{"number", references.superseded->number},
                                            {"state", std::string{json::name_of(references.superseded->state())}}});
    }
    Position fresh;
    fresh.id = PositionId::make(acting.now, acting.services.random);
    fresh.language = wanted.language == WrittenForm::nn ? i18n::Language::nn : i18n::Language::nb;
    fresh.title = wanted.title;
    fresh.statement = wanted.statement;
    fresh.addressee = references.addressee;
    fresh.occasion = wanted.occasion;
    fresh.stated_on = wanted.stated_on;
    fresh.is_invented = is_invented;
    fresh.stated_at = fresh.changed_at = acting.now;
    if (references.superseded) fresh.supersedes = references.superseded->id;
    const auto basis = TRY(basis_of(acting, references.case_id, fresh.language));
    fresh = TRY(resting_on(std::move(fresh), basis, acting.today()));
    fresh.number = TRY(store::next_number(acting.transaction, "position", 'P', acting.today()));
    TRY(store::insert(acting.transaction, fresh));
    journal::Body body;
    body.text("matter", basis.case_number);
    TRY(acting.tell("voice.position_stated", fresh, std::move(body)));
    if (references.superseded) {
        journal::Body by;
        by.text("by", fresh.number);
        TRY(acting.tell("voice.position_superseded", *references.superseded, std::move(by)));
    }
    return fresh;
}

} // namespace voice
