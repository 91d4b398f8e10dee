#include "oparl/domain/origin.hpp"

#include <algorithm>

namespace oparl {

static char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
}

static bool is_host_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.' || letter == '-' ||
           letter == '[' || letter == ']' || letter == ':';
}

std::string origin_of(std::string_view address) {
    std::string_view default_port;
    std::string scheme;
    std::ranges::transform(address.substr(0, 8), std::back_inserter(scheme), lower);
    if (scheme.starts_with("https://")) {
        scheme = "https://";
        default_port = ":443";
    } else if (scheme.starts_with("http://")) {
        scheme = "http://";
        default_port = ":80";
    } else {
        return {};
    }
    const bool has_stranger = std::ranges::any_of(address, [](char letter) {
        return static_cast<unsigned char>(letter) <= 0x20 || letter == 0x7F || letter == '\\';
    });
    if (has_stranger) return {};
    const auto rest = address.substr(scheme.size());
    std::string host;
    std::ranges::transform(rest.substr(0, rest.find_first_of("/?#")), std::back_inserter(host), lower);
    if (host.empty() || !std::ranges::all_of(host, is_host_letter)) return {};
    if (host.ends_with(default_port)) host.resize(host.size() - default_port.size());
    return host.empty() ? std::string{} : scheme + host;
}

bool Origins::allows(std::string_view address) const {
    return allowed_.empty() || std::ranges::find(allowed_, origin_of(address)) != allowed_.end();
}

} // namespace oparl
