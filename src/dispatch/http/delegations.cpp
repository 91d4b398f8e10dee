// Delegations: whom a person lets read their post, and who did.
#include "dispatch/actions/content.hpp"
#include "dispatch/actions/keep_delegations.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/store/mailbox_store.hpp"
#include "dispatch/views/delegation_pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"

#include <algorithm>

namespace dispatch {

namespace {

constexpr std::size_t readings_shown_max = 200;

std::string path_of_delegation(DelegationId id) {
    return "/delegations/" + id.to_string();
}

Result<void> fill_row(const Office& office, const http::Query& query, const OwnDelegation& own, DelegationRow& row) {
    const auto& delegation = own.delegation;
    row.id = delegation.id;
    row.url = path_of_delegation(delegation.id);
    row.state = state_of(delegation, query.today());
    row.valid_from = delegation.valid_from;
    row.valid_to = delegation.valid_to;
    const auto other = own.is_giver ? delegation.receiver_id : std::optional{delegation.giver_id};
    row.person = TRY(other ? name_of_person(query.reader, *other) : written_name(office, delegation));
    return {};
}

Result<http::Response> list_delegations(const Office& office, const http::Query& query) {
    DelegationsView view;
    view.is_known = TRY(mailboxes_of(query.reader, query.principal)).own.has_value();
    for (const auto& delegation : TRY(delegations_given(query.reader, query.principal))) {
        TRY(fill_row(office, query, {delegation, true}, view.given.emplace_back()));
    }
    for (const auto& delegation : TRY(delegations_received(query.reader, query.principal, query.today()))) {
        TRY(fill_row(office, query, {delegation, false}, view.received.emplace_back()));
    }
    return http::represent<DelegationsView>(
        query, view, {.html = [&](const DelegationsView& shown) { return delegations_page(query, shown); }});
}

Result<http::Response> show_delegation(const Office& office, const http::Query& query) {
    const auto id = TRY(delegation_in_path(query));
    const auto own = TRY(delegation_for(query.reader, query.principal, id, query.today()));
    const auto& delegation = own.delegation;
    DelegationView view;
    TRY(fill_row(office, query, own, view));
    view.is_giver = own.is_giver;
    view.written_name = TRY(written_name(office, delegation));
    view.letters = delegation.is_limited ? DelegationLetters::chosen_senders : DelegationLetters::all_senders;
    const auto senders = TRY(store::senders_of(query.reader, id));
    for (const auto& sender : TRY(directory::organisations_by_id(query.reader, senders, query.t.language()))) {
        view.senders.push_back(sender.name);
    }
    view.may_answer = delegation.may_answer;
    view.counts_as_read = delegation.counts_as_read;
    view.covers_high = delegation.covers_high;
    view.given_at = delegation.given_at;
    view.accepted_at = delegation.accepted_at;
    view.ended_at = delegation.ended_at;
    if (!own.is_giver && view.state == DelegationState::in_force) view.letters_url = view.url + "/letters";
    return http::represent<DelegationView>(
        query, view, {.html = [&](const DelegationView& shown) { return delegation_page(query, shown); }});
}

Result<Html> delegation_form(const http::Query& query, const ui::FormState& state) {
    const auto mailboxes = TRY(mailboxes_of(query.reader, query.principal));
    if (!mailboxes.own) return mailbox_unknown.error();
    DelegationFormView view;
    view.covers_high = query.principal.assurance == "high";
    view.today = query.today();
    const auto senders = TRY(store::senders_to(query.reader, *mailboxes.own));
    for (const auto& sender : TRY(directory::organisations_by_id(query.reader, senders, query.t.language()))) {
        view.senders.push_back({sender.id.to_string(), sender.name});
    }
    return new_delegation_page(query, state, view);
}

Result<http::Response> post_delegation(const Office& office, const http::Command& command) {
    const auto wanted = command.request.read<NewDelegation>();
    if (!wanted) return ui::answer_failure(command, wanted.error(), delegation_form);
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        return path_of_delegation(TRY(give_delegation({transaction, office, command.principal, command.now}, *wanted)));
    });
    if (!path) return ui::answer_failure(command, path.error(), delegation_form);
    return ui::answer_created(command, *path);
}

using DelegationAction = Result<void> (*)(const Settling&, DelegationId);
using PathAfter = std::string (*)(DelegationId);

