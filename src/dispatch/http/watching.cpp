// What pages and systems listen to, and what they ask for when they have heard something.
#include "dispatch/announcer.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/post_system.hpp"
#include "dispatch/domain/upload.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/outbox_store.hpp"
#include "dispatch/views/own_models.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/errors.hpp"
#include "platform/ui/icons.hpp"

#include <fmt/format.h>

namespace dispatch {

namespace {

constexpr std::size_t changes_max = 200;

Result<http::Response> listen_to_dispatch(const http::Query& query, const Office& office, DispatchId id) {
    const auto text = id.to_string();
    return http::event_stream(query.request, *office.events, dispatch_topic(text), changed_event, "", [&] {
        return query.journal.newest_about(query.reader, {"dispatch", text});
    });
}

Result<http::Response> listen_to_sent(const http::Query& query, const Office& office) {
    const auto organisation = TRY(outbox_of(query.principal));
    const auto dispatch = TRY(store::sent_by(query.reader, organisation, TRY(dispatch_in_path(query))));
    return listen_to_dispatch(query, office, dispatch.id);
}

Result<http::Response> listen_to_own(const http::Query& query, const Office& office) {
    const auto account = TRY(sending_account(query.reader, query.principal));
    const auto dispatch = TRY(store::of_account(query.reader, TRY(dispatch_in_path(query)), account.id));
    return listen_to_dispatch(query, office, dispatch.id);
}

/// The newest change of an account is not kept anywhere by its number, so whoever comes is told to look at once.
Result<http::Response> listen_to_account(const http::Query& query, const Office& office) {
    const auto account = TRY(sending_account(query.reader, query.principal));
    return http::event_stream(query.request, *office.events, account_topic(account.id.to_string()), changed_event, "",
                              [&]() -> Result<std::int64_t> { return query.journal.head(); });
}

Result<http::Response> show_sent_part(const http::Query& query, const Office& office) {
    const auto organisation = TRY(outbox_of(query.principal));
    const auto dispatch = TRY(store::sent_by(query.reader, organisation, TRY(dispatch_in_path(query))));
    const auto part =
        sent_part(query, TRY(sent_view(query.reader, query.journal, office, query.t, dispatch, "/outbox")));
    return http::html_document(html::join({ui::sprite_for(part.bytes()), part}));
}

/// "1700000000000000.0198…": microseconds, since what is told in JSON is rounded.
std::string position_of(const Dispatch& last) {
    return fmt::format("{}.{}", last.status_at.time_since_epoch().count(), last.id.to_string());
}

Result<store::ChangePlace> place_asked_for(const ChangesQuestion& asked) {
    if (!asked.after) return store::ChangePlace{asked.since.value_or(Instant{}), {}};
    const auto dot = asked.after->find('.');
    const auto at = read_byte_count(std::string_view{*asked.after}.substr(0, dot));
    const auto id = dot == std::string::npos ? Result<DispatchId>{dispatch_not_found.error()}
                                             : DispatchId::parse(asked.after->substr(dot + 1));
    if (!at || !id) return request_faults({platform::bad_value.at("#/after")});
    return store::ChangePlace{Instant{std::chrono::microseconds{*at}}, id->to_string()};
}

Result<http::Response> list_changes(const http::Query& query) {
    const auto account = TRY(sending_account(query.reader, query.principal));
    const auto asked = TRY(query.request.read_query<ChangesQuestion>());
    const auto place = TRY(place_asked_for(asked));
    auto found = TRY(store::changed_behind(query.reader, account.id, place, changes_max + 1));
    ChangesView view;
    view.has_more = found.size() > changes_max;
    if (view.has_more) found.pop_back();
    view.position = found.empty() ? asked.after.value_or("") : position_of(found.back());
    for (const auto& change : found) {
        view.changes.push_back({change.id, change.status, change.status_at, change.external_reference});
    }
    return http::json_text(json::write(view));
}

} // namespace

void add_watching_routes(http::Router& router, const Office& office) {
    using http::Format;
    router.get("/outbox/{dispatch}/events", right::see_outbox,
               [&office](const http::Query& query) { return listen_to_sent(query, office); },
               {.operation = "listenToSent",
                .summary = "An event each time something happens to a dispatch of one's own organisation.",
                .formats = {Format::events}});
    router.get("/outbox/{dispatch}/part", right::see_outbox,
               [&office](const http::Query& query) { return show_sent_part(query, office); },
               {.operation = "showSentPart",
                .summary = "The part of a dispatch's page that changes.",
                .formats = {Format::html}});
    router.get(
        "/dispatches/{dispatch}/events", right::send,
        [&office](const http::Query& query) { return listen_to_own(query, office); },
        {.operation = "listenToDispatch",
         .summary = "An event each time something happens to a dispatch of the account; its id is the journal's.",
         .formats = {Format::events}});
    router.get("/dispatches/events", right::send,
               [&office](const http::Query& query) { return listen_to_account(query, office); },
               {.operation = "listenToDispatches",
                .summary = "An event each time something happens to any dispatch of the account, and one at the "
                           "beginning; listDispatchChanges then says what.",
                .formats = {Format::events}});
    router.get("/dispatches/changes", right::send, list_changes,
               {.operation = "listDispatchChanges",
                .summary =
                    "Dispatches of the account whose status changed at a time or later, the oldest change first; "
                    "the next page begins after the last one's time and id. Those whose content is destroyed "
                    "are left out.",
                .formats = {Format::json},
                .query = json::type_of<ChangesQuestion>(),
                .answer = json::type_of<ChangesView>()});
}

} // namespace dispatch
