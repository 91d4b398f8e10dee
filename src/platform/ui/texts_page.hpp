#pragma once
// Pages that are only words: headings, each with its paragraphs, from the catalogue.
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

namespace ui {

struct Passage {
    i18n::Message heading;
    std::vector<Html> paragraphs;
};

Html texts_page(const http::Call&, const i18n::Message& title, const i18n::Message& lead, const std::vector<Passage>&);

/// Where to write, or that nobody has said so.
Html contact_paragraph(const http::Call&);

Result<http::Response> show_accessibility(const http::Query&);
Result<http::Response> show_privacy(const http::Query&);
Result<http::Response> show_about(const http::Query&);

} // namespace ui
