#pragma once
// The journal as a file: every event on a line, sealed batches between them, a signed head at the end. README.md has
// the form. What the reader may not see stands there as its leaf alone, so that the whole can still be verified.
#include "platform/journal/record_store.hpp"
#include "platform/journal/signed_head.hpp"

#include <functional>

namespace journal {

/// Gives the export piece by piece. The journal may grow meanwhile: it ends at the batch that was the newest at first.
class Export {
public:
    Export(Visibility widest, const crypto::SigningKey& key, Instant now) : widest_{widest}, key_{key}, now_{now} {}

    /// The next lines; "" when all have been given.
    Result<std::string> next(db::Reader&);

private:
    Result<std::string> lines_of(db::Reader&, const Batch&) const;
    Result<std::string> next_batches(db::Reader&);

    const Visibility widest_;
    const crypto::SigningKey& key_;
    const Instant now_;
    crypto::Sha256 content_;
    std::optional<Batch> newest_;
    std::int64_t done_ = 0; ///< Number of the last batch given.
    enum class Part { header, batches, head, end } part_ = Part::header;
};

/// All of it, line by line or several at a time, to a receiver that may stop it with an error.
Result<void> export_lines(db::Reader&, Visibility widest, const crypto::SigningKey&, Instant now,
                          const std::function<Result<void>(std::string_view)>& receiver);

/// {"samband":"journal export","version":1,"widest":"everybody"}
std::string export_header(Visibility widest);
/// {"sequence":13,"leaf":"…"}
std::string closed_line(std::int64_t sequence, const Digest& leaf);

} // namespace journal
