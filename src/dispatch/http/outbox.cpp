#include "dispatch/actions/content.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/mailbox_store.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/http/represent.hpp"

namespace dispatch {

namespace {

constexpr std::string_view outbox_base = "/outbox";

Result<http::Response> list_sent(const Office& office, const http::Query& query) {
    const auto organisation = TRY(outbox_of(query.principal));
    const auto asked = TRY(query.request.read_query<OutboxQuestion>());
    OutboxView view;
    view.status = asked.status;
    store::OutboxFilter filter;
    filter.status = asked.status;
    for (const auto& dispatch : TRY(store::sent_by(query.reader, organisation, filter))) {
        TRY(fill_sent(view.sent.emplace_back(), office, dispatch, outbox_base));
    }
    return http::represent<OutboxView>(query, view,
                                       {.html = [&](const OutboxView& shown) { return outbox_page(query, shown); }});
}

Result<http::Response> show_sent(const Office& office, const http::Query& query) {
    const auto organisation = TRY(outbox_of(query.principal));
    const auto dispatch = TRY(store::sent_by(query.reader, organisation, TRY(dispatch_in_path(query))));
    const auto view = TRY(sent_view(query.reader, query.journal, office, query.t, dispatch, outbox_base));
    return http::represent<SentView>(query, view,
                                     {.html = [&](const SentView& shown) { return sent_page(query, shown); }});
}

} // namespace

void add_outbox_routes(http::Router& router, const Office& office) {
    router.get("/outbox", right::see_outbox, [&office](const http::Query& query) { return list_sent(office, query); },
               {.operation = "listSent",
                .summary = "What one's own organisation has sent, the newest first.",
                .query = json::type_of<OutboxQuestion>(),
                .answer = json::type_of<OutboxView>()});
    router.get("/outbox/{dispatch}", right::see_outbox,
               [&office](const http::Query& query) { return show_sent(office, query); },
               {.operation = "showSent",
                .summary = "One dispatch, and all that happened to it.",
                .answer = json::type_of<SentView>()});
}

} // namespace dispatch
