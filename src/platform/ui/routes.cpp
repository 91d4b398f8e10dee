#include "platform/ui/routes.hpp"
#include "platform/ui/components_page.hpp"
#include "platform/ui/texts_page.hpp"

namespace ui {

void add_routes(http::Router& routes) {
    routes.get("/accessibility", right::everybody, show_accessibility,
               {.operation = "showAccessibility",
                .summary = "The accessibility statement.",
                .formats = {http::Format::html},
                .is_cached = true});
    routes.get("/privacy", right::everybody, show_privacy,
               {.operation = "showPrivacy",
                .summary = "What is kept about people, why, and their rights.",
                .formats = {http::Format::html},
                .is_cached = true});
    routes.get("/about", right::everybody, show_about,
               {.operation = "showAbout",
                .summary = "About the service and its open data.",
                .formats = {http::Format::html},
                .is_cached = true});
}

void add_demonstration_routes(http::Router& routes) {
    routes.get("/components", right::everybody, show_components,
               {.operation = "showComponents",
                .summary = "Every component of the pages, for those who make pages.",
                .formats = {http::Format::html}});
}

} // namespace ui
