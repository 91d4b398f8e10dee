#pragma once
// That an event is in the journal: its place in the tree of its batch, and the way from the newest seal to that batch.
#include "platform/journal/record_store.hpp"
#include "platform/journal/signed_head.hpp"

namespace journal {

struct Proof {
    Batch batch;
    Digest leaf{};
    std::size_t index = 0; ///< Of the leaf in its batch, from 0.
    std::vector<Digest> path;
};

/// Fails with platform.event_not_found; also for an event that is not sealed yet, which nobody can have been shown.
Result<Proof> proof(db::Reader&, std::int64_t sequence);

/// One batch on the way back, with the two seals that its own seal is made of besides.
struct Link {
    Batch batch;
    Digest previous{}, skipped{};
};
/// From the newest batch back through all those wanted (descending, none newer than the newest).
Result<std::vector<Link>> way_back(db::Reader&, const Batch& newest, const std::vector<std::int64_t>& wanted);

struct ProvenEvent {
    json::Value event; ///< Canonical form, sealed fields closed.
    std::int64_t batch = 0;
    std::vector<Digest> path;
};

/// All that a reader needs to check, without us and without any database, what the journal says about one subject.
struct Bundle {
    std::string subject_kind, subject_id;
    std::vector<ProvenEvent> events; ///< In order.
    std::vector<Link> chain;
    std::vector<std::string> attachments{};    ///< Texts whose SHA-256 one of the events holds, in hexadecimal.
    Visibility widest = Visibility::everybody; ///< No event in it is for fewer readers than this.
};
/// The file up to the signed head; each event and each batch on a line of its own.
std::string text_of(const Bundle&);
/// With head: what is sent.
std::string text_of(const Bundle&, const SignedHead&);

/// What reads the file takes lists of at most json::items_max, and the way back needs some of them.
inline constexpr int bundle_events_max = 5000;

/// The file about a subject, public events only. It proves that these events are genuine; that no other was left out is
/// what the signature vouches for.
///
/// attachments: texts that the events vouch for by their hashes; they travel in the file. widest: internal for somebody
/// who may see those events of this subject; the file says so.
/// Fails with platform.event_not_found when nothing public has happened to it, and with platform.bundle_too_large.
Result<std::string> bundle(db::Reader&, const Subject&, const crypto::SigningKey&, Instant now,
                           int events_max = bundle_events_max, std::vector<std::string> attachments = {},
                           Visibility widest = Visibility::everybody);
/// What travels in a bundle besides its events; none when the text is no bundle.
std::vector<std::string> attachments_of(std::string_view bytes);
/// The events of a bundle in order, in canonical form; none when the text is no bundle. Whether they hold is
/// verify_bundle's question.
std::vector<json::Value> events_of(std::string_view bytes);

} // namespace journal
