#include "platform/mail/address.hpp"

#include <algorithm>

namespace mail {

bool looks_like_address(std::string_view address) {
    static constexpr std::size_t address_length_max = 254; // RFC 5321 4.5.3.1.3, without the angle brackets.
    const auto at = address.find('@');
    const bool has_parts = at != std::string_view::npos && at > 0 && at == address.rfind('@') &&
                           address.find('.', at) != std::string_view::npos && address.back() != '.';
    return has_parts && address.size() <= address_length_max && std::ranges::all_of(address, [](char c) {
               return c > 0x20 && c < 0x7F && c != '<' && c != '>' && c != ',';
           });
}

} // namespace mail
