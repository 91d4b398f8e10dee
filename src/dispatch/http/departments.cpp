// Departments and post choices: kept by an organisation's own people, and what senders may write.
#include "dispatch/actions/keep_departments.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/post_systems.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/department_store.hpp"
#include "dispatch/views/department_pages.hpp"
#include "platform/http/represent.hpp"

namespace dispatch {

namespace {

constexpr std::string_view departments_base = "/post-systems/departments";

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

Result<DepartmentsView> departments_view(const http::Call& call, db::Reader& reader) {
    const auto organisation = TRY(kept_organisation(call.principal));
    DepartmentsView view;
    for (auto& each : TRY(store::departments_of(reader, organisation))) {
        view.departments.push_back({std::move(each.key), std::move(each.name), each.closed_at});
    }
    for (const auto& each : TRY(store::choices_of(reader, organisation))) {
        view.choices.push_back(
            {each.id, unless_empty(each.department), unless_empty(each.dispatch_type), each.channel});
    }
    return view;
}

Result<http::Response> show_departments(const http::Query& query) {
    return http::represent<DepartmentsView>(
        query, TRY(departments_view(query, query.reader)),
        {.html = [&](const DepartmentsView& shown) { return departments_page(query, {}, shown); }});
}

/// Any change, and then the page with what is decided now.
template <class Change>
Result<http::Response> changed(const Office& office, const http::Command& command, Change change) {
    const auto organisation = TRY(kept_organisation(command.principal));
    const auto done = command.write([&](db::Transaction& transaction) {
        return change(Keeping{transaction, office, command.principal, organisation, command.now});
    });
    if (done) return ui::answer_changed(command, std::string{departments_base});
    return ui::answer_failure(command, done.error(),
                              [](const http::Query& query, const ui::FormState& state) -> Result<Html> {
                                  return departments_page(query, state, TRY(departments_view(query, query.reader)));
                              });
}

template <class Request, class Change>
Result<http::Response> changed_as_asked(const Office& office, const http::Command& command, Change change) {
    const auto wanted = command.request.read<Request>();
    return changed(office, command, [&](const Keeping& keeping) -> Result<void> {
        return wanted ? change(keeping, *wanted) : Result<void>{wanted.error()};
    });
}

Result<http::Response> drop(const Office& office, const http::Command& command) {
    const auto id = ChoiceId::parse(command.request.path_value("choice"));
    if (!id) return choice_not_found.error();
    return changed(office, command, [&](const Keeping& keeping) { return drop_choice(keeping, *id); });
}

Result<http::Response> list_open(const http::Query& query) {
    const auto asked = TRY(query.request.read_query<DepartmentsQuestion>());
    const auto number = TRY(directory::checked_organisation_number(asked.organisation_number));
    const auto owner = TRY(directory::find_organisation_by_key(query.reader, number, query.request.language));
    OpenDepartmentsView view{number, owner.name, {}};
    for (auto& each : TRY(store::departments_of(query.reader, owner.id))) {
        if (!each.closed_at) view.departments.push_back({std::move(each.key), std::move(each.name)});
    }
    return http::json_text(json::write(view));
}

} // namespace

void add_department_routes(http::Router& router, const Office& office) {
    router.get("/post-systems/departments", right::keep_systems, show_departments,
               {.operation = "listDepartments",
                .summary = "One's organisation's departments, and the channels it has chosen for its post.",
                .answer = json::type_of<DepartmentsView>()});
    router.post("/post-systems/departments", right::keep_systems,
                [&office](const http::Command& command) {
                    return changed_as_asked<NewDepartment>(office, command, name_department);
                },
                {.operation = "nameDepartment",
                 .summary = "Names a department that senders may write to, renames one or opens one again.",
                 .body = json::type_of<NewDepartment>(),
                 .status = 204});
    router.post("/post-systems/departments/{department}/closing", right::keep_systems,
                [&office](const http::Command& command) {
                    return changed(office, command, [&](const Keeping& keeping) {
                        return close_department(keeping, command.request.path_value("department"));
                    });
                },
                {.operation = "closeDepartment",
                 .summary = "Closes a department: no new post is taken for it, and what it was sent stays.",
                 .status = 204});
    router.post("/post-systems/choices", right::keep_systems,
                [&office](const http::Command& command) {
                    return changed_as_asked<NewChoice>(office, command, choose_channel);
                },
                {.operation = "choosePostChannel",
                 .summary = "Chooses the first channel of post to a department, of a type, or of all.",
                 .body = json::type_of<NewChoice>(),
                 .status = 204});
    router.post("/post-systems/choices/{choice}/removal", right::keep_systems,
                [&office](const http::Command& command) { return drop(office, command); },
                {.operation = "dropPostChoice",
                 .summary = "Takes a choice back: the ordinary order of channels stands.",
                 .status = 204});
    router.get("/dispatches/departments", right::send, list_open,
               {.operation = "listOpenDepartments",
                .summary = "The departments of an organisation that a dispatch may be addressed to.",
                .formats = {http::Format::json},
                .query = json::type_of<DepartmentsQuestion>(),
                .answer = json::type_of<OpenDepartmentsView>(),
                .protocol = &own_protocol});
}

} // namespace dispatch
