#include "dispatch/domain/reply.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/content/media_kind.hpp"
#include "platform/errors.hpp"
#include "platform/unicode.hpp"

#include <algorithm>

namespace dispatch {

bool takes_reply(const Envelope& letter) {
    return letter.can_be_replied_to && letter.reply_to && !letter.reply_to->organisation_number.empty();
}

static void add_file_faults(const std::vector<Upload>& files, std::vector<Fault>& faults) {
    static constexpr auto pointer = "#/files";
    if (files.size() > reply_files_max) {
        faults.push_back(platform::too_many_items.at(pointer, {{"count", static_cast<std::int64_t>(files.size())},
                                                               {"max", static_cast<std::int64_t>(reply_files_max)}}));
    }
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto& file = files[i];
        bytes += file.bytes;
        if (file.bytes == 0) faults.push_back(document_empty.at(pointer, {{"name", file.name}}));
        if (file.bytes > 0 && content::recognise(file.first_bytes) == content::MediaKind::unknown) {
            faults.push_back(reply_file_refused.at(pointer, {{"name", file.name}}));
        }
        if (!is_fit_file_name(file.name)) faults.push_back(file_name_forbidden.at(pointer));
        const auto name = folded_file_name(file.name);
        const bool is_twice = name == folded_file_name(reply_text_name) ||
                              std::any_of(files.begin(), files.begin() + static_cast<std::ptrdiff_t>(i),
                                          [&](const Upload& other) { return folded_file_name(other.name) == name; });
        if (is_twice) faults.push_back(file_name_twice.at(pointer, {{"name", file.name}}));
    }
    if (bytes > reply_bytes_max) {
        faults.push_back(reply_too_large.at(pointer, {{"max", static_cast<std::int64_t>(reply_bytes_max >> 20)}}));
    }
}

std::vector<Fault> reply_faults(std::string_view text, const std::vector<Upload>& files) {
    std::vector<Fault> faults;
    const auto length = unicode::length(text);
    if (unicode::trimmed(text).empty() && files.empty()) faults.push_back(reply_empty.at("#/text"));
    if (length > reply_text_length_max) {
        faults.push_back(platform::too_long.at("#/text", {{"length", static_cast<std::int64_t>(length)},
                                                          {"max", static_cast<std::int64_t>(reply_text_length_max)}}));
    }
    add_file_faults(files, faults);
    return faults;
}

/// "Svar: Vedtak", cut where a title may be no longer.
static std::string answering_title(std::string_view begins, const std::string& title) {
    auto answered = std::string{begins} + title;
    while (unicode::length(answered) > title_length_max || !unicode::is_valid(answered)) {
        answered.pop_back();
    }
    return answered;
}

Envelope answering_envelope(const Envelope& letter, std::string letter_id, std::string_view title_begins,
                            std::string sender_name) {
    Envelope answer;
    answer.title = answering_title(title_begins, letter.title);
    answer.sender_name = std::move(sender_name);
    answer.recipient = *letter.reply_to;
    answer.sending_system = "Samband";
    answer.external_reference = letter.external_reference;
    answer.correlation_id = letter.correlation_id;
    answer.reply_to_dispatch = std::move(letter_id);
    answer.is_digital_only = true;
    answer.is_confidential = letter.is_confidential;
    // Nothing of it has been in clear outside: it was sealed as it came in.
    answer.needs_high_level = answer.is_encrypted = letter.needs_high_level;
    if (letter.from_archive) {
        answer.for_import.emplace();
        answer.for_import->saksaar = letter.from_archive->saksaar;
        answer.for_import->sakssekvensnummer = letter.from_archive->sakssekvensnummer;
        answer.for_import->tittel = answer.title;
    }
    return answer;
}

Envelope reply_to(const Envelope& letter, DispatchId letter_id, std::string sender_name,
                  const std::vector<Upload>& documents) {
    auto answer = answering_envelope(letter, letter_id.to_string(), "Svar: ", std::move(sender_name));
    for (const auto& upload : documents) {
        auto& document = answer.documents.emplace_back();
        document.name = upload.name;
        document.media_type = content::media_type(content::recognise(upload.first_bytes));
    }
    return answer;
}

} // namespace dispatch
