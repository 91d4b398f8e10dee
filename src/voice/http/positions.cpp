#include "voice/actions/positions.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"
#include "voice/http/handlers.hpp"
#include "voice/http/reading.hpp"
#include "voice/rights.hpp"
#include "voice/texts.hpp"
#include "voice/views/pages.hpp"

namespace voice {

static csv::Table position_table(const http::Call& call, const PositionListView& list) {
    csv::Table table{{"number", "title", "state", "addressee", "statedOn", "occasion", "basis", "url"}, {}};
    for (const auto& row : list.positions) {
        table.rows.push_back({row.number, row.title, std::string{json::name_of(row.state)}, row.addressee.name,
                              to_string(row.stated_on), row.occasion, row.basis.name,
                              call.public_url + call.url(row.url)});
    }
    return table;
}

static feed::Feed position_feed(const http::Call& call, const PositionListView& list) {
    const auto page = call.public_url + call.url("/positions");
    auto made = http::page_feed(call, call.public_url + "/positions", call.t(text::positions), page);
    for (const auto& row : list.positions) {
        made.updated = std::max(made.updated, row.changed_at);
        made.entries.push_back({.id = "urn:uuid:" + row.id.to_string(),
                                .title = row.title,
                                .url = call.public_url + call.url(row.url),
                                .updated = row.changed_at,
                                .author = "Samband",
                                .summary = row.occasion,
                                .categories = {std::string{json::name_of(row.state)}}});
    }
    return made;
}

Result<http::Response> list_positions(const http::Query& query) {
    const auto asked = TRY(query.request.read_query<PositionQuestion>());
    const bool may_speak = query.principal.may(right::speak);
    return http::represent<PositionListView>(
        query, TRY(read_positions(query, asked.state)),
        {.html = [&](const PositionListView& shown) { return positions_page(query, shown, may_speak); },
         .csv = [&](const PositionListView& shown) { return position_table(query, shown); },
         .atom = [&](const PositionListView& shown) { return position_feed(query, shown); }});
}

static Result<PositionView> position_in_path(const http::Query& query) {
    return read_position(query, query.request.path_value("position"));
}

Result<http::Response> show_position(const http::Query& query) {
    const auto view = TRY(position_in_path(query));
    const bool may_speak = query.principal.may(right::speak);
    auto response = http::represent<PositionView>(
        query, view, {.html = [&](const PositionView& shown) { return position_page(query, shown, may_speak); }});
    response.version = view.version;
    return response;
}

static Acting acting(const http::Command& command, db::Transaction& transaction) {
    return {transaction, command.services, command.principal, command.now};
}

static Result<Html> new_position_form(const http::Query& query, const ui::FormState& state) {
    return new_position_page(query, state);
}

Result<http::Response> show_new_position_form(const http::Query& query) {
    return http::html_document(TRY(new_position_form(query, {})));
}

Result<http::Response> state_position_sent(const http::Command& command) {
    const auto sent = command.request.read<NewPosition>();
    if (!sent) return ui::answer_failure(command, sent.error(), new_position_form);
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        return TRY(state_position(acting(command, transaction), *sent)).url();
    });
    if (!path) return ui::answer_failure(command, path.error(), new_position_form);
    return ui::answer_created(command, *path);
}

/// Runs a change of the position in the path, and answers with its page or the form again.
template <class Sent, class Change>
static Result<http::Response> change_position(const http::Command& command, const ui::FormPage& form, Change&& change) {
    const auto sent = command.request.read<Sent>();
    if (!sent) return ui::answer_failure(command, sent.error(), form);
    const auto changed = command.write([&](db::Transaction& transaction) -> Result<Position> {
        return change(acting(command, transaction), command.request.path_value("position"), *sent,
                      command.request.expected_version());
    });
    if (!changed) return ui::answer_failure(command, changed.error(), form);
    return ui::answer_changed(command, changed->url(), changed->version);
}

static Result<Html> withdrawal_form(const http::Query& query, const ui::FormState& state) {
    return withdrawal_page(query, state, TRY(position_in_path(query)));
}

Result<http::Response> show_withdrawal_form(const http::Query& query) {
    return http::html_document(TRY(withdrawal_form(query, {})));
}

Result<http::Response> withdraw_position_sent(const http::Command& command) {
    return change_position<Withdrawal>(command, withdrawal_form, withdraw_position);
}

static Result<Html> response_form(const http::Query& query, const ui::FormState& state) {
    return response_page(query, state, TRY(position_in_path(query)));
}

Result<http::Response> show_response_form(const http::Query& query) {
    return http::html_document(TRY(response_form(query, {})));
}

Result<http::Response> record_response_sent(const http::Command& command) {
    return change_position<NewResponse>(command, response_form, record_response);
}

} // namespace voice
