#include "hearings/domain/invented_turnout.hpp"

namespace hearings {

std::uint32_t spread_of(std::string_view title, std::string_view number) {
    std::uint32_t spread = 2'166'136'261U;
    for (const auto part : {title, number}) {
        for (const char letter : part) {
            spread ^= static_cast<unsigned char>(letter);
            spread *= 16'777'619U;
        }
    }
    return spread ^ (spread >> 15U);
}

Stance invented_stance(std::uint32_t spread) {
    const auto drawn = spread % 20;
    if (drawn < 11) return Stance::support;
    if (drawn < 16) return Stance::support_if;
    return drawn < 18 ? Stance::against : Stance::no_capacity;
}

Instant invented_moment(std::uint32_t spread, Date first, Date last) {
    const auto days = (std::chrono::sys_days{last} - std::chrono::sys_days{first}).count() + 1;
    auto day = std::chrono::sys_days{first} + std::chrono::days{spread % days};
    // Nobody answers on a Sunday; the day before is within the time as well, but for the very first.
    if (std::chrono::weekday{day} == std::chrono::Sunday && day > std::chrono::sys_days{first})
        day -= std::chrono::days{1};
    return at_norwegian_time(Date{day}, std::chrono::minutes{8 * 60 + spread / 7 % 480});
}

} // namespace hearings
