#pragma once
// What a sender's system is told, and where. Signed as the Standard Webhooks specification says (v1a, Ed25519) with the
// key that receipts are signed with, so there is no shared secret to keep.
#include "dispatch/domain/patience.hpp"
#include "dispatch/domain/signing.hpp"
#include "platform/crypto/signature.hpp"
#include "platform/json/described.hpp"

namespace dispatch {

struct ToldFailure {
    FailureCause cause = FailureCause::faulty;
    std::string reason; ///< What is known of it, for people.
    std::string remedy;
};
BOOST_DESCRIBE_STRUCT(ToldFailure, (), (cause, reason, remedy))

/// The body. No title and no recipient: it may pass through systems that must not see them.
struct ToldChange {
    std::string type = "dispatch.changed";
    Instant timestamp;
    std::string dispatch, reference;
    Status status = Status::received;
    bool is_final = false;
    std::optional<ToldFailure> failure;
    std::optional<SigningDecision> signing; ///< What was answered to a request for a signature.
    std::string url, receipt_url;
};
BOOST_DESCRIBE_STRUCT(ToldChange, (),
                      (type, timestamp, dispatch, reference, status, is_final, failure, signing, url, receipt_url))

inline constexpr std::size_t webhook_url_length_max = 500;

/// https, a host, and nothing that could be read in two ways. Whether the host is a public one is seen when it is
/// asked, each time. Fails with dispatch.webhook_address_faulty.
Result<void> check_webhook_url(std::string_view url);

/// "v1a," and the signature of "id.seconds.body" in base64.
std::string webhook_signature(const crypto::SigningKey&, std::string_view id, std::int64_t seconds,
                              std::string_view body);

} // namespace dispatch
