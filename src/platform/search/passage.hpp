#pragma once
// The few words around a match that tell whether this is what somebody looked for.
#include "platform/search/terms.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace search {

struct Passage {
    std::string before, match, after; ///< On one line; an ellipsis stands where text is left out.
};

/// Around the first match in the text. Without one (it was in the title) the text's beginning, as before.
Passage passage_of(std::string_view text, const std::vector<Term>&);

} // namespace search
