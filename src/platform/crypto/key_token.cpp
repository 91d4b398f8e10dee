#include "platform/crypto/key_token.hpp"

#include "platform/errors.hpp"
#include "platform/random.hpp"

#include <algorithm>
#include <array>
#include <dlfcn.h>
#include <fmt/format.h>
#include <openssl/crypto.h>
#include <optional>
#include <p11-kit/pkcs11.h>
#include <utility>

namespace crypto {

namespace {

constexpr std::size_t nonce_bytes = 12, tag_bytes = 16;
constexpr CK_ULONG key_bytes = 32;

unsigned char* octets(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

CK_ATTRIBUTE attribute(CK_ATTRIBUTE_TYPE type, void* value, std::size_t size) {
    return {type, value, static_cast<unsigned long>(size)};
}

/// Labels stand in fields of 32 bytes, filled up with spaces.
std::string_view label_of(const CK_TOKEN_INFO& info) {
    const std::string_view field{reinterpret_cast<const char*>(info.label), sizeof info.label};
    return field.substr(0, field.find_last_not_of(' ') + 1);
}

} // namespace

struct KeyToken::Session {
    TokenPlace place;
    CK_FUNCTION_LIST* calls = nullptr;
    CK_SESSION_HANDLE handle = 0;
    bool is_begun = false, is_open = false;

    ~Session() {
        OPENSSL_cleanse(place.pin.data(), place.pin.size());
        if (is_open) calls->C_CloseSession(handle);
        if (is_begun) calls->C_Finalize(nullptr);
        // The library stays loaded: some register what runs at the end of the process.
    }

    [[nodiscard]] Error unavailable(std::string_view step, CK_RV code) const {
        return unavailable(fmt::format("{}: {:#x}", step, code));
    }
    [[nodiscard]] Error unavailable(std::string reason) const {
        return platform::key_token_unavailable.error(
            {{"module", place.module}, {"token", place.token}, {"reason", std::move(reason)}});
    }

