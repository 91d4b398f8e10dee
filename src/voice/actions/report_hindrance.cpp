#include "directory/ids.hpp"
#include "voice/actions/hindrances.hpp"
#include "voice/domain/errors.hpp"
#include "voice/rights.hpp"
#include "voice/store/hindrance_store.hpp"
#include "voice/store/position_store.hpp"

namespace voice {

/// The organisation one acts for, when one may speak of its hindrances.
static Result<directory::OrganisationId> acting_for(const Acting& acting) {
    const auto& organisation = acting.principal.organisation_id;
    TRY(acting.principal.require(right::report_hindrance, organisation));
    if (organisation.empty()) return nobody_behind.error();
    return directory::OrganisationId::parse(organisation);
}

Result<Hindrance> report_hindrance(const Acting& acting, const NewHindrance& wanted, bool is_invented) {
    Hindrance fresh;
    fresh.reporter = TRY(acting_for(acting));
    fresh.id = HindranceId::make(acting.now, acting.services.random);
    fresh.language = wanted.language == WrittenForm::nn ? i18n::Language::nn : i18n::Language::nb;
    fresh.title = wanted.title;
    fresh.law = wanted.law;
    fresh.provision = wanted.provision.value_or("");
    fresh.hinders = wanted.hinders;
    fresh.who_is_hit = wanted.who_is_hit;
    fresh.proposal = wanted.proposal;
    fresh.state_since = acting.today();
    fresh.is_invented = is_invented;
    fresh.reported_at = fresh.changed_at = acting.now;
    fresh.number = TRY(store::next_number(acting.transaction, "hindrance", 'R', acting.today()));
    TRY(store::insert(acting.transaction, fresh));
    TRY(acting.tell("voice.hindrance_reported", fresh));
    return fresh;
}

Result<Hindrance> support_hindrance(const Acting& acting, std::string_view number) {
    const auto organisation = TRY(acting_for(acting));
    auto hindrance = TRY(store::hindrance_by_number(acting.transaction, number));
    const bool is_new = organisation != hindrance.reporter &&
                        TRY(store::add_supporter(acting.transaction, hindrance.id, organisation, acting.now));
    if (!is_new) return supported_already.error({{"organisation", acting.principal.organisation_name}});
    journal::Body body;
    body.text("organisation", acting.principal.organisation_name);
    TRY(acting.tell("voice.hindrance_supported", hindrance, std::move(body)));
    return hindrance;
}

} // namespace voice
