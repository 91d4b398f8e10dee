// Appointing people to bodies, by form or JSON.
#include "governance/actions/appointments.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/http/body_choices.hpp"
#include "governance/http/body_reading.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

static Result<Html> appointment_form(const http::Query& query, const ui::FormState& state) {
    const auto view = TRY(read_body_view(query));
    return appointment_page(query, state, view, TRY(body_choices(query, view.id)));
}

Result<http::Response> show_appointment_form(const http::Query& query) {
    const auto body = TRY(find_body(query.reader, query.request.path_value("body")));
    TRY(query.principal.require(right::appoint_members, body.id.to_string()));
    return http::html_document(TRY(appointment_form(query, {})));
}

Result<http::Response> appoint_sent(const http::Command& command) {
    const auto slug = std::string{command.request.path_value("body")};
    return make_with<NewAppointment>(
        command, appointment_form,
        [&](const Acting& acting, const NewAppointment& wanted) -> Result<std::string> {
            const auto body = TRY(find_body(acting.transaction, slug));
            const auto id = TRY(appoint(acting, body.id, wanted));
            return fmt::format("{}/appointments/{}", body.path(), id.to_string());
        },
        "/bodies/" + slug);
}

/// The member in the address, of the body in the address.
static Result<MemberView> member_in_path(const http::Request& request, const BodyView& view) {
    const auto id = TRY(id_in_path<AppointmentId>(request, "appointment", appointment_not_found));
    for (const auto* list : {&view.members, &view.coming_members, &view.former_members}) {
        const auto found = std::ranges::find(*list, id, &MemberView::id);
        if (found != list->end()) return *found;
    }
    return appointment_not_found.error();
}

static Result<Html> ending_form(const http::Query& query, const ui::FormState& state) {
    const auto view = TRY(read_body_view(query));
    return ending_page(query, state, view, TRY(member_in_path(query.request, view)));
}

Result<http::Response> show_ending_form(const http::Query& query) {
    const auto body = TRY(find_body(query.reader, query.request.path_value("body")));
    TRY(query.principal.require(right::appoint_members, body.id.to_string()));
    return http::html_document(TRY(ending_form(query, {})));
}

Result<http::Response> end_appointment_sent(const http::Command& command) {
    return change_with<EndingOfAppointment>(
        command, ending_form, [&](const Acting& acting, const EndingOfAppointment& ending) -> Result<Changed> {
            const auto id = TRY(id_in_path<AppointmentId>(command.request, "appointment", appointment_not_found));
            TRY(end_appointment(acting, id, ending, command.request.expected_version()));
            const auto appointment = TRY(load_appointment(acting.transaction, id));
            return Changed{TRY(load_body(acting.transaction, appointment.body_id)).path(), appointment.version};
        });
}

} // namespace governance