    Result<void> load() {
        void* library = ::dlopen(place.module.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (library == nullptr) return unavailable(std::string{::dlerror()});
        const auto list = reinterpret_cast<CK_C_GetFunctionList>(::dlsym(library, "C_GetFunctionList"));
        if (list == nullptr) return unavailable("C_GetFunctionList: -");
        if (const auto code = list(&calls); code != CKR_OK) return unavailable("C_GetFunctionList", code);
        CK_C_INITIALIZE_ARGS arguments{};
        arguments.flags = CKF_OS_LOCKING_OK;
        const auto code = calls->C_Initialize(&arguments);
        if (code != CKR_OK && code != CKR_CRYPTOKI_ALREADY_INITIALIZED) return unavailable("C_Initialize", code);
        is_begun = code == CKR_OK;
        return {};
    }

    Result<CK_SLOT_ID> slot() {
        CK_ULONG count = 0;
        if (const auto code = calls->C_GetSlotList(CK_TRUE, nullptr, &count); code != CKR_OK)
            return unavailable("C_GetSlotList", code);
        std::vector<CK_SLOT_ID> slots(count);
        if (const auto code = calls->C_GetSlotList(CK_TRUE, slots.data(), &count); code != CKR_OK)
            return unavailable("C_GetSlotList", code);
        slots.resize(std::min<std::size_t>(count, slots.size()));
        std::string labels;
        for (const auto each : slots) {
            CK_TOKEN_INFO info{};
            if (calls->C_GetTokenInfo(each, &info) != CKR_OK) continue;
            if (label_of(info) == place.token) return each;
            labels += fmt::format("{}«{}»", labels.empty() ? "" : ", ", label_of(info));
        }
        return unavailable(fmt::format("C_GetTokenInfo: {}", labels.empty() ? "-" : labels));
    }

    Result<void> log_in() {
        const auto found = TRY(slot());
        const auto code = calls->C_OpenSession(found, CKF_SERIAL_SESSION | CKF_RW_SESSION, nullptr, nullptr, &handle);
        if (code != CKR_OK) return unavailable("C_OpenSession", code);
        is_open = true;
        const auto logged_in = calls->C_Login(handle, CKU_USER, octets(place.pin), place.pin.size());
        if (logged_in == CKR_OK || logged_in == CKR_USER_ALREADY_LOGGED_IN) return {};
        const std::array refusals{CKR_PIN_INCORRECT, CKR_PIN_INVALID, CKR_PIN_LEN_RANGE, CKR_PIN_LOCKED};
        if (std::ranges::find(refusals, logged_in) != refusals.end())
            return platform::key_token_pin_wrong.error({{"token", place.token}});
        return unavailable("C_Login", logged_in);
    }

    /// Nothing when there is none; the first when somebody has made two.
    Result<std::optional<CK_OBJECT_HANDLE>> find_key() {
        CK_OBJECT_CLASS kind = CKO_SECRET_KEY;
        CK_KEY_TYPE type = CKK_AES;
        CK_ULONG length = key_bytes;
        std::array wanted{attribute(CKA_CLASS, &kind, sizeof kind), attribute(CKA_KEY_TYPE, &type, sizeof type),
                          attribute(CKA_VALUE_LEN, &length, sizeof length),
                          attribute(CKA_LABEL, place.key.data(), place.key.size())};
        if (const auto code = calls->C_FindObjectsInit(handle, wanted.data(), wanted.size()); code != CKR_OK)
            return unavailable("C_FindObjectsInit", code);
        CK_OBJECT_HANDLE object = 0;
        CK_ULONG count = 0;
        const auto code = calls->C_FindObjects(handle, &object, 1, &count);
        calls->C_FindObjectsFinal(handle);
        if (code != CKR_OK) return unavailable("C_FindObjects", code);
        return count == 0 ? std::nullopt : std::optional{object};
    }

    Result<CK_OBJECT_HANDLE> key() {
        const auto found = TRY(find_key());
        if (!found) return platform::key_token_without_key.error({{"token", place.token}, {"key", place.key}});
        return *found;
    }
};

KeyToken::KeyToken(std::unique_ptr<Session> session) : session_{std::move(session)} {}
KeyToken::KeyToken(KeyToken&&) noexcept = default;
KeyToken& KeyToken::operator=(KeyToken&&) noexcept = default;
KeyToken::~KeyToken() = default;

const TokenPlace& KeyToken::place() const {
    return session_->place;
}

Result<KeyToken> KeyToken::open(TokenPlace place) {
    auto session = std::make_unique<Session>();
    session->place = std::move(place);
    TRY(session->load());
    TRY(session->log_in());
    return KeyToken{std::move(session)};
}

Result<bool> KeyToken::has_key() {
    return TRY(session_->find_key()).has_value();
}

Result<void> KeyToken::make_key() {
    CK_MECHANISM mechanism{CKM_AES_KEY_GEN, nullptr, 0};
    CK_BBOOL yes = CK_TRUE, no = CK_FALSE;
    CK_ULONG length = key_bytes;
    auto& label = session_->place.key;
    std::array wanted{
        attribute(CKA_LABEL, label.data(), label.size()), attribute(CKA_VALUE_LEN, &length, sizeof length),
        attribute(CKA_TOKEN, &yes, sizeof yes),           attribute(CKA_PRIVATE, &yes, sizeof yes),
        attribute(CKA_SENSITIVE, &yes, sizeof yes),       attribute(CKA_EXTRACTABLE, &no, sizeof no),
        attribute(CKA_ENCRYPT, &yes, sizeof yes),         attribute(CKA_DECRYPT, &yes, sizeof yes)};
    CK_OBJECT_HANDLE made = 0;
    const auto code = session_->calls->C_GenerateKey(session_->handle, &mechanism, wanted.data(), wanted.size(), &made);
    if (code != CKR_OK) return session_->unavailable("C_GenerateKey", code);
    return {};
}

Result<std::string> KeyToken::seal(std::string_view plain, std::string_view associated, Random& random) {
    const auto key = TRY(session_->key());
    std::string nonce(nonce_bytes, '\0'), text{plain}, bound{associated};
    random.fill(octets(nonce), nonce.size());
    CK_GCM_PARAMS gcm{octets(nonce), nonce_bytes, nonce_bytes * 8, octets(bound), bound.size(), tag_bytes * 8};
    CK_MECHANISM mechanism{CKM_AES_GCM, &gcm, sizeof gcm};
    auto& calls = *session_->calls;
    if (const auto code = calls.C_EncryptInit(session_->handle, &mechanism, key); code != CKR_OK)
        return session_->unavailable("C_EncryptInit", code);
    std::string closed(text.size() + tag_bytes, '\0');
    CK_ULONG length = closed.size();
    const auto code = calls.C_Encrypt(session_->handle, octets(text), text.size(), octets(closed), &length);
    OPENSSL_cleanse(text.data(), text.size());
    if (code != CKR_OK) return session_->unavailable("C_Encrypt", code);
    closed.resize(length);
    return nonce + closed;
}

Result<std::string> KeyToken::unseal(std::string_view sealed, std::string_view associated) {
    if (sealed.size() < nonce_bytes + tag_bytes) return platform::seal_broken.error();
    const auto key = TRY(session_->key());
    std::string nonce{sealed.substr(0, nonce_bytes)}, closed{sealed.substr(nonce_bytes)}, bound{associated};
    CK_GCM_PARAMS gcm{octets(nonce), nonce_bytes, nonce_bytes * 8, octets(bound), bound.size(), tag_bytes * 8};
    CK_MECHANISM mechanism{CKM_AES_GCM, &gcm, sizeof gcm};
    auto& calls = *session_->calls;
    if (const auto code = calls.C_DecryptInit(session_->handle, &mechanism, key); code != CKR_OK)
        return session_->unavailable("C_DecryptInit", code);
    std::string plain(closed.size(), '\0'); // Some ask for room for the tag too.
    CK_ULONG length = plain.size();
    const auto code = calls.C_Decrypt(session_->handle, octets(closed), closed.size(), octets(plain), &length);
    // Devices do not agree on what a wrong tag is called.
    const std::array broken{CKR_ENCRYPTED_DATA_INVALID, CKR_ENCRYPTED_DATA_LEN_RANGE, CKR_DATA_INVALID,
                            CKR_SIGNATURE_INVALID, CKR_GENERAL_ERROR};
    if (std::ranges::find(broken, code) != broken.end()) return platform::seal_broken.error();
    if (code != CKR_OK) return session_->unavailable("C_Decrypt", code);
    plain.resize(length);
    return plain;
}

} // namespace crypto
