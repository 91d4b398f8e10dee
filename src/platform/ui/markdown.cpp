#include "platform/ui/components.hpp"

#include <algorithm>
#include <cmark.h>
#include <cstdlib>

namespace ui {

namespace {

using Tree = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
using Iterator = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

/// A picture from elsewhere would tell its server who reads the page: it becomes a link with the same words.
void turn_into_link(cmark_node* picture) {
    cmark_node* link = cmark_node_new(CMARK_NODE_LINK);
    cmark_node_set_url(link, cmark_node_get_url(picture));
    while (cmark_node* words = cmark_node_first_child(picture)) {
        cmark_node_append_child(link, words);
    }
    cmark_node_replace(picture, link);
    cmark_node_free(picture);
}

/// Headings begin at the level given. Leaving a picture, never entering one, takes it out: its children are done then.
void fit_into_page(cmark_node* document, int first_heading_level) {
    const Iterator iterator{cmark_iter_new(document), cmark_iter_free};
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node* node = cmark_iter_get_node(iterator.get());
        const auto type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HEADING && event == CMARK_EVENT_ENTER) {
            cmark_node_set_heading_level(node,
                                         std::min(6, cmark_node_get_heading_level(node) + first_heading_level - 1));
        } else if (type == CMARK_NODE_IMAGE && event == CMARK_EVENT_EXIT) {
            turn_into_link(node);
        }
    }
}

} // namespace

Html markdown(std::string_view text, int first_heading_level) {
    constexpr int options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8; // Safe is the default since cmark 0.29.
    const Tree document{cmark_parse_document(text.data(), text.size(), options), cmark_node_free};
    fit_into_page(document.get(), first_heading_level);
    const std::unique_ptr<char, decltype(&std::free)> markup{cmark_render_html(document.get(), options), std::free};
    return html::div(html::cls("prose"), html::trusted(markup.get()));
}

} // namespace ui
