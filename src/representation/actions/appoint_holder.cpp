#include "platform/faults.hpp"
#include "representation/actions/council_acting.hpp"
#include "representation/actions/councils.hpp"
#include "representation/domain/errors.hpp"
#include "representation/rights.hpp"
#include "representation/store/council_store.hpp"

#include <algorithm>

namespace representation {

static Result<std::string> known_name(db::Reader& reader, directory::PersonId id) {
    const auto people = TRY(directory::people_by_id(reader, {id}));
    if (people.empty()) return person_unknown.error();
    return people.front().name;
}

static Result<void> tell_of_holder(const Acting& acting, std::string_view type, const Council& council,
                                   const Holder& holder, journal::Body facts) {
    const auto name = TRY(known_name(acting.transaction, holder.person));
    facts.personal("person", holder.person.to_string(), name).number("seat", holder.seat);
    return tell(acting, type, council, std::move(facts),
                {{"person", holder.person.to_string()}, {"organisation", holder.on_behalf_of.to_string()}});
}

Result<Holder> appoint_holder(const Acting& acting, std::string_view slug, const NewHolder& wanted) {
    TRY(acting.principal.require(right::keep_seats));
    const auto council = TRY(store::council_by_slug(acting.transaction, slug));
    const auto organisation = directory::find_organisation_by_key(acting.transaction, wanted.on_behalf_of);
    Holder fresh;
    fresh.council = council.id;
    fresh.seat = wanted.seat;
    fresh.person = wanted.person_id;
    fresh.deputy_order = std::clamp(wanted.deputy_order.value_or(0), 0, 9);
    fresh.valid_from = wanted.valid_from;
    fresh.valid_to = wanted.valid_to;
    fresh.basis = wanted.basis;
    Faults faults;
    faults.take(known_name(acting.transaction, wanted.person_id), "#/personId");
    faults.take(organisation, "#/onBehalfOf");
    if (wanted.deputy_order.value_or(0) != fresh.deputy_order) {
        faults.add(platform::number_out_of_range.at("#/deputyOrder",
                                                    {{"minimum", std::int64_t{0}}, {"maximum", std::int64_t{9}}}));
    }
    if (const auto checked = check_new(council, fresh, TRY(store::holders_of(acting.transaction, council.id)));
        !checked) {
        for (const auto& fault : checked.error().faults) {
            faults.add(fault);
        }
    }
    TRY(faults.result());
    fresh.id = acting.make_id<HolderId>();
    fresh.on_behalf_of = organisation->id;
    TRY(store::insert(acting.transaction, fresh));
    journal::Body facts;
    facts.text("onBehalfOf", organisation->name).number("deputyOrder", fresh.deputy_order);
    facts.text("validFrom", to_string(fresh.valid_from)).text("basis", fresh.basis);
    TRY(tell_of_holder(acting, "representation.representative_appointed", council, fresh, std::move(facts)));
    return fresh;
}

Result<Holder> end_holder(const Acting& acting, std::string_view slug, HolderId id, const EndingOfHolder& ending,
                          std::optional<std::int64_t> version) {
    TRY(acting.principal.require(right::keep_seats));
    const auto council = TRY(store::council_by_slug(acting.transaction, slug));
    auto holders = TRY(store::holders_of(acting.transaction, council.id));
    const auto found = std::ranges::find(holders, id, &Holder::id);
    if (found == holders.end()) return holder_not_found.error();
    auto holder = TRY(ended(*found, ending.from, ending.reason, acting.today()));
    if (version) holder.version = *version;
    TRY(store::save_ending(acting.transaction, holder));
    journal::Body facts;
    facts.text("from", to_string(ending.from)).text("reason", ending.reason);
    TRY(tell_of_holder(acting, "representation.representative_ended", council, holder, std::move(facts)));
    return holder;
}

} // namespace representation
