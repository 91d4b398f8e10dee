#pragma once
// The other side of our own interface: sends letters to a server, each once, however often it is begun again.
#include "platform/net/http_client.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dispatch {

/// A letter as somebody lists it.
struct ListedLetter {
    std::string to; ///< Eleven digits of a person, nine of an organisation, or empty for an address alone.
    std::string name, line1, postal_code, town;
    std::string title, reference;
    std::string department, dispatch_type; ///< Of an organisation that has such; may be empty.
    std::vector<std::string> files;        ///< Paths; the names stand in the letter.
    bool is_digital_only = false;
    std::size_t line = 0; ///< Where it stands in the list; 0 for a single one.
};

/// A list as CSV: the columns to, name, title and files (several behind each other with "|") are needed; line1,
/// postalCode, town, reference, department, dispatchType, digitalOnly ("ja") may be there. Relative paths
/// are taken from the folder given. Fails with platform.csv_faulty, dispatch.list_faulty (every line at once).
Result<std::vector<ListedLetter>> letters_in(std::string_view csv, const std::string& folder);

/// Where to send, as whom, and how to ask.
struct Post {
    std::string server; ///< "https://samband.example"
    std::string account, secret;
    std::function<Result<net::Answer>(const net::Request&)> fetch = net::fetch;
    std::function<void(std::chrono::milliseconds)> pause; ///< Between attempts.
};

/// The same letter with the same content always has the same key: to send it again does nothing.
/// Fails with dispatch.file_unreadable.
Result<std::string> key_of_letter(const Post&, const ListedLetter&);

struct SentLetter {
    std::string id;
    std::string receipt_url;
};
/// Sends, or learns that it was sent before. An answer that never came is asked for by the key; a server that is busy
/// or not there is tried again.
///
/// Fails with dispatch.file_unreadable, dispatch.sending_refused (what the server said), platform.outside_unreachable.
Result<SentLetter> send_letter(const Post&, const ListedLetter&, const std::string& key);

/// What has been sent, kept beside the list: a line for each letter, written before the next one goes.
class SentList {
public:
    explicit SentList(std::string path);
    /// Fails with dispatch.file_unreadable when the file is there and cannot be read.
    Result<void> load();
    [[nodiscard]] bool holds(std::string_view key) const;
    /// Fails with dispatch.file_unwritable.
    Result<void> add(std::string_view key, const SentLetter&, const ListedLetter&);

private:
    std::string path_;
    std::vector<std::string> keys_; ///< Sorted.
};

} // namespace dispatch
