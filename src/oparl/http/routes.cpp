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

static http::About interface_of(std::string_view operation, std::string_view summary) {
    return {.operation = operation,
            .summary = summary,
            .formats = {http::Format::json},
            .answer = json::type_of<json::Value>(),
            .is_cached = true};
}

static void add_interface_routes(http::Router& router) {
    router.get("/oparl/v1.1/system", ::right::everybody, show_oparl_system,
               interface_of("showOparlSystem", "Where OParl 1.1 begins: what our bodies do, for programs."));
    router.get("/oparl/v1.1/bodies", ::right::everybody, list_oparl_bodies,
               interface_of("listOparlBodies", "Those whose organs meet here, by page."));
    router.get("/oparl/v1.1/{type}/{object}", ::right::everybody, show_oparl_object,
               interface_of("showOparl", "One OParl object; a tombstone when it was removed."));
    router.get("/oparl/v1.1/bodies/{body}/{type}", ::right::everybody, list_of_oparl_body,
               interface_of("listOfOparlBody", "A body's objects of one type, by page, filtered by created_since, "
                                               "created_until, modified_since and modified_until."));
    router.get("/oparl/v1.1/organizations/{organization}/{type}", ::right::everybody, list_of_oparl_organization,
               interface_of("listOfOparlOrganization", "An organ's meetings or consultations, by page."));
}

void add_routes(http::Router& router) {
    add_source_routes(router);
    add_interface_routes(router);
}

} // namespace oparl
