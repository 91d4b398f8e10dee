#include "hearings/domain/hearing.hpp"

#include <charconv>
#include <fmt/format.h>

namespace hearings {

HearingState Hearing::state_on(Date today) const {
    if (withdrawn) return HearingState::withdrawn;
    if (today < opens_on) return HearingState::planned;
    return today <= closes_on ? HearingState::open : HearingState::closed;
}

std::optional<Date> Hearing::remind_from() const {
    if (remind_days == 0) return {};
    return Date{std::chrono::sys_days{closes_on} - std::chrono::days{remind_days}};
}

std::string Hearing::key() const {
    return fmt::format("{}-{}", year, serial);
}

std::string Hearing::path() const {
    return "/hearings/" + key();
}

Date earliest_closing(Date opens_on, int days_min) {
    return Date{std::chrono::sys_days{opens_on} + std::chrono::days{days_min}};
}

static std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, number);
    if (failure != std::errc{} || stop != end || number <= 0) return {};
    return number;
}

std::optional<HearingNumber> hearing_number(std::string_view key) {
    const auto hyphen = key.find('-');
    if (hyphen == std::string_view::npos) return {};
    const auto year = whole_number(key.substr(0, hyphen)), serial = whole_number(key.substr(hyphen + 1));
    if (!year || !serial) return {};
    return HearingNumber{*year, *serial};
}

} // namespace hearings
