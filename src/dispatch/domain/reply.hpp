#pragma once
// What a recipient answers: a letter of its own, to whom the sender named.
#include "dispatch/domain/checks.hpp"
#include "dispatch/domain/envelope.hpp"
#include "dispatch/ids.hpp"

namespace dispatch {

inline constexpr std::size_t reply_text_length_max = 20'000;
inline constexpr std::size_t reply_files_max = 10;
inline constexpr std::uint64_t reply_bytes_max = 50 << 20;
/// The name of the document that the text becomes.
inline constexpr std::string_view reply_text_name = "Svar.pdf";

/// Whether the sender takes answers to this letter.
bool takes_reply(const Envelope& letter);

/// Everything that is wrong with an answer, at once: dispatch.reply_empty, platform.too_long at "#/text";
/// platform.too_many_items, dispatch.reply_file_refused (a kind that is not read as it is), dispatch.document_empty,
/// dispatch.file_name_forbidden, dispatch.file_name_twice, dispatch.reply_too_large at "#/files".
std::vector<Fault> reply_faults(std::string_view text, const std::vector<Upload>& files);

/// What goes back to whom the letter's sender named, still without documents: digitally, at the letter's own level, and
/// with the sender's references.
Envelope answering_envelope(const Envelope& letter, std::string letter_id, std::string_view title_begins,
                            std::string sender_name);

/// The answer's envelope; documents are those of the uploads, in order.
Envelope reply_to(const Envelope& letter, DispatchId letter_id, std::string sender_name,
                  const std::vector<Upload>& documents);

} // namespace dispatch
