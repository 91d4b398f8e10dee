#include "app/master_key.hpp"

#include "app/errors.hpp"
#include "app/run.hpp"

#include <filesystem>
#include <fmt/format.h>

namespace app {

static crypto::TokenPlace place_of(const Config& config) {
    return {config.text("keys.module"), config.text("keys.token"), config.text("keys.label"), config.text("keys.pin")};
}

Result<crypto::KeyToken> key_token_of(const Config& config) {
    return crypto::KeyToken::open(place_of(config));
}

Result<crypto::Key> master_key_of(const Config& config, Random& random) {
    const auto& folder = config.text("data.folder");
    if (config.text("keys.module").empty()) return crypto::master_key_in(folder, random);
    auto token = TRY(key_token_of(config));
    return crypto::master_key_in(folder, token);
}

/// By the key that has sealed until now. The session ends with it: a device has one at a time.
static Result<crypto::Key> key_under(const Config& config, const std::string& label) {
    auto place = place_of(config);
    place.key = label;
    auto token = TRY(crypto::KeyToken::open(std::move(place)));
    return crypto::master_key_in(config.text("data.folder"), token);
}

Result<void> seal_key(const Config& config, const std::string& previous_label) {
    if (config.text("keys.module").empty()) return key_device_unset.error();
    const auto& folder = config.text("data.folder");
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure) return folder_unavailable.error({{"folder", folder}, {"why", failure.message()}});
    std::optional<crypto::Key> before;
    if (!previous_label.empty()) before = TRY(key_under(config, previous_label));
    const auto random = make_system_random();
    auto token = TRY(key_token_of(config));
    if (!TRY(token.has_key())) {
        TRY(token.make_key());
        fmt::print("nøkkelen «{}» er laget i «{}»\n", token.place().key, token.place().token);
    }
    if (before) return crypto::reseal_master_key(folder, *std::move(before), token, *random);
    return crypto::seal_master_key(folder, token, *random);
}

int run_seal_key(const Config& config, const CommandLine& command) {
    const auto sealed = seal_key(config, command.previous_label);
    if (!sealed) return tell(sealed.error());
    fmt::print("hovednøkkelen er forseglet: {}/{}\nBare nøkkelenheten kan åpne den. Uten enheten, eller en kopi av "
               "nøkkelen i den, kan ingenting åpnes igjen.\nSlett eldre sikkerhetskopier med {} i: den åpner alt uten "
               "enheten.\n",
               config.text("data.folder"), crypto::sealed_master_key_file, crypto::master_key_file);
    return 0;
}

} // namespace app
