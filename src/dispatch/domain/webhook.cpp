#include "dispatch/domain/webhook.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/crypto/encoding.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

Result<void> check_webhook_url(std::string_view url) {
    static constexpr std::string_view scheme = "https://";
    auto refused = webhook_address_faulty.error();
    refused.faults = {webhook_address_faulty.at("#/url")};
    if (!url.starts_with(scheme) || url.size() > webhook_url_length_max) return refused;
    const bool is_plain = std::ranges::all_of(url, [](char letter) {
        return letter > ' ' && letter < 0x7f && letter != '"' && letter != '<' && letter != '>' && letter != '\\';
    });
    const auto rest = url.substr(scheme.size());
    const auto host = rest.substr(0, rest.find_first_of("/?#"));
    const bool has_user = host.find('@') != std::string_view::npos;
    if (!is_plain || host.empty() || host.front() == ':' || has_user || url.find('#') != std::string_view::npos) {
        return refused;
    }
    return {};
}

std::string webhook_signature(const crypto::SigningKey& key, std::string_view id, std::int64_t seconds,
                              std::string_view body) {
    const auto signature = key.sign(fmt::format("{}.{}.{}", id, seconds, body));
    return "v1a," + crypto::to_base64({reinterpret_cast<const char*>(signature.data()), signature.size()});
}

} // namespace dispatch
