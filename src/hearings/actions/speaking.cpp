#include "hearings/actions/speaking.hpp"

#include "hearings/domain/errors.hpp"
#include "hearings/store/hearing_store.hpp"
#include "platform/errors.hpp"

#include <fmt/format.h>

namespace hearings {

static Error withdrawn_error(const Hearing& hearing) {
    return hearing_is_withdrawn.error({{"reason", hearing.withdrawn->reason}});
}

Result<void> require_open(const Acting& acting, const Hearing& hearing) {
    if (hearing.withdrawn) return withdrawn_error(hearing);
    if (hearing.state_on(acting.today()) == HearingState::open) return {};
    return hearing_not_open.error({{"opens", to_string(hearing.opens_on)}, {"closes", to_string(hearing.closes_on)}});
}

Result<void> require_not_over(const Acting& acting, const Hearing& hearing) {
    if (hearing.withdrawn) return withdrawn_error(hearing);
    if (hearing.state_on(acting.today()) != HearingState::closed) return {};
    return hearing_is_over.error({{"closes", to_string(hearing.closes_on)}});
}

Result<void> none_of(std::vector<Fault> faults) {
    if (faults.empty()) return {};
    auto error = platform::request_faulty.error();
    error.faults = std::move(faults);
    return error;
}

Result<std::vector<Spoken>> everyone_spoken_for(const Acting& acting, const Hearing& hearing,
                                                const std::vector<Line<40>>& keys, std::vector<Fault>& faults) {
    if (keys.empty()) faults.push_back(platform::field_missing.at("#/organisations"));
    std::vector<Spoken> all;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto place = fmt::format("#/organisations/{}", i);
        const auto found = directory::find_organisation_by_key(acting.transaction, keys[i]);
        if (!found && found.error().kind != ErrorKind::not_found) return found.error();
        if (!found) {
            faults.push_back(organisation_unknown.at(place, {{"organisation", keys[i]}}));
            continue;
        }
        const auto addressee = TRY(find_addressee(acting.transaction, hearing.id, found->id));
        if (!addressee) {
            faults.push_back(not_addressed.at(place, {{"organisation", found->name}}));
            continue;
        }
        const auto voice = TRY(voice_for(acting.transaction, acting.principal, found->id, acting.today()));
        if (!voice) TRY(acting.principal.require(right::answer, found->id.to_string()));
        if (voice->network && addressee->speaks_for_itself) {
            return speaks_for_itself.error({{"organisation", found->name}});
        }
        all.push_back({*found, *addressee, *voice});
    }
    return all;
}

} // namespace hearings
