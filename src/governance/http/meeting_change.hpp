#pragma once
// What all changes of bodies and meetings by form or JSON have in common.
#include "governance/actions/acting.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/http/change_case.hpp"
#include "governance/http/meeting_reading.hpp"

namespace governance {

/// Where people are sent after a change; machines get 204, and the version when the resource has one.
struct Changed {
    std::string page;
    std::int64_t version = 0;
};

/// Runs the change in a transaction of its own. A failure that can be mended brings the form back.
template <class Change>
Result<http::Response> change(const http::Command& command, const FormPage& form, Change&& work) {
    auto changed = command.write([&](db::Transaction& transaction) -> Result<Changed> {
        return work(Acting{transaction, command.services, command.principal, command.now});
    });
    if (!changed) return answer_failure(command, std::move(changed).error(), form);
    if (command.wants_html()) return http::see_other(command.url(changed->page));
    auto response = http::no_content();
    response.version = changed->version;
    return response;
}

/// The same with a typed request.
template <class Sent, class Change>
Result<http::Response> change_with(const http::Command& command, const FormPage& form, Change&& work) {
    const auto sent = command.request.read<Sent>();
    if (!sent) return answer_failure(command, sent.error(), form);
    return change(command, form, [&](const Acting& acting) { return work(acting, *sent); });
}

/// Makes something, once for each request key; the work answers with the path of what was made. page: where people go
/// then, when it is not there.
template <class Sent, class Work>
Result<http::Response> make_with(const http::Command& command, const FormPage& form, Work&& work,
                                 const std::optional<std::string>& page = {}) {
    const auto sent = command.request.read<Sent>();
    if (!sent) return answer_failure(command, sent.error(), form);
    auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        return work(Acting{transaction, command.services, command.principal, command.now}, *sent);
    });
    if (!path) return answer_failure(command, std::move(path).error(), form);
    return answer_created(command, *path, page.value_or(*path));
}

/// The id in a part of the path. Fails with the error given, whatever is wrong with it.
template <class IdType>
Result<IdType> id_in_path(const http::Request& request, std::string_view name, const ErrorCode& otherwise) {
    const auto id = IdType::parse(request.path_value(name));
    if (!id) return otherwise.error();
    return *id;
}

/// The item of an agenda that the path names. Fails with governance.item_not_found.
inline Result<AgendaItemId> item_in_path(const http::Request& request) {
    return id_in_path<AgendaItemId>(request, "item", item_not_found);
}

/// The address of the meeting, "/meetings/hovedstyret-2026-3".
Result<std::string> path_of(db::Reader&, const Meeting&);
/// The meeting after the change, with its page as the place to go.
Result<Changed> changed_meeting(const Acting&, MeetingId, std::string_view below = {});

} // namespace governance
