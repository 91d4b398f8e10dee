#pragma once
// Full-text search in Norwegian, the same answers on both databases: words are folded and stemmed here (libstemmer),
// SQLite keeps them in FTS5, PostgreSQL in a tsvector with the 'simple' configuration.
#include "platform/db/database.hpp"
#include "platform/i18n/message.hpp"

#include <string>
#include <vector>

namespace search {

struct Document {
    std::string kind; ///< "case", "body", "organisation", "meeting", "page" …
    std::string id;
    i18n::Language language = i18n::Language::nb;
    std::string title;
    std::string text; ///< Plain text; searched, and quoted from in answers.
    std::string url;  ///< Path without language prefix.
    Instant changed_at;
    bool is_public = true; ///< Others are kept out of the index altogether.
};

struct Hit {
    std::string kind, id, title, url;
    std::string before, match, after; ///< The passage around the first word that matched.
    Instant changed_at;
};

struct Question {
    std::string words; ///< As typed: quoted phrases, a trailing * or a half-typed last word, -word to leave out.
    std::string kind;  ///< Empty for all kinds.
    int limit = 20;
    int offset = 0;
};

struct Answer {
    std::vector<Hit> hits;
    std::int64_t total = 0;
    std::vector<std::pair<std::string, std::int64_t>> kinds; ///< How many of each kind.
};

/// Puts in or replaces, in the transaction of the change.
Result<void> put(db::Transaction&, const Document&);
Result<void> remove(db::Transaction&, std::string_view kind, std::string_view id);
Result<Answer> find(db::Reader&, const Question&);

} // namespace search
