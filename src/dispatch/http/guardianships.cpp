// Guardianships: whose post somebody reads as their guardian, and who guards somebody.
#include "dispatch/actions/keep_guardianships.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/views/guardianship_pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"

#include <fmt/format.h>

namespace dispatch {

namespace {

constexpr int guardianships_listed_max = 100;

Result<http::Response> list_guardianships(const Office& office, const http::Query& query) {
    GuardianshipsView view;
    view.is_on = office.people != nullptr;
    const auto mailboxes = TRY(mailboxes_of(query.reader, query.principal));
    view.is_known = mailboxes.own.has_value();
    if (mailboxes.own) {
        auto& reader = query.reader;
        for (const auto& known : TRY(store::guardianships_of(reader, mailboxes.reading, guardianships_listed_max))) {
            view.wards.push_back({known.id, TRY(guarded_name(office, known)),
                                  fmt::format("/guardianships/{}/letters", known.id.to_string()), known.confirmed_at});
        }
        const auto& own_hash = *mailboxes.own->identity_hash;
        for (const auto& known : TRY(store::guardianships_for(reader, own_hash, guardianships_listed_max))) {
            view.guardians.push_back({TRY(name_of_person(reader, known.guardian_id)), known.added_at, known.ended_at});
        }
    }
    return http::represent<GuardianshipsView>(
        query, view, {.html = [&](const GuardianshipsView& shown) { return guardianships_page(query, shown); }});
}

Result<Html> guardianship_form(const http::Query& query, const ui::FormState& state) {
    if (!TRY(mailboxes_of(query.reader, query.principal)).own) return mailbox_unknown.error();
    return new_guardianship_page(query, state);
}

Result<http::Response> post_guardianship(const Office& office, const http::Command& command) {
    const auto wanted = command.request.read<NewGuardianship>();
    if (!wanted) return ui::answer_failure(command, wanted.error(), guardianship_form);
    const auto id = add_guardianship(office, command.principal, *wanted, command.now);
    if (!id) return ui::answer_failure(command, id.error(), guardianship_form);
    return ui::answer_created(command, fmt::format("/guardianships/{}/letters", id->to_string()));
}

} // namespace

void add_guardianship_routes(http::Router& router, const Office& office) {
    router.get("/guardianships", ::right::logged_in,
               [&office](const http::Query& query) { return list_guardianships(office, query); },
               {.operation = "listGuardianships",
                .summary = "Whom one is guardian for, and who is guardian for oneself.",
                .answer = json::type_of<GuardianshipsView>()});
    router.get("/guardianships/new", ::right::logged_in,
               [](const http::Query& query) -> Result<http::Response> {
                   return http::html_document(TRY(guardianship_form(query, {})));
               },
               {.operation = "showGuardianshipForm",
                .summary = "The form where a guardian says whom they guard.",
                .formats = {http::Format::html}});
    router.post(
        "/guardianships", ::right::logged_in,
        [&office](const http::Command& command) { return post_guardianship(office, command); },
        {.operation = "addGuardianship",
         .summary = "Asks Folkeregisteret whether one is guardian for a person, and lets one read their post if so.",
         .body = json::type_of<NewGuardianship>(),
         .status = 201});
}

} // namespace dispatch
