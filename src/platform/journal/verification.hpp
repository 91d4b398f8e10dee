#pragma once
// Whether a journal still says what it said: in the database, in an export, in a bundle. Files need nothing but
// themselves.
#include "platform/i18n/translator.hpp"
#include "platform/journal/export.hpp"
#include "platform/journal/proof.hpp"

#include <functional>
#include <optional>

namespace journal {

/// The first thing found that is not as it must be.
enum class Flaw : std::uint8_t {
    unreadable,         ///< No file of ours, or one that ends too early.
    altered_form,       ///< The same meaning in other bytes, or something that does not belong there.
    event_missing,      ///< A sequence is skipped, twice, or out of order.
    event_altered,      ///< The event does not have the hash that was kept for it.
    root_differs,       ///< The events of a batch, or an event and its path, do not lead to its root.
    seal_differs,       ///< The batch is not the one that the chain was made with.
    event_unsealed,     ///< An event stands behind the last batch.
    head_differs,       ///< The file does not end where its head says.
    subject_differs,    ///< An event of a bundle is not about its subject, or for fewer readers than it says.
    attachment_differs, ///< A text in a bundle does not have the hash that its event holds.
    content_differs,    ///< Something else in the file was changed after it was signed.
    signature_differs,  ///< Not signed by the key that stands in it.
};

struct Verification {
    enum class Kind : std::uint8_t { database, exported, bundle } kind = Kind::database;
    std::int64_t events = 0;  ///< Checked in full.
    std::int64_t closed = 0;  ///< Checked by their leaf alone, since the file does not show them.
    std::int64_t batches = 0; ///< Seals recomputed.
    std::int64_t head_batch = 0, head_sequence = 0;
    Digest head_seal{};
    std::optional<Instant> signed_at; ///< Files only.
    std::string fingerprint;          ///< Of the key that signed; to be compared with the one that is published.

    std::optional<Flaw> flaw;
    std::int64_t sequence = 0; ///< Of the first event that is broken; 0 when it is none in particular.
    std::int64_t batch = 0;    ///< Of the batch where it broke; 0 likewise.

    [[nodiscard]] bool holds() const { return !flaw; }
};

/// Recomputes everything. Fails only when the database cannot be read; what is wrong with it is in the answer.
Result<Verification> verify_database(db::Reader&);

/// Gives a file line by line without line ends; nothing at its end. had_line_end: false for a last line without one.
struct Line {
    std::string_view text;
    bool had_line_end = true;
};
Verification verify_export(const std::function<std::optional<Line>()>& next_line);
Verification verify_bundle(std::string_view bytes);
/// An export or a bundle, told apart by how it begins.
Verification verify_bytes(std::string_view bytes);
/// Reads an export line by line, however large. Fails with platform.bad_value when there is no such file.
Result<Verification> verify_file(const std::string& path);

/// The report for people: what was checked, and the first thing that is wrong.
std::string words(const Verification&, const i18n::Translator&);

} // namespace journal
