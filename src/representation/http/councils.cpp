#include "representation/actions/councils.hpp"
#include "governance/held_seats.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"
#include "representation/domain/errors.hpp"
#include "representation/http/council_reading.hpp"
#include "representation/http/handlers.hpp"
#include "representation/http/people.hpp"
#include "representation/rights.hpp"
#include "representation/store/council_store.hpp"
#include "representation/texts.hpp"
#include "representation/views/council_pages.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace representation {

static csv::Table council_table(const http::Call& call, const CouncilListView& list) {
    csv::Table table{
        {"name", "kind", "host", "ourSeats", "otherSeats", "filledSeats", "isEqualNumber", "overdue", "url"}, {}};
    for (const auto& row : list.councils) {
        table.rows.push_back({row.name, std::string{json::name_of(row.kind)}, row.host.name,
                              std::to_string(row.our_seats), std::to_string(row.other_seats),
                              std::to_string(row.filled_seats), row.is_equal_number ? "true" : "false",
                              std::to_string(row.overdue), call.public_url + call.url(row.url)});
    }
    return table;
}

Result<http::Response> list_councils(const http::Query& query) {
    const bool may_keep = query.principal.may(right::keep_seats);
    return http::represent<CouncilListView>(
        query, TRY(read_councils(query)),
        {.html = [&](const CouncilListView& shown) { return councils_page(query, shown, may_keep); },
         .csv = [&](const CouncilListView& shown) { return council_table(query, shown); }});
}

static Result<CouncilView> council_in_path(const http::Query& query) {
    static const Outside nothing;
    return read_council(query, nothing, query.request.path_value("council"));
}

/// Whoever holds a seat there, or held one, may have something to report.
static bool sits_in(const http::Query& query, const CouncilView& view) {
    if (query.principal.kind != PrincipalKind::person) return false;
    const auto own = "/representatives/" + query.principal.id;
    const auto is_own = [&](const HolderView& holder) { return holder.person.url == own; };
    return std::ranges::any_of(view.seats, [&](const SeatView& seat) {
        return std::ranges::any_of(seat.holders, is_own) || std::ranges::any_of(seat.former, is_own);
    });
}

Result<http::Response> show_council(const http::Query& query, const Outside& outside) {
    const auto view = TRY(read_council(query, outside, query.request.path_value("council")));
    const CouncilRights rights{query.principal.may(right::keep_seats), sits_in(query, view)};
    return http::represent<CouncilView>(
        query, view, {.html = [&](const CouncilView& shown) { return council_page(query, shown, rights); }});
}

Result<http::Response> show_seat(const http::Query& query, const Outside& outside) {
    const auto& request = query.request;
    return http::represent<SeatPageView>(
        query, TRY(read_seat(query, outside, request.path_value("council"), request.path_value("seat"))),
        {.html = [&](const SeatPageView& shown) { return seat_page(query, shown); }});
}

static Acting in_register(const http::Command& command, db::Transaction& transaction, const Outside& outside) {
    return {transaction, command.services, command.principal, command.now, outside};
}

static std::string council_path(const http::Request& request) {
    return "/seats/" + std::string{request.path_value("council")};
}

/// Makes something with what was sent, and answers with where it is, or with the form again.
template <class Sent, class Make>
static Result<http::Response> make_in_register(const http::Command& command, const ui::FormPage& form, Make&& make) {
    const auto sent = command.request.read<Sent>();
    if (!sent) return ui::answer_failure(command, sent.error(), form);
    const auto path =
        command.once([&](db::Transaction& transaction) -> Result<std::string> { return make(transaction, *sent); });
    if (!path) return ui::answer_failure(command, path.error(), form);
    return ui::answer_created(command, *path);
}

static Result<Html> new_council_form(const http::Query& query, const ui::FormState& state) {
    return new_council_page(query, state);
}

Result<http::Response> show_new_council_form(const http::Query& query) {
    return http::html_document(TRY(new_council_form(query, {})));
}

Result<http::Response> add_council_sent(const http::Command& command, const Outside& outside) {
    return make_in_register<NewCouncil>(
        command, new_council_form, [&](db::Transaction& transaction, const NewCouncil& sent) -> Result<std::string> {
            return TRY(add_council(in_register(command, transaction, outside), sent)).path();
        });
}

static Result<Html> new_holder_form(const http::Query& query, const ui::FormState& state) {
    HolderChoices choices;
    const auto& asked = query.request.query;
    choices.workplace = state.value("onBehalfOf", asked.first("workplace").value_or(""));
    choices.seat = asked.first("seat").value_or("");
    if (!choices.workplace.empty()) choices.people = TRY(people_of(query, choices.workplace));
    return new_holder_page(query, state, TRY(council_in_path(query)), choices);
}

Result<http::Response> show_new_holder_form(const http::Query& query) {
    return http::html_document(TRY(new_holder_form(query, {})));
}

Result<http::Response> appoint_holder_sent(const http::Command& command, const Outside& outside) {
    return make_in_register<NewHolder>(
        command, new_holder_form, [&](db::Transaction& transaction, const NewHolder& sent) -> Result<std::string> {
            const auto slug = command.request.path_value("council");
            const auto holder = TRY(appoint_holder(in_register(command, transaction, outside), slug, sent));
            return fmt::format("{}/{}", council_path(command.request), holder.seat);
        });
}

static Result<Html> holder_ending_form(const http::Query& query, const ui::FormState& state) {
    const auto view = TRY(council_in_path(query));
    const auto id = query.request.path_value("holder");
    for (const auto& seat : view.seats) {
        for (const auto& holder : seat.holders) {
            if (holder.id.to_string() == id) return ending_page(query, state, view, holder);
        }
    }
    return holder_not_found.error();
}

Result<http::Response> show_holder_ending_form(const http::Query& query) {
    return http::html_document(TRY(holder_ending_form(query, {})));
}

Result<http::Response> end_holder_sent(const http::Command& command, const Outside& outside) {
    const auto sent = command.request.read<EndingOfHolder>();
    if (!sent) return ui::answer_failure(command, sent.error(), holder_ending_form);
    const auto id = HolderId::parse(command.request.path_value("holder"));
    if (!id) return holder_not_found.error();
    const auto changed = command.write([&](db::Transaction& transaction) {
        return end_holder(in_register(command, transaction, outside), command.request.path_value("council"), *id, *sent,
                          command.request.expected_version());
    });
    if (!changed) return ui::answer_failure(command, changed.error(), holder_ending_form);
    return ui::answer_changed(command, council_path(command.request), changed->version);
}

static Result<Html> new_meeting_form(const http::Query& query, const ui::FormState& state) {
    return new_meeting_page(query, state, TRY(council_in_path(query)));
}

Result<http::Response> show_new_meeting_form(const http::Query& query) {
    return http::html_document(TRY(new_meeting_form(query, {})));
}

Result<http::Response> add_meeting_sent(const http::Command& command, const Outside& outside) {
    return make_in_register<NewCouncilMeeting>(
        command, new_meeting_form,
        [&](db::Transaction& transaction, const NewCouncilMeeting& sent) -> Result<std::string> {
            TRY(add_meeting(in_register(command, transaction, outside), command.request.path_value("council"), sent));
            return council_path(command.request);
        });
}

} // namespace representation
