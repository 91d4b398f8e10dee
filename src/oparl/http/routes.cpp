#include "oparl/http/handlers.hpp"
#include "oparl/oparl.hpp"
#include "oparl/views/models.hpp"

namespace oparl {

static void add_source_routes(http::Router& router) {
    router.get("/oparl-sources", ::right::everybody, list_sources_asked,
               {.operation = "listOparlSources",
                .summary = "The OParl systems that objects are held from.",
                .answer = json::type_of<SourceListView>()});
    router.get("/oparl-sources/{source}", ::right::everybody, show_source,
               {.operation = "showOparlSource",
                .summary = "One system: what is held from it, and what was not taken and why.",
                .answer = json::type_of<SourceView>()});
    router.get("/oparl-sources/{source}/objects", ::right::everybody, list_source_objects,
               {.operation = "listOparlObjects",
                .summary = "The objects of one type that are held from a system, the newest day first.",
                .query = json::type_of<ObjectQuestion>(),
                .answer = json::type_of<ObjectListView>()});
    router.get("/oparl-sources/{source}/objects/{object}", ::right::everybody, show_source_object,
               {.operation = "showOparlObject",
                .summary = "One object as its system wrote it, with what it refers to and what refers to it.",
                .answer = json::type_of<ObjectView>()});
}

void add_routes(http::Router& router) {
    add_source_routes(router);
}

} // namespace oparl
