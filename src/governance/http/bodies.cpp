// Bodies: the list, the page, and what changes them.
#include "governance/actions/bodies.hpp"
#include "governance/http/body_choices.hpp"
#include "governance/http/body_reading.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/http/panels.hpp"
#include "governance/store/body_store.hpp"
#include "governance/views/body_pages.hpp"
#include "governance/views/calendar_page.hpp"
#include "governance/views/case_feed.hpp"
#include "platform/http/represent.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

static csv::Table body_table(const http::Call& call, const BodyListView& list) {
    csv::Table table{{"id", "name", "kind", "organisation", "parent", "isOpen", "nextMeeting", "url"}, {}};
    for (const auto& row : list.bodies) {
        table.rows.push_back({row.id.to_string(), row.name, std::string{json::name_of(row.kind)}, row.organisation.name,
                              row.parent ? row.parent->name : "", row.is_open ? "true" : "false",
                              row.next_meeting ? to_string(*row.next_meeting) : "",
                              call.public_url + call.url(row.url)});
    }
    return table;
}

Result<http::Response> list_bodies_in(const http::Query& query) {
    const auto list = TRY(read_body_list(query));
    return http::represent<BodyListView>(query, list,
                                         {.html =
                                              [&](const BodyListView& shown) {
                                                  return body_list_page(query, shown,
                                                                        query.principal.may(right::maintain_bodies));
                                              },
                                          .csv = [&](const BodyListView& shown) { return body_table(query, shown); }});
}

static BodyRights rights_of(const Principal& principal, BodyId body) {
    const auto scope = body.to_string();
    return {principal.may(right::maintain_bodies, scope), principal.may(right::appoint_members, scope),
            principal.may(right::hold_meeting, scope)};
}

static std::vector<MeetingRow> all_meetings(const BodyView& view) {
    auto meetings = view.past_meetings;
    meetings.insert(meetings.end(), view.coming_meetings.begin(), view.coming_meetings.end());
    return meetings;
}

static feed::Feed body_feed(const http::Call& call, const BodyView& view) {
    const auto page = call.public_url + call.url(view.url);
    auto made = http::page_feed(call, "urn:uuid:" + view.id.to_string(), view.name, page);
    made.updated = view.changed_at;
    for (const auto& each : view.happenings) {
        made.updated = std::max(made.updated, each.at);
        made.entries.push_back({.id = "urn:uuid:" + each.id.to_string(),
                                .title = each.what,
                                .url = page,
                                .updated = each.at,
                                .author = each.who.empty() ? "Samband" : each.who,
                                .summary = {},
                                .categories = {each.type}});
    }
    return made;
}

Result<http::Response> show_body(const http::Query& query, const Extensions& extensions) {
    const auto view = TRY(read_body_view(query));
    const auto follow =
        query.wants_html() && extensions.follow ? TRY(extensions.follow(query, "body", view.id.to_string())) : Html{};
    const auto panels = query.wants_html() ? TRY(drawn_panels(query, extensions.body_panels, view.id)) : Html{};
    auto response = http::represent<BodyView>(
        query, view,
        {.html =
             [&](const BodyView& shown) {
                 return body_page(query, shown, rights_of(query.principal, shown.id), follow, panels);
             },
         .atom = [&](const BodyView& shown) { return body_feed(query, shown); },
         .ics = [&](const BodyView& shown) { return calendar_of(query, shown.name, all_meetings(shown)); }});
    response.version = view.version;
    return response;
}

Result<http::Response> show_mandate(const http::Query& query) {
    return http::represent<MandatePageView>(
        query, TRY(read_mandate_view(query)),
        {.html = [&](const MandatePageView& shown) { return mandate_page(query, shown); }});
}

// --- What changes them ---

static Result<Html> new_body_form(const http::Query& query, const ui::FormState& state) {
    return new_body_page(query, state, TRY(body_choices(query, {})));
}

Result<http::Response> show_new_body_form(const http::Query& query) {
    return http::html_document(TRY(new_body_form(query, {})));
}

Result<http::Response> create_body_sent(const http::Command& command) {
    return make_with<NewBody>(command, new_body_form,
                              [&](const Acting& acting, const NewBody& wanted) -> Result<std::string> {
                                  TRY(create_body(acting, wanted));
                                  return "/bodies/" + wanted.slug;
                              });
}

/// The body in the address, for somebody with a right for it.
static Result<void> require_for_body(const http::Query& query, Right right) {
    const auto body = TRY(find_body(query.reader, query.request.path_value("body")));
    return query.principal.require(right, body.id.to_string());
}

template <class Change>
static Result<http::Response> change_of_body(const http::Command& command, const FormPage& form, Change&& work) {
    return change(command, form, [&](const Acting& acting) -> Result<Changed> {
        const auto body = TRY(find_body(acting.transaction, command.request.path_value("body")));
        TRY(work(acting, body.id));
        return Changed{body.path(), TRY(load_body(acting.transaction, body.id)).version};
    });
}

static Result<Html> change_form(const http::Query& query, const ui::FormState& state) {
    return change_body_page(query, state, TRY(read_body_view(query)), TRY(body_choices(query, {})));
}

Result<http::Response> show_change_body_form(const http::Query& query) {
    TRY(require_for_body(query, right::maintain_bodies));
    return http::html_document(TRY(change_form(query, {})));
}

Result<http::Response> change_body_sent(const http::Command& command) {
    const auto sent = command.request.read<BodyChange>();
    if (!sent) return answer_failure(command, sent.error(), change_form);
    return change_of_body(command, change_form, [&](const Acting& acting, BodyId id) {
        return change_body(acting, id, *sent, command.request.expected_version());
    });
}

static Result<Html> mandate_form(const http::Query& query, const ui::FormState& state) {
    return new_mandate_page(query, state, TRY(read_body_view(query)));
}

Result<http::Response> show_mandate_form(const http::Query& query) {
    TRY(require_for_body(query, right::maintain_bodies));
    return http::html_document(TRY(mandate_form(query, {})));
}

Result<http::Response> adopt_mandate_sent(const http::Command& command) {
    return make_with<NewMandate>(
        command, mandate_form, [&](const Acting& acting, const NewMandate& wanted) -> Result<std::string> {
            const auto body = TRY(find_body(acting.transaction, command.request.path_value("body")));
            const auto number = TRY(adopt_mandate(acting, body.id, wanted));
            return fmt::format("{}/mandates/{}", body.path(), number);
        });
}

static Result<Html> rules_form(const http::Query& query, const ui::FormState& state) {
    return new_rules_page(query, state, TRY(read_body_view(query)), TRY(body_choices(query, {})));
}

Result<http::Response> show_rules_form(const http::Query& query) {
    TRY(require_for_body(query, right::maintain_bodies));
    return http::html_document(TRY(rules_form(query, {})));
}

Result<http::Response> adopt_rules_sent(const http::Command& command) {
    const auto sent = command.request.read<NewRules>();
    if (!sent) return answer_failure(command, sent.error(), rules_form);
    return change_of_body(command, rules_form, [&](const Acting& acting, BodyId id) -> Result<void> {
        TRY(adopt_rules(acting, id, *sent));
        return {};
    });
}

} // namespace governance
