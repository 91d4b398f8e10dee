#pragma once
#include "platform/html/html.hpp"
#include "platform/json/described.hpp"

#include <string>
#include <vector>

namespace http {
struct Call;
}

namespace ui {

/// A name that leads somewhere, in JSON and on pages; the path is without the language's prefix.
struct NamedLink {
    std::string name{}, url{};
};
BOOST_DESCRIBE_STRUCT(NamedLink, (), (name, url))

/// Only the name when it leads nowhere.
Html linked(const http::Call&, const NamedLink&);
/// Nothing when there are none.
Html linked_list(const http::Call&, const std::vector<NamedLink>&);

} // namespace ui
