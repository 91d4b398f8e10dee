#include "governance/actions/minutes.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/minutes_store.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"

#include <algorithm>

namespace governance {

Result<void> sign_minutes(const Acting& acting, MeetingId id, int number, ExpectedVersion version) {
    const auto [body, meeting] = TRY(open_for_change(acting, id, {}, right::approve_minutes));
    auto minutes = TRY(load_minutes(acting.transaction, id, number));
    if (version && *version != minutes.version) return stale_version.error();
    TRY(require_state(minutes, MinutesState::approved));
    const auto& key = acting.services.journal.signing_key();
    const auto seal = key.sign(minutes.content);
    minutes.seal.assign(seal.begin(), seal.end());
    minutes.seal_key = key.public_key().fingerprint();
    minutes.state = MinutesState::signed_;
    minutes.signed_at = acting.now;
    minutes.signed_by = acting.principal.id;
    minutes.signer_name = acting.principal.name;
    TRY(update_minutes(acting.transaction, minutes, minutes.version));
    // The digest stands in the journal's chain, so that content, seal and key cannot be changed together unseen.
    journal::Body facts;
    facts.number("number", number)
        .text("sha256", crypto::to_hex(crypto::sha256(minutes.content)))
        .text("sealKey", minutes.seal_key);
    return acting.tell("governance.minutes_signed", body, meeting, std::move(facts));
}

bool is_seal_good(const Minutes& minutes, const crypto::PublicKey& key) {
    crypto::Signature seal{};
    if (minutes.seal.size() != seal.size()) return false;
    std::ranges::copy(minutes.seal, seal.begin());
    return crypto::is_signed_by(key, minutes.content, seal);
}

} // namespace governance
