#include "platform/ui/numbers.hpp"

#include <cmath>
#include <fmt/format.h>

namespace ui {

std::string coordinate(double value) {
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string percentage(double share_of_whole) {
    return coordinate(share_of_whole * 100) + "%";
}

std::string amount(const i18n::Translator& t, double value) {
    const bool is_whole = std::abs(value - std::round(value)) < 1e-9;
    return is_whole ? t.number(std::llround(value)) : t.decimal(value, 1);
}

} // namespace ui
