#include "platform/crypto/master_key.hpp"

#include "platform/crypto/encoding.hpp"
#include "platform/crypto/key_file.hpp"
#include "platform/errors.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <openssl/crypto.h>

namespace crypto {

namespace files = std::filesystem;

static constexpr std::string_view sealed_for = "samband master key";

static std::string path_of(const std::string& folder, std::string_view name) {
    return fmt::format("{}/{}", folder, name);
}

static Result<std::optional<Key>> opened(const std::string& path, KeyToken& token) {
    auto content = TRY(read_secret_file(path));
    if (!content) return std::optional<Key>{};
    if (!content->empty() && content->back() == '\n') content->pop_back();
    const auto sealed = from_hex(*content);
    if (!sealed) return platform::key_file_faulty.error();
    auto bytes = TRY(token.unseal(*sealed, sealed_for));
    auto key = Key::from_bytes(bytes);
    OPENSSL_cleanse(bytes.data(), bytes.size());
    return std::optional{TRY(std::move(key))};
}

static Error unavailable(const std::error_code& failure) {
    return platform::key_file_unavailable.error({{"systemError", std::int64_t{failure.value()}}});
}

Result<Key> master_key_in(const std::string& folder, Random& random) {
    const auto sealed = path_of(folder, sealed_master_key_file);
    if (files::exists(sealed)) return platform::master_key_sealed.error({{"file", sealed}});
    return load_or_create_master_key(path_of(folder, master_key_file), random);
}

Result<Key> master_key_in(const std::string& folder, KeyToken& token) {
    const auto open = path_of(folder, master_key_file);
    // Also when a sealed one lies beside it: as long as it lies there, the token guards nothing.
    if (files::exists(open)) return platform::master_key_open.error({{"file", open}});
    auto key = TRY(opened(path_of(folder, sealed_master_key_file), token));
    if (!key) return platform::master_key_open.error({{"file", open}});
    return *std::move(key);
}

Result<void> reseal_master_key(const std::string& folder, Key key, KeyToken& token, Random& random) {
    const auto target = path_of(folder, sealed_master_key_file), fresh = target + ".new";
    std::error_code failure;
    files::remove(fresh, failure); // Of one that was cut off.
    const auto sealed = TRY(token.seal(key.bytes(), sealed_for, random));
    TRY(create_secret_file(fresh, to_hex(sealed) + "\n"));
    const auto again = TRY(opened(fresh, token));
    if (!again || again->bytes() != key.bytes()) return platform::seal_broken.error();
    files::rename(fresh, target, failure);
    if (failure) return unavailable(failure);
    // The open one goes when the sealed one is sure to stay.
    TRY(sync_folder_of(target));
    files::remove(path_of(folder, master_key_file), failure);
    if (failure) return unavailable(failure);
    return sync_folder_of(target);
}

/// What was cut off between making the sealed file and naming it may be all there is of the key.
static Result<void> finish_what_was_cut_off(const std::string& folder, KeyToken& token) {
    const auto target = path_of(folder, sealed_master_key_file), fresh = target + ".new";
    if (files::exists(path_of(folder, master_key_file)) || files::exists(target) || !files::exists(fresh)) return {};
    TRY(opened(fresh, token));
    std::error_code failure;
    files::rename(fresh, target, failure);
    if (failure) return unavailable(failure);
    return sync_folder_of(target);
}

Result<void> seal_master_key(const std::string& folder, KeyToken& token, Random& random) {
    const auto open = path_of(folder, master_key_file);
    TRY(finish_what_was_cut_off(folder, token));
    if (!files::exists(open)) {
        // Sealed already: then there is nothing to do, when this token opens it.
        if (TRY(opened(path_of(folder, sealed_master_key_file), token))) return {};
    }
    auto key = TRY(load_or_create_master_key(open, random));
    return reseal_master_key(folder, std::move(key), token, random);
}

} // namespace crypto
