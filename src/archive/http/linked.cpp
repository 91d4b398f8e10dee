// Cases and meetings as JSON-LD. The open part, whoever asks: what is fetched here is meant to be published elsewhere.
#include "archive/views/linked.hpp"
#include "archive/archive.hpp"
#include "archive/texts.hpp"
#include "governance/lookups.hpp"
#include "platform/ui/components.hpp"

namespace archive {

static http::Response linked_document(std::string json) {
    return http::plain(std::move(json), "application/ld+json");
}

static Result<http::Response> show_linked_case(const http::Query& query) {
    const auto id = TRY(governance::case_by_number(query.reader, query.request.path_value("number")));
    const auto account = TRY(governance::case_account(query.reader, id, query.today(), governance::Part::open));
    return linked_document(linked_case(account, query.public_url));
}

static Result<http::Response> show_linked_meeting(const http::Query& query, const Services& services) {
    const auto id = TRY(governance::meeting_by_key(query.reader, query.request.path_value("meeting")));
    const auto account =
        TRY(governance::meeting_account(query.reader, services, id, query.today(), governance::Part::open));
    return linked_document(linked_meeting(account, query.public_url));
}

Result<Html> formats_of_case(const http::Query& query, governance::CaseId id) {
    const auto card = TRY(governance::case_card(query.reader, id, query.today(), query.request.language));
    return html::p(ui::link(query.t(text::file_linked), card.path + "/einnsyn.jsonld"));
}

void add_routes(http::Router& router, const Services& services) {
    router.get("/cases/{number}/einnsyn.jsonld", right::everybody, show_linked_case,
               {.operation = "showLinkedCase",
                .summary = "The open part of a case and its documents as JSON-LD, in the words of eInnsyn.",
                .formats = {http::Format::binary},
                .is_cached = true});
    router.get("/meetings/{meeting}/einnsyn.jsonld", right::everybody,
               [&services](const http::Query& query) { return show_linked_meeting(query, services); },
               {.operation = "showLinkedMeeting",
                .summary = "The open part of a meeting, with votes and decisions, as JSON-LD in the words of eInnsyn.",
                .formats = {http::Format::binary},
                .is_cached = true});
}

} // namespace archive
