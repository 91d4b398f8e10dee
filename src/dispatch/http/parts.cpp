#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "platform/crypto/sealed_stream.hpp"
#include "platform/errors.hpp"

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

static constexpr std::uint64_t metadata_bytes_max = 1 << 20;

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
