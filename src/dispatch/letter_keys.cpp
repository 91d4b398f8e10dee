#include "dispatch/letter_keys.hpp"

#include "platform/crypto/key_file.hpp"
#include "platform/errors.hpp"

#include <cerrno>
#include <fmt/format.h>

namespace dispatch {

static constexpr std::string_view certificate_begins = "-----BEGIN CERTIFICATE-----";
static constexpr int letter_key_years = 10;

Result<std::string> LetterKeys::open(std::string_view message) const {
    for (auto key = keys_.rbegin(); key != keys_.rend(); ++key) {
        auto content = crypto::cms_decrypt(message, *key);
        if (content) return content;
    }
    return platform::seal_broken.error();
}

/// Key first, certificate behind it.
static Result<crypto::CmsKey> letter_key_in(const std::string& text) {
    const auto at = text.find(certificate_begins);
    if (at == std::string::npos) return platform::key_file_unavailable.error({{"systemError", std::int64_t{EBADMSG}}});
    return crypto::CmsKey{text.substr(at), text.substr(0, at)};
}

Result<LetterKeys> open_letter_keys(const std::string& folder) {
    std::vector<crypto::CmsKey> keys;
    for (int generation = 1;; ++generation) {
        const auto path = fmt::format("{}/{}{}", folder, letter_key_prefix, generation);
        auto text = TRY(crypto::read_secret_file(path));
        if (!text && generation > 1) break;
        if (!text) {
            const auto made = crypto::make_cms_key("Samband digital post", letter_key_years);
            const auto created = crypto::create_secret_file(path, made.private_key_pem + made.certificate_pem);
            // Another process on the same folder may have come first.
            text = TRY(crypto::read_secret_file(path));
            if (!text) return created.error();
        }
        keys.push_back(TRY(letter_key_in(*text)));
    }
    return LetterKeys{std::move(keys)};
}

} // namespace dispatch