Result<http::Response> change_delegation(const Office& office, const http::Command& command, DelegationAction act,
                                         PathAfter leads_to) {
    const auto id = TRY(delegation_in_path(command));
    TRY(command.write([&](db::Transaction& transaction) {
        return act({transaction, office, command.principal, command.now}, id);
    }));
    return ui::answer_changed(command, leads_to(id));
}

Result<http::Response> show_readings(const Office& office, const http::Query& query) {
    const auto mailboxes = TRY(mailboxes_of(query.reader, query.principal));
    ReadingsView view;
    std::vector<DelegationOpening> openings;
    if (mailboxes.own) {
        openings = TRY(store::delegation_openings(query.reader, mailboxes.reading, int{readings_shown_max}));
        const auto& own_hash = *mailboxes.own->identity_hash;
        const auto by_guardians = TRY(store::guardian_openings(query.reader, own_hash, int{readings_shown_max}));
        openings.insert(openings.end(), by_guardians.begin(), by_guardians.end());
        std::ranges::stable_sort(openings, std::ranges::greater{}, &DelegationOpening::at);
        if (openings.size() > readings_shown_max) openings.resize(readings_shown_max);
    }
    std::vector<DispatchId> ids;
    for (const auto& opening : openings) {
        ids.push_back(opening.dispatch_id);
    }
    const auto letters = TRY(store::find(query.reader, ids));
    for (const auto& opening : openings) {
        const auto& letter = letters.at(opening.dispatch_id);
        const auto manifest = manifest_if_readable(office, letter).value_or(Manifest{});
        auto& row = view.readings.emplace_back();
        row.at = opening.at;
        row.name = TRY(name_of_person(query.reader, opening.person_id));
        if (!is_locked(letter, query.principal)) row.title = manifest.title;
        row.sender = manifest.sender;
        if (store::lies_in_mailbox(letter, opening.position)) row.url = "/mailbox/" + opening.dispatch_id.to_string();
    }
    return http::represent<ReadingsView>(
        query, view, {.html = [&](const ReadingsView& shown) { return readings_page(query, shown); }});
}

void add_delegation_changes(http::Router& router, const Office& office) {
    router.post("/delegations", ::right::logged_in,
                [&office](const http::Command& command) { return post_delegation(office, command); },
                {.operation = "giveDelegation",
                 .summary = "Lets another person read one's post here, once they accept it.",
                 .body = json::type_of<NewDelegation>(),
                 .status = 201});
    router.post(
        "/delegations/{delegation}/acceptance", ::right::logged_in,
        [&office](const http::Command& command) {
            return change_delegation(office, command, accept_delegation, path_of_delegation);
        },
        {.operation = "acceptDelegation", .summary = "Accepts a delegation that one was given.", .status = 204});
    router.post("/delegations/{delegation}/ending", ::right::logged_in,
                [&office](const http::Command& command) {
                    return change_delegation(office, command, end_delegation,
                                             [](DelegationId) { return std::string{"/delegations"}; });
                },
                {.operation = "endDelegation",
                 .summary = "Ends a delegation that one gave or was given, or refuses one, at once.",
                 .status = 204});
}

} // namespace

void add_delegation_routes(http::Router& router, const Office& office) {
    router.get("/delegations", ::right::logged_in,
               [&office](const http::Query& query) { return list_delegations(office, query); },
               {.operation = "listDelegations",
                .summary = "Whom one lets read one's post, and whose post one may read.",
                .answer = json::type_of<DelegationsView>()});
    router.get("/delegations/new", ::right::logged_in,
               [](const http::Query& query) -> Result<http::Response> {
                   return http::html_document(TRY(delegation_form(query, {})));
               },
               {.operation = "showDelegationForm",
                .summary = "The form that a delegation is given with.",
                .formats = {http::Format::html}});
    router.get("/delegations/{delegation}", ::right::logged_in,
               [&office](const http::Query& query) { return show_delegation(office, query); },
               {.operation = "showDelegation",
                .summary = "One delegation, as the one who gave it or was given it sees it.",
                .answer = json::type_of<DelegationView>()});
    router.get(
        "/post-readings", ::right::logged_in,
        [&office](const http::Query& query) { return show_readings(office, query); },
        {.operation = "listPostReadings",
         .summary = "Which of one's letters others have opened, as guardians or by virtue of a delegation, and when.",
         .answer = json::type_of<ReadingsView>()});
    add_delegation_changes(router, office);
}

} // namespace dispatch
