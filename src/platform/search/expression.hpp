#pragma once
// A question in the language of each database's index. The words of terms hold letters and digits only, so nothing in
// them needs quoting.
#include "platform/db/database.hpp"
#include "platform/search/terms.hpp"

#include <string>
#include <vector>

namespace search {

enum class Within { title, everything };

/// For MATCH in SQLite's FTS5, or for @@ in PostgreSQL. Empty when the terms ask for nothing.
std::string expression(db::Dialect, const std::vector<Term>&, Within);

/// The words of a document in a form that PostgreSQL reads as TSVECTOR: stems, and words as written behind a "=", with
/// label A in the title and B in the text.
std::string word_vector(const std::vector<Word>& title, const std::vector<Word>& text);

} // namespace search
