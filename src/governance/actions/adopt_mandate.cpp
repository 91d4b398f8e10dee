#include "governance/actions/bodies.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/body_store.hpp"
#include "platform/errors.hpp"

namespace governance {

Result<int> adopt_mandate(const Acting& acting, BodyId id, const NewMandate& wanted) {
    TRY(acting.require(right::maintain_bodies, id));
    if (wanted.text.empty()) {
        auto error = platform::request_faulty.error();
        error.faults.push_back(platform::field_missing.at("#/text"));
        return error;
    }
    const auto body = TRY(load_body(acting.transaction, id));
    const auto older = TRY(mandates(acting.transaction, id));
    if (!older.empty() && wanted.valid_from <= older.back().valid_from) {
        return mandate_before_older.error({{"day", to_string(older.back().valid_from)}});
    }
    const Mandate mandate{static_cast<int>(older.size()) + 1, wanted.text, wanted.valid_from, {}, wanted.adopted_by};
    TRY(insert_mandate(acting.transaction, id, mandate, acting.now));
    journal::Body facts;
    facts.number("number", mandate.number)
        .text("adoptedBy", mandate.adopted_by)
        .text("validFrom", to_string(mandate.valid_from));
    TRY(acting.tell("governance.mandate_adopted", body, std::move(facts)));
    TRY(index_body(acting, body));
    return mandate.number;
}

} // namespace governance
