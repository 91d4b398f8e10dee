// Minutes: reading them in every form, and the steps from draft to correction.
#include "governance/actions/minutes.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/minutes_store.hpp"
#include "governance/views/meeting_pages.hpp"
#include "platform/http/represent.hpp"

#include <charconv>
#include <fmt/format.h>

namespace governance {

static Result<int> number_in_path(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return minutes_not_found.error();
    return number;
}

static Result<MinutesView> minutes_in_path(const http::Query& query) {
    return read_minutes_view(query, TRY(number_in_path(query.request.path_value("number"))));
}

static MeetingTools tools_for(const http::Query& query, BodyId body) {
    const auto rights = meeting_rights(query.principal, body);
    return {rights.may_hold, rights.may_approve};
}

static Result<http::Response> represent(const http::Query& query, const MinutesView& view) {
    const auto meeting = TRY(meeting_in_path(query.reader, query.request));
    auto response =
        http::represent<MinutesView>(query, view, {.html = [&](const MinutesView& shown) {
                                         return minutes_page(query, shown, tools_for(query, meeting.body_id));
                                     }});
    response.version = view.version;
    return response;
}

Result<http::Response> show_newest_minutes(const http::Query& query) {
    return represent(query, TRY(read_minutes_view(query, {})));
}

Result<http::Response> show_minutes(const http::Query& query) {
    return represent(query, TRY(minutes_in_path(query)));
}

Result<http::Response> show_minutes_text(const http::Query& query) {
    const auto view = TRY(minutes_in_path(query));
    return http::plain(minutes_as_text(query, view.content), "text/plain; charset=utf-8");
}

/// The page of the version again, with what stood in the way on top.
static Result<Html> minutes_form(const http::Query& query, const ui::FormState& state) {
    const auto meeting = TRY(meeting_in_path(query.reader, query.request));
    return minutes_page(query, TRY(minutes_in_path(query)), tools_for(query, meeting.body_id), state);
}

static Result<Changed> changed_minutes(const Acting& acting, const Meeting& meeting, int number) {
    const auto minutes = TRY(load_minutes(acting.transaction, meeting.id, number));
    return Changed{fmt::format("{}/minutes/{}", TRY(path_of(acting.transaction, meeting)), number), minutes.version};
}

Result<http::Response> draft_minutes_sent(const http::Command& command) {
    return change(command, {}, [&](const Acting& acting) -> Result<Changed> {
        const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
        const auto number = TRY(draft_minutes(acting, meeting.id));
        return changed_minutes(acting, meeting, number);
    });
}

/// One step of the version in the address.
template <class Step>
static Result<http::Response> step_of_minutes(const http::Command& command, Step&& step) {
    return change(command, minutes_form, [&](const Acting& acting) -> Result<Changed> {
        const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
        const auto number = TRY(number_in_path(command.request.path_value("number")));
        TRY(step(acting, meeting.id, number));
        return changed_minutes(acting, meeting, number);
    });
}

Result<http::Response> approve_minutes_sent(const http::Command& command) {
    const bool says_nothing = command.request.body.empty();
    const auto approval =
        says_nothing ? Result<MinutesApproval>{MinutesApproval{}} : command.request.read<MinutesApproval>();
    if (!approval) return answer_failure(command, approval.error(), minutes_form);
    return step_of_minutes(command, [&](const Acting& acting, MeetingId meeting, int number) {
        return approve_minutes(acting, meeting, number, *approval, command.request.expected_version());
    });
}

Result<http::Response> sign_minutes_sent(const http::Command& command) {
    return step_of_minutes(command, [&](const Acting& acting, MeetingId meeting, int number) {
        return sign_minutes(acting, meeting, number, command.request.expected_version());
    });
}

Result<http::Response> publish_minutes_sent(const http::Command& command) {
    return step_of_minutes(command, [&](const Acting& acting, MeetingId meeting, int number) {
        return publish_minutes(acting, meeting, number, command.request.expected_version());
    });
}

static Result<Html> correction_form(const http::Query& query, const ui::FormState& state) {
    return correction_page(query, state, TRY(minutes_in_path(query)));
}

Result<http::Response> show_correction_form(const http::Query& query) {
    const auto meeting = TRY(meeting_in_path(query.reader, query.request));
    TRY(query.principal.require(right::hold_meeting, meeting.body_id.to_string()));
    return http::html_document(TRY(correction_form(query, {})));
}

Result<http::Response> correct_minutes_sent(const http::Command& command) {
    return make_with<MinutesCorrectionRequest>(
        command, correction_form,
        [&](const Acting& acting, const MinutesCorrectionRequest& wanted) -> Result<std::string> {
            const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
            const auto number = TRY(number_in_path(command.request.path_value("number")));
            const auto corrected = TRY(correct_minutes(acting, meeting.id, number, wanted));
            return fmt::format("{}/minutes/{}", TRY(path_of(acting.transaction, meeting)), corrected);
        });
}

} // namespace governance
