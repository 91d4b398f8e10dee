// The same content to several recipients in one request.
#include "dispatch/actions/ask_registers.hpp"
#include "dispatch/actions/keep_departments.hpp"
#include "dispatch/actions/preflight.hpp"
#include "dispatch/actions/send_mailing.hpp"
#include "dispatch/actions/uploads.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/own_sending.hpp"
#include "dispatch/rights.hpp"
#include "platform/http/problem.hpp"
#include "platform/http/represent.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

namespace {

constexpr std::string_view letters_base = "/dispatches";

/// Addresses are looked for no longer than this: somebody waits, and holds up others.
constexpr auto looking_time_max = std::chrono::seconds{20};

/// Looks up the addresses that the sender left to the register. Stops at the first that it does not answer for.
Result<void> find_addresses(const Office& office, Arrival& arrival, std::vector<Party>& recipients) {
    const auto& clock = office.services.clock;
    const auto until = clock.now() + looking_time_max;
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        if (clock.now() > until) {
            auto error = addresses_not_found_yet.error(
                {{"found", static_cast<std::int64_t>(i)}, {"count", static_cast<std::int64_t>(recipients.size())}});
            error.retry_after_s = 1; // Those that were found are remembered.
            return error;
        }
        arrival.envelope.recipient = std::move(recipients[i]);
        const auto asked = find_address(office, arrival.envelope);
        recipients[i] = std::move(arrival.envelope.recipient);
        TRY(asked);
    }
    return {};
}

/// Departments that a recipient does not have.
Result<void> check_departments(const Office& office, Arrival& arrival, const std::vector<Party>& recipients) {
    if (!arrival.envelope.department) return {};
    const auto reader = TRY(office.services.database.reader());
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        arrival.envelope.recipient = recipients[i];
        for (auto& fault : TRY(department_faults(*reader, arrival.envelope))) {
            fault.pointer = fmt::format("#/recipients/{}", i);
            arrival.faults.push_back(std::move(fault));
        }
    }
    return {};
}

struct Recipients {
    std::vector<Party> parties;
    bool are_looked_up = true; ///< False: the register of organisations did not answer for all of them.
};

/// Whom it goes to. Nobody is asked about a list of none or too many, which is refused as a whole. A try-out goes on
/// without the register's answer when it is away; one that is only slow is to be asked again, as for a sending.
Result<Recipients> recipients_of(const Office& office, const NewMailing& sent, Arrival& arrival, bool is_tried) {
    Recipients recipients;
    for (const auto& each : sent.recipients)
        recipients.parties.push_back(party_of(each));
    const auto count = recipients.parties.size();
    if (count == 0 || count > recipients_max_of(arrival.envelope)) return recipients;
    const auto found = find_addresses(office, arrival, recipients.parties);
    if (!found && (!is_tried || found.error().code == addresses_not_found_yet.name)) return found.error();
    recipients.are_looked_up = found.has_value();
    TRY(check_departments(office, arrival, recipients.parties));
    arrival.envelope.recipient = {};
    return recipients;
}

/// How many letters go each way first, and what those cost together.
void count_way(std::vector<MailingWay>& ways, const Preflight& found) {
    if (found.ways.empty()) return;
    const auto channel = found.ways.front().channel;
    auto way = std::ranges::find(ways, channel, &MailingWay::channel);
    if (way == ways.end()) way = ways.insert(ways.end(), MailingWay{channel, 0, 0});
    ++way->letters;
    if (channel != Channel::print) return;
    // One whose price nobody has said makes the sum unknown.
    way->cost_oere =
        way->cost_oere && found.paper_oere ? std::optional{*way->cost_oere + *found.paper_oere} : std::nullopt;
}

/// An address that the register would have given is not the sender's to write.
bool is_left_to_register(const Fault& fault, const Party& recipient) {
    const auto& address = recipient.address;
    const bool is_given = !address.line1.empty() || !address.postal_code.empty() || !address.town.empty();
    return !is_given && !recipient.organisation_number.empty() && fault.pointer.starts_with("#/recipient/address/");
}

/// What was found of one recipient, added to what was found of those before.
void add_found(MailingPreflightView& view, std::vector<Fault>& faults, Preflight found, std::size_t position) {
    for (auto& fault : found.faults)
        add_new(faults, of_recipient(std::move(fault), position));
    count_way(view.ways, found);
    for (const auto each : found.unanswered) {
        if (std::ranges::find(view.unanswered, each) == view.unanswered.end()) view.unanswered.push_back(each);
    }
}

/// The files are opened once, and looked into once, with the first recipient who has no fault; for the others they
/// count as looked at. The registers are asked for as long as somebody waits; whom they were not asked about is named.
Result<MailingPreflightView> try_mailing(const Office& office, const http::Command& command, const Account& account,
                                         Arrival common, const Recipients& recipients) {
    std::vector<Fault> faults = std::move(common.faults);
    for (auto& fault : faults_of_list(common.envelope, recipients.parties))
        faults.push_back(std::move(fault));
    for (auto& fault : TRY(open_encrypted(office, common.key, common.envelope, common.uploads)))
        faults.push_back(std::move(fault));
    common.is_open = true;
    common.faults.clear();
    MailingPreflightView view;
    bool has_looked = false;
    const auto until = office.services.clock.now() + looking_time_max;
    const auto count = std::min(recipients.parties.size(), recipients_max_of(common.envelope));
    for (std::size_t i = 0; i < count; ++i) {
        const auto& recipient = recipients.parties[i];
        auto arrival = arrival_for(office, common, recipient);
        if (has_looked) arrival.uploads.clear();
        const bool is_in_time = office.services.clock.now() < until;
        auto found = TRY(preflight(office, account, std::move(arrival), command.now,
                                   {.contacts = is_in_time, .organisations = is_in_time && recipients.are_looked_up}));
        has_looked = has_looked || found.has_looked_into_documents;
        if (!recipients.are_looked_up)
            std::erase_if(found.faults, [&](const Fault& fault) { return is_left_to_register(fault, recipient); });
        add_found(view, faults, std::move(found), i);
    }
    std::ranges::sort(view.ways, {}, &MailingWay::channel);
    view.would_be_accepted = faults.empty();
    for (const auto& fault : faults)
        view.faults.push_back(shown_fault(command, fault));
    return view;
}

