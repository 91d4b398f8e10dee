#pragma once
// What the national numbers have in common: digits, weights and modulus 11.
#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

namespace directory {

inline bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// The sum of digit times weight over the first digits; the text has at least as many digits as there are weights.
inline int weighted_sum(std::string_view digits, std::span<const int> weights) {
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += (digits[i] - '0') * weights[i];
    }
    return sum;
}

} // namespace directory
