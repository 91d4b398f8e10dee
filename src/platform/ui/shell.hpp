#pragma once
// What stands round the content of every page.
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

namespace ui {

/// The page asked for, in one of the languages.
struct Translation {
    i18n::Language language;
    std::string path; ///< With the language's prefix, and the query as it was.
};
std::vector<Translation> translations_of(const http::Call&);

Html page_header(const http::Call&);
Html page_footer(const http::Call&, std::string_view attribution);
/// Nothing on the front page.
Html breadcrumbs(const http::Call&, const std::vector<Crumb>&);
/// Three layers laid on top of each other: the same matter through the bodies.
Html brand_mark();

} // namespace ui
