#include "dispatch/actions/content.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/account_store.hpp"
#include "dispatch/store/outbox_store.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"
#include "platform/unicode.hpp"

#include <algorithm>

namespace dispatch {

namespace {

constexpr std::string_view outbox_base = "/outbox";
constexpr std::size_t sent_shown_max = 50;

std::string asked_text(const std::optional<std::string>& value) {
    return value ? std::string{unicode::trimmed(*value)} : std::string{};
}

/// The question as an address; behind is left to the caller.
std::string address_of(const OutboxQuestion& asked, std::optional<DispatchId> behind = {}) {
    http::Form query;
    const auto add = [&](std::string name, const std::string& value) {
        if (!value.empty()) query.add(std::move(name), value);
    };
    add("reference", asked_text(asked.reference));
    add("recipient", asked_text(asked.recipient));
    add("person", asked_text(asked.person));
    add("sendingSystem", asked_text(asked.sending_system));
    if (asked.mailing) add("mailing", asked.mailing->to_string());
    if (asked.status) add("status", std::string{json::name_of(*asked.status)});
    if (asked.account) add("account", asked.account->to_string());
    if (asked.from) add("from", to_string(*asked.from));
    if (asked.to) add("to", to_string(*asked.to));
    if (behind) add("behind", behind->to_string());
    const auto words = query.to_string();
    return std::string{outbox_base} + (words.empty() ? "" : "?" + words);
}

/// All that cannot be used is told at once.
Result<OutboxFilter> filter_of(const OutboxQuestion& asked) {
    OutboxFilter filter;
    std::vector<Fault> faults;
    filter.status = asked.status;
    filter.mailing = asked.mailing;
    filter.reference = asked_text(asked.reference);
    filter.sending_system = asked_text(asked.sending_system);
    if (const auto number = asked_text(asked.recipient); !number.empty()) {
        if (auto checked = directory::checked_organisation_number(number))
            filter.organisation_number = *std::move(checked);
        else
            faults.push_back({"#/recipient", checked.error().code, {}});
    }
    if (const auto hash = asked_text(asked.person); !hash.empty()) {
        db::Bytes bytes(crypto::Digest{}.size());
        if (crypto::from_hex(hash, bytes))
            filter.identity_hash = std::move(bytes);
        else
            faults.push_back(platform::bad_value.at("#/person"));
    }
    if (asked.from) filter.from = at_norwegian_time(*asked.from, std::chrono::minutes{0});
    if (asked.to) {
        const Date day_after{std::chrono::sys_days{*asked.to} + std::chrono::days{1}};
        filter.until = at_norwegian_time(day_after, std::chrono::minutes{0});
    }
    if (faults.empty()) return filter;
    auto error = platform::request_faulty.error();
    error.faults = std::move(faults);
    return error;
}

Result<OutboxView> outbox_view(db::Reader& reader, const Office& office, directory::OrganisationId organisation,
                               const OutboxQuestion& asked) {
    auto filter = TRY(filter_of(asked));
    if (asked.behind) {
        const auto last = TRY(store::sent_by(reader, organisation, *asked.behind));
        filter.behind = OutboxFilter::Place{last.received_at, last.id};
    }
    OutboxView view;
    static_cast<OutboxQuestion&>(view) = asked;
    std::vector<AccountId> accounts;
    for (const auto& account : TRY(store::accounts_of(reader, organisation))) {
        view.accounts.push_back({account.id, account.name});
        if (!asked.account || *asked.account == account.id) accounts.push_back(account.id);
    }
    filter.limit = sent_shown_max + 1;
    auto sent = TRY(store::sent_from(reader, accounts, filter));
    const bool has_more = sent.size() > sent_shown_max;
    if (has_more) sent.pop_back();
    for (const auto& dispatch : sent)
        fill_sent(view.sent.emplace_back(), office, dispatch, outbox_base);
    if (has_more) view.older_url = address_of(asked, sent.back().id);
    return view;
}

Result<http::Response> list_sent(const Office& office, const http::Query& query) {
    const auto organisation = TRY(outbox_of(query.principal));
    const auto asked = TRY(query.request.read_query<OutboxQuestion>());
    const auto view = TRY(outbox_view(query.reader, office, organisation, asked));
    return http::represent<OutboxView>(
        query, view, {.html = [&](const OutboxView& shown) { return outbox_page(query, {}, shown); }});
}

/// A person's number becomes its keyed hash, and then the question is an address like any other: it may be kept, sent
/// to a colleague and stand in a log.
Result<OutboxQuestion> question_of(const Office& office, const OutboxSearch& search) {
    OutboxQuestion asked;
    static_cast<OutboxSearch&>(asked) = search;
    auto number = asked_text(search.recipient);
    std::erase(number, ' ');
    if (asked.recipient) asked.recipient = number;
    const bool is_of_digits = std::ranges::all_of(number, [](char each) { return each >= '0' && each <= '9'; });
    if (is_of_digits && number.size() == 11) {
        asked.recipient.reset();
        const auto hash = directory::identity_hash(office.person_key, number);
        if (!hash) {
            auto error = platform::request_faulty.error();
            error.faults.push_back({"#/recipient", hash.error().code, {}});
            return error;
        }
        asked.person = crypto::to_hex(std::span<const std::uint8_t>{*hash});
    }
    TRY(filter_of(asked));
    return asked;
}

Result<http::Response> search_sent(const Office& office, const http::Command& command) {
    const auto organisation = TRY(outbox_of(command.principal));
    const ui::FormPage again = [&](const http::Query& query, const ui::FormState& state) -> Result<Html> {
        return outbox_page(query, state, TRY(outbox_view(query.reader, office, organisation, {})));
    };
    const auto search = command.request.read<OutboxSearch>();
    if (!search) return ui::answer_failure(command, search.error(), again);
    const auto asked = question_of(office, *search);
    if (!asked) return ui::answer_failure(command, asked.error(), again);
    return http::see_other(command.url(address_of(*asked)));
}

Result<http::Response> show_sent(const Office& office, const http::Query& query) {
    const auto organisation = TRY(outbox_of(query.principal));
    const auto dispatch = TRY(store::sent_by(query.reader, organisation, TRY(dispatch_in_path(query))));
    const auto view = TRY(sent_view(query.reader, query.journal, office, query.t, dispatch, outbox_base));
    return http::represent<SentView>(query, view,
                                     {.html = [&](const SentView& shown) { return sent_page(query, shown); }});
}

} // namespace

void add_outbox_routes(http::Router& router, const Office& office) {
    router.get("/outbox", right::see_outbox, [&office](const http::Query& query) { return list_sent(office, query); },
               {.operation = "listSent",
                .summary = "What one's own organisation has sent, the newest first, as far as it is asked for.",
                .query = json::type_of<OutboxQuestion>(),
                .answer = json::type_of<OutboxView>()});
    router.post("/outbox/search", right::see_outbox,
                [&office](const http::Command& command) { return search_sent(office, command); },
                {.operation = "searchSent",
                 .summary = "The address of what was sent to somebody, a person's number included. Changes nothing.",
                 .body = json::type_of<OutboxSearch>(),
                 .status = 303});
    router.get("/outbox/{dispatch}", right::see_outbox,
               [&office](const http::Query& query) { return show_sent(office, query); },
               {.operation = "showSent",
                .summary = "One dispatch, and all that happened to it.",
                .answer = json::type_of<SentView>()});
}

} // namespace dispatch
