#pragma once
// The municipalities drawn with classes of the caller's own: circles, or areas after an import of real borders.
#include "platform/http/call.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace directory {

/// What one municipality shows.
struct ColouredMunicipality {
    int value_class = 0; ///< 0 to 5; -1 is hatched.
    std::string words;   ///< "Bergen: støtter".
};

struct ColouredMap {
    std::string title, finding;
    std::map<std::string, ColouredMunicipality, std::less<>> by_number; ///< By kommunenummer.
    ColouredMunicipality others; ///< All that by_number leaves out; their name stands before its words.
    std::vector<std::pair<std::string, int>> legend; ///< Words and class.
};

struct DrawnMap {
    Html picture;
    std::string attribution; ///< Belongs in the page's footer.
};
/// As the municipalities are today.
Result<DrawnMap> draw_municipalities(const http::Query&, const ColouredMap&);

} // namespace directory
