#pragma once
// The words of files that people send in: where one stands, and what the virus scanner said.
#include "platform/blobs/store.hpp"

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

namespace governance {

/// scanning ──clean──▶ available ──remove──▶ removed
///    │  ▲                 (removed is reached from every state; a tombstone stays)
///    │  └─scanner back─ held ◀─scanner away─ scanning
///    └──infected──▶ refused
/// Without a scanner in the configuration a document begins as available.
enum class DocumentState : std::uint8_t { scanning, available, held, refused, removed };
BOOST_DESCRIBE_ENUM(DocumentState, scanning, available, held, refused, removed)

/// A file whose bytes are in the blob store, its type told by content.
struct StoredFile {
    std::string name;
    std::string media_type; ///< By content, never by what the sender says.
    std::uint64_t size = 0; ///< Bytes.
    blobs::Digest digest;
};

/// Whether files wait for the virus scanner before anybody can read them.
enum class Scanning : std::uint8_t { off, on };
constexpr DocumentState state_before(Scanning scanning) {
    return scanning == Scanning::on ? DocumentState::scanning : DocumentState::available;
}
constexpr bool waits_for_scanner(DocumentState state) {
    return state == DocumentState::scanning || state == DocumentState::held;
}

/// What the scanner said; nothing when it could not be asked.
struct Verdict {
    bool is_clean = false;
    std::string finding; ///< The name of what was found.
};

} // namespace governance
