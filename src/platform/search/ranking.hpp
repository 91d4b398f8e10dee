#pragma once
// The order of answers, reckoned here and not by the databases, so that both give the same.
#include "platform/clock.hpp"
#include "platform/search/terms.hpp"

#include <string>
#include <vector>

namespace search {

struct Candidate {
    std::int64_t number = 0;
    std::string kind, id;
    Instant changed_at;
    std::string title_stems, text_stems; ///< Parted by single spaces.
    double score = 0;
};

/// A word in the title counts for more than any number of the same in the text; a whole title for most; a text that
/// says it often and in few words for more than one that mentions it. Among equals the newest comes first.
void rank(std::vector<Candidate>::iterator begin, std::vector<Candidate>::iterator end, const std::vector<Term>&);

} // namespace search
