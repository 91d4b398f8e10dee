#include "dispatch/domain/delegation.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/errors.hpp"
#include "platform/unicode.hpp"

#include <algorithm>

namespace dispatch {

DelegationState state_of(const DelegationCourse& course, Date today) {
    if (course.ended_at) return DelegationState::ended;
    if (today > course.valid_to) return DelegationState::expired;
    if (!course.accepted_at) return DelegationState::offered;
    return today < course.valid_from ? DelegationState::coming : DelegationState::in_force;
}

std::vector<std::string> senders_named(const NewDelegation& wanted) {
    std::vector<std::string> named;
    const auto add = [&](std::string_view key) {
        const std::string sender{unicode::trimmed(key)};
        if (!sender.empty() && std::ranges::find(named, sender) == named.end()) named.push_back(sender);
    };
    for (const auto& sender : wanted.senders) {
        add(sender);
    }
    if (!wanted.other_senders) return named;
    std::string_view rest{*wanted.other_senders};
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        add(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return named;
}

static void add_sender_faults(const NewDelegation& wanted, std::vector<Fault>& faults) {
    if (!wanted.letters) return faults.push_back(platform::field_missing.at("#/letters"));
    const auto count = senders_named(wanted).size();
    const bool is_limited = wanted.letters == DelegationLetters::chosen_senders;
    if (is_limited && count == 0) faults.push_back(delegation_senders_missing.at("#/letters"));
    if (!is_limited && count > 0) faults.push_back(delegation_senders_contradict.at("#/letters"));
    if (count > delegation_senders_max) {
        faults.push_back(platform::too_many_items.at(
            "#/otherSenders",
            {{"count", static_cast<std::int64_t>(count)}, {"max", static_cast<std::int64_t>(delegation_senders_max)}}));
    }
}

std::vector<Fault> faults_of(const NewDelegation& wanted, Date today) {
    std::vector<Fault> faults;
    if (wanted.valid_to < wanted.valid_from || wanted.valid_to < today) {
        faults.push_back(delegation_period_faulty.at("#/validTo"));
    } else if (wanted.valid_to >= wanted.valid_from + std::chrono::years{delegation_years_max}) {
        faults.push_back(delegation_period_too_long.at("#/validTo", {{"years", std::int64_t{delegation_years_max}}}));
    }
    add_sender_faults(wanted, faults);
    return faults;
}

} // namespace dispatch
