#include "voice/actions/hindrances.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"
#include "voice/http/handlers.hpp"
#include "voice/http/reading.hpp"
#include "voice/rights.hpp"
#include "voice/views/pages.hpp"

#include <algorithm>

namespace voice {

static csv::Table hindrance_table(const http::Call& call, const HindranceListView& list) {
    csv::Table table{{"number", "title", "law", "provision", "state", "reporter", "supporters", "url"}, {}};
    for (const auto& row : list.hindrances) {
        table.rows.push_back({row.number, row.title, row.law, row.provision, std::string{json::name_of(row.state)},
                              row.reporter.name, std::to_string(row.supporters), call.public_url + call.url(row.url)});
    }
    return table;
}

/// Somebody who acts for an organisation and may speak of its hindrances.
static bool may_report(const Principal& principal) {
    return !principal.organisation_id.empty() && principal.may(right::report_hindrance, principal.organisation_id);
}

Result<http::Response> list_hindrances(const http::Query& query) {
    const auto asked = TRY(query.request.read_query<HindranceQuestion>());
    return http::represent<HindranceListView>(
        query, TRY(read_hindrances(query, asked.state)),
        {.html =
             [&](const HindranceListView& shown) { return hindrances_page(query, shown, may_report(query.principal)); },
         .csv = [&](const HindranceListView& shown) { return hindrance_table(query, shown); }});
}

static Result<HindranceView> hindrance_in_path(const http::Query& query) {
    return read_hindrance(query, query.request.path_value("hindrance"));
}

static HindranceRights rights_in(const Principal& principal, const HindranceView& view) {
    const auto& own = principal.organisation_name;
    const bool has_said_so =
        view.reporter.name == own ||
        std::ranges::any_of(view.supported_by, [&](const NamedLink& each) { return each.name == own; });
    return {may_report(principal) && !has_said_so, principal.may(right::speak)};
}

Result<http::Response> show_hindrance(const http::Query& query) {
    const auto view = TRY(hindrance_in_path(query));
    auto response =
        http::represent<HindranceView>(query, view, {.html = [&](const HindranceView& shown) {
                                           return hindrance_page(query, shown, rights_in(query.principal, shown));
                                       }});
    response.version = view.version;
    return response;
}

static Acting acting_in(const http::Command& command, db::Transaction& transaction) {
    return {transaction, command.services, command.principal, command.now};
}

static Result<Html> new_hindrance_form(const http::Query& query, const ui::FormState& state) {
    return new_hindrance_page(query, state);
}

Result<http::Response> show_new_hindrance_form(const http::Query& query) {
    return http::html_document(TRY(new_hindrance_form(query, {})));
}

Result<http::Response> report_hindrance_sent(const http::Command& command) {
    const auto sent = command.request.read<NewHindrance>();
    if (!sent) return ui::answer_failure(command, sent.error(), new_hindrance_form);
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        return TRY(report_hindrance(acting_in(command, transaction), *sent)).url();
    });
    if (!path) return ui::answer_failure(command, path.error(), new_hindrance_form);
    return ui::answer_created(command, *path);
}

Result<http::Response> support_hindrance_sent(const http::Command& command) {
    const auto changed = TRY(command.write([&](db::Transaction& transaction) -> Result<Hindrance> {
        return support_hindrance(acting_in(command, transaction), command.request.path_value("hindrance"));
    }));
    return ui::answer_changed(command, changed.url(), changed.version);
}

static Result<Html> move_form(const http::Query& query, const ui::FormState& state) {
    return move_page(query, state, TRY(hindrance_in_path(query)));
}

Result<http::Response> show_move_form(const http::Query& query) {
    return http::html_document(TRY(move_form(query, {})));
}

Result<http::Response> move_hindrance_sent(const http::Command& command) {
    const auto sent = command.request.read<HindranceMove>();
    if (!sent) return ui::answer_failure(command, sent.error(), move_form);
    const auto changed = command.write([&](db::Transaction& transaction) -> Result<Hindrance> {
        return move_hindrance(acting_in(command, transaction), command.request.path_value("hindrance"), *sent,
                              command.request.expected_version());
    });
    if (!changed) return ui::answer_failure(command, changed.error(), move_form);
    return ui::answer_changed(command, changed->url(), changed->version);
}

} // namespace voice
