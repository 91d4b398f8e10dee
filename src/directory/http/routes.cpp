// The addresses of the directory.
#include "directory/http/handlers.hpp"
#include "directory/rights.hpp"
#include "directory/views/requests.hpp"
#include "platform/http/router.hpp"

namespace directory {

using http::Format;

static const std::vector<Format> page_only{Format::html};

static void add_reading(http::Router& router, const Extensions& extensions) {
    router.get("/organisations", ::right::everybody, list_organisations,
               {.operation = "listOrganisations",
                .summary = "Organisations by words, kind, county and network.",
                .formats = {Format::html, Format::json, Format::csv},
                .query = json::type_of<OrganisationFilter>(),
                .answer = json::type_of<OrganisationListView>(),
                .is_cached = true});
    router.get("/organisations/{key}", ::right::everybody,
               [extensions](const http::Query& query) { return show_organisation(query, extensions); },
               {.operation = "showOrganisation",
                .summary = "One organisation by number, former number, organisation number, slug or id.",
                .formats = {Format::html, Format::json, Format::atom},
                .answer = json::type_of<OrganisationView>(),
                .is_cached = true});
    router.get("/map", ::right::everybody, show_map,
               {.operation = "showMap",
                .summary = "The municipalities by population, as a cartogram or with borders.",
                .formats = {Format::html, Format::json, Format::csv},
                .query = json::type_of<MapFilter>(),
                .answer = json::type_of<MapView>(),
                .is_cached = true});
    router.get("/counties", ::right::everybody, list_counties,
               {.operation = "listCounties",
                .summary = "The counties with their municipalities and population counted.",
                .answer = json::type_of<CountyListView>(),
                .is_cached = true});
    router.get("/counties/{number}", ::right::everybody, show_county,
               {.operation = "showCounty",
                .summary = "One county with its municipalities and networks.",
                .formats = {Format::html, Format::json, Format::csv},
                .answer = json::type_of<CountyView>(),
                .is_cached = true});
    router.get("/people/{id}", right::see_people, show_person,
               {.operation = "showPerson",
                .summary = "One person with the roles held today.",
                .answer = json::type_of<PersonView>()});
}

static void add_facts(http::Router& router) {
    router.get("/organisations/new", right::maintain, show_register_form,
               {.operation = "showRegisterForm",
                .summary = "The form for registering an organisation.",
                .formats = page_only});
    router.post("/organisations", right::maintain, register_organisation_sent,
                {.operation = "registerOrganisation",
                 .summary = "Registers a supplier, network, state body, association or company.",
                 .body = json::type_of<OrganisationRequest>(),
                 .status = 201});
    router.get("/organisations/{key}/change", right::maintain, show_change_form,
               {.operation = "showChangeForm",
                .summary = "The form for changing an organisation's facts.",
                .formats = page_only});
    router.post("/organisations/{key}/change", right::maintain, change_organisation_sent,
                {.operation = "changeOrganisation",
                 .summary = "Changes names, number and facts from a day on; what was is kept.",
                 .body = json::type_of<ChangeRequest>(),
                 .status = 204});
}

static void add_members_and_roles(http::Router& router, const PersonKey& person_key) {
    router.get("/organisations/{key}/members", right::maintain, show_members_form,
               {.operation = "showMembersForm", .summary = "The form for a network's members.", .formats = page_only});
    router.post("/organisations/{key}/members", right::maintain, join_network_sent,
                {.operation = "joinNetwork",
                 .summary = "Makes an organisation a member of a network from a day on.",
                 .body = json::type_of<MembershipRequest>(),
                 .status = 204});
    router.post("/organisations/{key}/members/{member}/end", right::maintain, leave_network_sent,
                {.operation = "leaveNetwork", .summary = "Ends a membership today.", .status = 204});
    router.get("/organisations/{key}/roles/new", right::maintain, show_role_form,
               {.operation = "showRoleForm", .summary = "The form for giving a role.", .formats = page_only});
    router.post("/organisations/{key}/roles", right::maintain,
                [person_key](const http::Command& command) { return give_role_sent(command, person_key); },
                {.operation = "giveRole",
                 .summary = "Gives somebody registered, or somebody new, a role for an organisation.",
                 .body = json::type_of<RoleRequest>(),
                 .status = 201});
    router.post("/roles/{id}/end", right::maintain, end_role_sent,
                {.operation = "endRole", .summary = "Ends a role today.", .status = 204});
}

static void add_reforms(http::Router& router, const Extensions& extensions) {
    router.get("/organisations/{key}/merger", right::maintain,
               [extensions](const http::Query& query) { return show_merger_form(query, extensions); },
               {.operation = "previewMerger",
                .summary = "What a merger would move.",
                .query = json::type_of<MergerRequest>(),
                .answer = json::type_of<ReformView>()});
    router.post("/organisations/{key}/merger", right::maintain,
                [extensions](const http::Command& command) { return merge_sent(command, extensions); },
                {.operation = "mergeOrganisations",
                 .summary = "Merges organisations and moves all that refers to them.",
                 .body = json::type_of<MergerRequest>(),
                 .answer = json::type_of<ReformView>()});
    router.get("/organisations/{key}/split", right::maintain,
               [extensions](const http::Query& query) { return show_split_form(query, extensions); },
               {.operation = "previewSplit",
                .summary = "What a split would move.",
                .query = json::type_of<SplitRequest>(),
                .answer = json::type_of<ReformView>()});
    router.post("/organisations/{key}/split", right::maintain,
                [extensions](const http::Command& command) { return split_sent(command, extensions); },
                {.operation = "splitOrganisation",
                 .summary = "Splits an organisation and moves all that refers to it.",
                 .body = json::type_of<SplitRequest>(),
                 .answer = json::type_of<ReformView>()});
}

void add_routes(http::Router& router, Extensions extensions) {
    add_facts(router);
    add_reading(router, extensions);
    add_members_and_roles(router, extensions.person_key);
    add_reforms(router, extensions);
}

} // namespace directory
