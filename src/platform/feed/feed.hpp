#pragma once
// Atom (RFC 4287).
#include "platform/clock.hpp"

#include <string>
#include <vector>

namespace feed {

struct Entry {
    std::string id; ///< An URI that never changes, "urn:uuid:…".
    std::string title;
    std::string url; ///< Absolute.
    Instant updated;
    std::string author;
    std::string summary; ///< Plain text.
    std::vector<std::string> categories;
};

struct Feed {
    std::string id, title, url, self_url, language;
    Instant updated;
    std::string next_url; ///< rel="next"; empty on the last page.
    std::vector<Entry> entries;
};

std::string write(const Feed&);

} // namespace feed
