#pragma once
// The cheap checks: all that can be said about a dispatch from its metadata and the first bytes of its files.
#include "dispatch/domain/envelope.hpp"
#include "dispatch/domain/file_name.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/key.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dispatch {

/// What came beside the metadata.
struct Upload {
    std::string name;
    std::string first_bytes; ///< At most 4 kB.
    std::uint64_t bytes = 0;
    crypto::Digest sha256{};
    std::string blob;                             ///< Digest of the sealed bytes in the store.
    std::size_t file_number = 0;                  ///< Among the files of the request: which key it is sealed under.
    bool is_closed = false;                       ///< Encrypted, and could not be opened: nobody knows what it is.
    std::shared_ptr<const crypto::Key> own_key{}; ///< When it was sealed before its letter was known.
};

inline constexpr std::size_t title_length_max = 1000;
inline constexpr std::size_t links_max = 5;
inline constexpr std::size_t documents_max = 1000;
/// Others who are shown a letter.
inline constexpr std::size_t exposed_max = 100;
inline constexpr std::uint64_t printed_bytes_max = 350ULL << 20;

/// dispatch.content_faulty with these.
Error all_at_once(std::vector<Fault>);

/// Whether it says it is a picture or a document of a kind that is known by its first bytes, and is not.
bool is_of_another_type(std::string_view media_type, std::string_view first_bytes);

/// Everything that is wrong, at once. Pointers are written with the envelope's own words ("#/recipient/address/name").
std::vector<Fault> faults_of(const Envelope&, const std::vector<Upload>&, Instant now);

/// The uploads in the order of the envelope's documents, by name; only after faults_of found nothing.
std::vector<Upload> in_order(const Envelope&, const std::vector<Upload>&);

/// True when any of it may end on paper.
inline bool may_be_printed(const Envelope& envelope) {
    return !envelope.is_digital_only;
}

} // namespace dispatch
