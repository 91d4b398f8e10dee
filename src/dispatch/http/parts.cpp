#include "dispatch/actions/known_systems.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "platform/crypto/sealed_stream.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

Result<Account> sending_account(db::Reader& reader, const Principal& principal) {
    TRY(principal.require(right::send, principal.id));
    const auto id = AccountId::parse(principal.id);
    if (!id) return credentials_wrong.error();
    auto account = TRY(store::account(reader, *id));
    if (!account) return credentials_wrong.error();
    return *std::move(account);
}

Result<Account> sending_account(const Office& office, const Principal& principal) {
    TRY(principal.require(right::send, principal.id));
    const auto known = office.systems->by_principal(principal.id);
    if (known && known->account) return *known->account;
    const auto reader = TRY(office.services.database.reader());
    return sending_account(*reader, principal);
}

Result<Standing> standing_of(db::Reader& reader, const Dispatch& dispatch) {
    const auto account = TRY(store::account(reader, dispatch.account_id));
    Standing standing;
    standing.status = dispatch.status;
    standing.channel = dispatch.channel;
    standing.since = dispatch.status_at;
    standing.is_digital_only = dispatch.is_digital_only;
    standing.has_content = dispatch.wrapped_key.has_value();
    if (account) standing.read_deadline = account->read_deadline;
    return standing;
}

Result<directory::OrganisationId> outbox_of(const Principal& principal) {
    TRY(principal.require(right::see_outbox, principal.organisation_id));
    const auto id = directory::OrganisationId::parse(principal.organisation_id);
    if (!id) return dispatch_not_found.error();
    return *id;
}

Result<DispatchId> dispatch_in_path(const http::Call& call) {
    const auto id = DispatchId::parse(call.request.path_value("dispatch"));
    if (!id) return dispatch_not_found.error();
    return *id;
}

Result<Account> account_in_path(const http::Call& call, db::Reader& reader) {
    const auto id = AccountId::parse(call.request.path_value("konto"));
    TRY(call.principal.require(right::send_for, id ? id->to_string() : "none"));
    auto account = TRY(store::account(reader, *id));
    if (!account) return dispatch_not_found.error();
    return *std::move(account);
}

Result<StatusWords> words_of_caller(db::Reader& reader, const Principal& principal) {
    const auto id = IntegrationId::parse(principal.id);
    if (!id) return credentials_wrong.error();
    const auto integration = TRY(store::integration(reader, *id));
    return integration ? integration->status_words : StatusWords::common;
}

Result<Instant> last_change(db::Reader& reader, const Dispatch& dispatch) {
    if (dispatch.wrapped_key) return dispatch.status_at;
    const auto history = TRY(store::history(reader, dispatch.id));
    const auto found = std::ranges::find(history, HappeningKind::content_destroyed, &Happening::kind);
    return found == history.end() ? dispatch.status_at : found->at;
}

Result<DispatchId> id_in_path(const http::Call& call) {
    const auto id = DispatchId::parse(call.request.path_value("forsendelse"));
    if (!id) return dispatch_not_found.error();
    return *id;
}

static constexpr std::size_t asked_max = 1000;

Result<std::vector<DispatchId>> asked_ids(const json::Value* list, std::string_view field) {
    const auto* items = list == nullptr ? nullptr : list->array();
    const auto count = items == nullptr ? 0 : items->size();
    const auto place = field.empty() ? std::string{"#"} : "#/" + std::string{field};
    if (count == 0 && !field.empty()) return all_at_once({platform::field_missing.at(place)});
    if (count == 0 || count > asked_max) {
        return all_at_once(
            {platform::number_out_of_range.at(place, {{"minimum", "1"}, {"maximum", std::to_string(asked_max)}})});
    }
    std::vector<DispatchId> ids;
    for (const auto& item : *items) {
        const auto id = DispatchId::parse(item.text() != nullptr ? *item.text() : std::string{item.text_of("id")});
        if (id) ids.push_back(*id);
    }
    return ids;
}

Result<std::vector<Dispatch>> asked_dispatches(db::Reader& reader, const std::vector<DispatchId>& ids,
                                               const Account& account) {
    const auto found = TRY(store::of_account(reader, ids, account.id));
    std::vector<Dispatch> ordered;
    for (const auto& id : ids) {
        const auto each = std::ranges::find(found, id, &Dispatch::id);
        if (each != found.end()) ordered.push_back(*each);
    }
    return ordered;
}

static constexpr std::uint64_t metadata_bytes_max = 1 << 20;
/// Nothing here is larger than what a quarter of an hour lets through.
static constexpr std::size_t send_bytes_max = std::size_t{64} << 30;

http::About taking_letters(http::About said) {
    said.takes_files = said.seals_files = true;
    said.parts_max = documents_max + 1;
    said.file_name_bytes_max = file_name_length_max * 4; // Letters are counted, and one takes up to four bytes.
    said.body_max = send_bytes_max;
    return said;
}

Result<std::string> take_in(const Office& office, const http::Command& command, const Account& account,
                            Arrival arrival) {
    auto sender = command.principal;
    sender.organisation_id = account.organisation_id.to_string();
    const auto prepared = TRY(prepare_dispatch(office, account, std::move(arrival), command.now));
    return command.once([&](db::Transaction& transaction) -> Result<std::string> {
        const auto made = TRY(accept_dispatch(transaction, office, sender, prepared, command.now));
        return made.to_string();
    });
}

/// The metadata, when it came with a file name and so went the way of files.
static Result<std::string> metadata_in_file(const http::Command& command, const http::UploadedFile& file) {
    if (file.size > metadata_bytes_max) {
        return platform::field_too_large.error(
            {{"field", file.field}, {"limit", static_cast<std::int64_t>(metadata_bytes_max)}});
    }
    const auto key = crypto::file_key_of(*command.request.file_key, 0);
    const auto sealed = TRY(command.services.blobs.get(file.digest));
    std::string text;
    for (std::size_t at = 0, number = 0; at < sealed.size(); at += crypto::sealed_piece_bytes, ++number) {
        const bool is_last = at + crypto::sealed_piece_bytes >= sealed.size();
        const auto piece = std::string_view{sealed}.substr(at, crypto::sealed_piece_bytes);
        text += TRY(crypto::open_piece(key, number, is_last, piece));
    }
    return text;
}

Result<SentParts> sent_parts(const http::Command& command) {
    SentParts parts;
    const auto& files = command.request.files;
    const auto& fields = command.request.form.fields();
    std::size_t first_document = 0;
    if (!fields.empty()) {
        parts.metadata = fields.front().second;
    } else if (!files.empty()) {
        parts.metadata = TRY(metadata_in_file(command, files.front()));
        first_document = 1;
    } else {
        return metadata_missing.error();
    }
    for (auto i = first_document; i < files.size(); ++i) {
        const auto& file = files[i];
        parts.uploads.push_back({file.name, file.first_bytes, file.size, file.sha256, file.digest.to_string(), i});
    }
    return parts;
}

crypto::Key key_of(const http::Command& command) {
    if (!command.request.file_key) return crypto::Key::make(command.services.random);
    auto copy = crypto::Key::from_bytes(command.request.file_key->bytes());
    ensure(copy.has_value());
    return *std::move(copy);
}

std::string display_time(Instant at) {
    const auto local = at + norwegian_offset(at);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const Date date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(local - day)};
    return fmt::format("{:02}.{:02}.{:04} {:02}:{:02}:{:02}", static_cast<unsigned>(date.day()),
                       static_cast<unsigned>(date.month()), static_cast<int>(date.year()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

} // namespace dispatch
