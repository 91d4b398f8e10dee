#pragma once
#include "dispatch/actions/accept_dispatch.hpp"
#include "dispatch/actions/open_letter.hpp"
#include "dispatch/domain/signing.hpp"
#include "dispatch/store/signing_store.hpp"
#include "platform/i18n/translator.hpp"

namespace dispatch {

/// A letter that its addressee may sign now.
struct SigningTask {
    FoundLetter found;
    Envelope envelope;
    std::size_t document = 0; ///< Its place in the envelope.
};
/// Fails with dispatch.signing_not_asked (also for anybody but the addressee), dispatch.letter_unopened,
/// dispatch.signing_settled, dispatch.signing_ended, dispatch.signing_kind_unavailable: an advanced signature asks for
/// a trust service that none is connected to.
Result<SigningTask> signing_task(db::Reader&, const Office&, const FoundLetter&, Instant now);

/// What was decided, evidenced and sealed, with the dispatch that brings a signed document back.
struct PreparedSigning {
    FoundLetter found;
    SigningEvidence evidence;
    std::string signed_evidence;    ///< JWS.
    std::optional<Prepared> answer; ///< None for a refusal: the sender sees it by the status.
};
/// Outside any transaction. Fails as prepare_dispatch does.
Result<PreparedSigning> prepare_signing(const Office&, const Principal&, const i18n::Translator&, const SigningTask&,
                                        SigningDecision, Instant now);

/// Once and for all. Fails with dispatch.signing_settled.
Result<void> settle_signing(const Settling&, PreparedSigning);

/// The evidence of an answer (JWS); nothing when there is none yet. Fails with platform.seal_broken.
Result<std::optional<std::string>> signing_evidence_of(db::Reader&, const Office&, DispatchId);

} // namespace dispatch
