#include "representation/actions/tell_gender.hpp"

#include "platform/json/described_members.hpp"
#include "representation/store/round_store.hpp"

namespace representation {

Result<void> tell_gender(const Acting& acting, const std::optional<Gender>& told) {
    TRY(acting.principal.require(::right::logged_in));
    const auto person = TRY(directory::PersonId::parse(acting.principal.id));
    journal::Event event;
    event.visibility = journal::Visibility::internal;
    event.subjects = {{"person", person.to_string()}};
    if (told) {
        const auto sealed = acting.outside.seal(json::name_of(*told), person.to_string());
        TRY(store::keep_gender(acting.transaction, person, sealed, acting.now));
        event.type = "representation.gender_told";
    } else {
        TRY(store::forget_gender(acting.transaction, person));
        event.type = "representation.gender_forgotten";
    }
    TRY(acting.services.journal.append(acting.transaction, acting.principal, event, acting.now));
    return {};
}

} // namespace representation
