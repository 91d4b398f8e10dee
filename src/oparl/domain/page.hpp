#pragma once
// One page of a list, or one file of a folder, cut into the texts of its objects without reading them: an object that
// cannot be read then spoils nothing but itself.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oparl {

struct Page {
    std::vector<std::string_view> items;  ///< Parts of the text that was given.
    std::string next;                     ///< The address of the page after this one; empty at the end.
    std::optional<std::int64_t> total;    ///< How many objects the whole list says it has.
    std::optional<std::size_t> broken_at; ///< The byte from which on nothing could be told apart.
};

/// Takes a page ({"data": […], "links": …}), an array of objects, or one object. Whether brackets and quotes close is
/// all that is looked at.
Page read_page(std::string_view text);

} // namespace oparl