/// Path: as it is remembered, "mailings/…".
Result<http::Response> accepted_mailing(const Office& office, std::string_view path) {
    const auto id = MailingId::parse(path.substr(mailings_base.size()));
    if (!id) return key_unknown.error();
    const auto reader = TRY(office.services.database.reader());
    AcceptedMailing view{*id, fmt::format("{}/{}", letters_base, path), {}};
    for (const auto& letter : TRY(store::letters_of(*reader, *id))) {
        const auto url = fmt::format("{}/{}", letters_base, letter.to_string());
        view.letters.push_back({letter, url, url + "/receipt"});
    }
    auto response = http::json_text(json::write(view), 201);
    response.with("location", view.url);
    return response;
}

/// Gives the path that it is remembered by.
Result<std::string> written(const Office& office, const http::Command& command, const Account& account, Arrival arrival,
                            const std::vector<Party>& recipients) {
    const auto letters = TRY(prepare_mailing(office, account, std::move(arrival), recipients, command.now));
    auto sender = command.principal;
    sender.organisation_id = account.organisation_id.to_string();
    return command.once([&](db::Transaction& transaction) -> Result<std::string> {
        const auto made = TRY(accept_mailing(transaction, office, sender, letters, command.now));
        return std::string{mailings_base} + made.to_string();
    });
}

Result<http::Response> send_mailing(const Office& office, const http::Command& command) {
    const auto question = TRY(command.request.read_query<SendQuestion>());
    const auto account = TRY(sending_account(office, command.principal));
    auto parts = TRY(own_parts(command));
    const auto sent = TRY(json::read<NewMailing>(parts.metadata));
    if (!question.dry_run) {
        if (const auto path = TRY(sent_before(office, command))) return accepted_mailing(office, *path);
    }
    Arrival arrival{envelope_of(sent), std::move(parts.uploads), key_of(command), std::nullopt};
    const auto recipients = TRY(recipients_of(office, sent, arrival, question.dry_run));
    TRY(add_uploads(arrival, office, account, sent.documents, command.now));
    if (question.dry_run) {
        const auto view = TRY(try_mailing(office, command, account, std::move(arrival), recipients));
        return http::json_text(json::write(view));
    }
    return accepted_mailing(
        office, TRY(or_sent_before(office, command,
                                   written(office, command, account, std::move(arrival), recipients.parties))));
}

Result<http::Response> show_mailing(const Office& office, const http::Query& query) {
    const auto account = TRY(sending_account(query.reader, query.principal));
    const auto path = std::string{mailings_base} + std::string{query.request.path_value("mailing")};
    return http::json_text(json::write(TRY(mailing_at(query.reader, office, path, account.id))));
}

http::About about_sending_mailing() {
    http::About about{.operation = "sendMailing",
                      .summary = "Sends the same content to several recipients, a dispatch each: all of them or none. "
                                 "Metadata and files as for one dispatch, with recipients instead of recipient. With "
                                 "dryRun it only says what would become of them.",
                      .formats = {http::Format::json}};
    about.query = json::type_of<SendQuestion>();
    about.body = json::type_of<NewMailing>();
    about.answer = json::type_of<AcceptedMailing>();
    about.status = 201;
    about.protocol = &own_protocol;
    return taking_letters(std::move(about));
}

} // namespace

Result<MailingView> mailing_at(db::Reader& reader, const Office& office, std::string_view path, AccountId account) {
    const auto id = MailingId::parse(path.substr(mailings_base.size()));
    if (!id) return mailing_not_found.error();
    const auto mailing = TRY(store::mailing_of_account(reader, *id, account));
    const auto ids = TRY(store::letters_of(reader, mailing.id));
    const auto found = TRY(store::find(reader, ids));
    MailingView view{mailing.id, mailing.sent_at, {}, {}};
    std::map<Status, std::int64_t> statuses;
    for (const auto& letter : ids) {
        const auto& dispatch = found.at(letter);
        fill_sent(view.letters.emplace_back(), office, dispatch, letters_base);
        ++statuses[dispatch.status];
    }
    for (const auto& [status, letters] : statuses)
        view.statuses.push_back({status, letters});
    return view;
}

void add_mailing_routes(http::Router& router, const Office& office) {
    router.post(
        "/dispatches/mailings", right::send,
        [&office](const http::Command& command) { return send_mailing(office, command); }, about_sending_mailing());
    router.get("/dispatches/mailings/{mailing}", right::send,
               [&office](const http::Query& query) { return show_mailing(office, query); },
               {.operation = "showMailing",
                .summary = "What has become of the dispatches of a mailing so far.",
                .formats = {http::Format::json},
                .answer = json::type_of<MailingView>()});
}

} // namespace dispatch
