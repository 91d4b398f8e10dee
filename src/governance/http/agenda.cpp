// The agenda of a meeting, by form or JSON.
#include "governance/actions/agenda.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/http/body_choices.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/store/meeting_store.hpp"

#include <fmt/format.h>

namespace governance {

static Result<Html> agenda_form(const http::Query& query, const ui::FormState& state) {
    const auto meeting = TRY(meeting_in_path(query.reader, query.request));
    return agenda_page(query, state, TRY(read_meeting_view(query)), TRY(agenda_choices(query, meeting)));
}

static Result<Meeting> meeting_to_hold(const http::Query& query) {
    auto meeting = TRY(meeting_in_path(query.reader, query.request));
    TRY(query.principal.require(right::hold_meeting, meeting.body_id.to_string()));
    return meeting;
}

Result<http::Response> show_agenda_form(const http::Query& query) {
    TRY(meeting_to_hold(query));
    return http::html_document(TRY(agenda_form(query, {})));
}

Result<http::Response> add_item_sent(const http::Command& command) {
    const auto page = "/meetings/" + std::string{command.request.path_value("meeting")} + "/agenda";
    return make_with<NewItem>(
        command, agenda_form,
        [&](const Acting& acting, const NewItem& wanted) -> Result<std::string> {
            const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
            const auto id = TRY(add_item(acting, meeting.id, wanted, command.request.expected_version()));
            return fmt::format("{}/items/{}", TRY(path_of(acting.transaction, meeting)), id.to_string());
        },
        page);
}

Result<http::Response> order_agenda_sent(const http::Command& command) {
    return change_with<AgendaOrder>(
        command, agenda_form, [&](const Acting& acting, const AgendaOrder& order) -> Result<Changed> {
            const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
            TRY(order_agenda(acting, meeting.id, order, command.request.expected_version()));
            return changed_meeting(acting, meeting.id, "/agenda");
        });
}

Result<http::Response> remove_item_sent(const http::Command& command) {
    return change(command, agenda_form, [&](const Acting& acting) -> Result<Changed> {
        const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
        TRY(remove_item(acting, meeting.id, TRY(item_in_path(command.request)), command.request.expected_version()));
        return changed_meeting(acting, meeting.id, "/agenda");
    });
}

/// A form for the item in the address.
template <class Draw>
static Result<Html> item_form(const http::Query& query, Draw&& draw_page) {
    const auto id = TRY(item_in_path(query.request));
    const auto view = TRY(read_meeting_view(query));
    const auto* item = view.item(id);
    if (item == nullptr) return item_not_found.error();
    const auto choices = TRY(item_choices(query, TRY(load_item(query.reader, view.id, id))));
    return draw_page(view, *item, choices);
}

static Result<Html> paper_form(const http::Query& query, const ui::FormState& state) {
    return item_form(query, [&](const MeetingView& view, const ItemView& item, const MeetingChoices& choices) {
        return paper_page(query, state, view, item, choices);
    });
}

Result<http::Response> show_paper_form(const http::Query& query) {
    TRY(meeting_to_hold(query));
    return http::html_document(TRY(paper_form(query, {})));
}

Result<http::Response> add_paper_sent(const http::Command& command) {
    return change_with<NewPaper>(command, paper_form,
                                 [&](const Acting& acting, const NewPaper& wanted) -> Result<Changed> {
                                     const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
                                     TRY(add_paper(acting, meeting.id, TRY(item_in_path(command.request)), wanted,
                                                   command.request.expected_version()));
                                     return changed_meeting(acting, meeting.id);
                                 });
}

static Result<Html> description_form(const http::Query& query, const ui::FormState& state) {
    return item_form(query, [&](const MeetingView& view, const ItemView& item, const MeetingChoices&) {
        return description_page(query, state, view, item);
    });
}

Result<http::Response> show_description_form(const http::Query& query) {
    TRY(meeting_to_hold(query));
    return http::html_document(TRY(description_form(query, {})));
}

Result<http::Response> describe_item_sent(const http::Command& command) {
    return change_with<ItemDescription>(
        command, description_form, [&](const Acting& acting, const ItemDescription& description) -> Result<Changed> {
            const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
            TRY(describe_item(acting, meeting.id, TRY(item_in_path(command.request)), description));
            return changed_meeting(acting, meeting.id);
        });
}

} // namespace governance
