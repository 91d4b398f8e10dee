#include "dispatch/http/own_sending.hpp"

#include "dispatch/actions/resumable_uploads.hpp"
#include "dispatch/domain/errors.hpp"
#include "platform/http/request_key.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

Result<SentParts> own_parts(const http::Command& command) {
    if (command.request.has_json_body()) return SentParts{command.request.body, {}};
    return sent_parts(command);
}

Result<void> add_uploads(Arrival& arrival, const Office& office, const Account& account,
                         const std::vector<NewDocument>& documents, Instant now) {
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto& document = documents[i];
        if (!document.upload) continue;
        const auto fault = [&](const ErrorCode& code) {
            arrival.faults.push_back(code.at(fmt::format("#/documents/{}/upload", i)));
        };
        const auto id = UploadId::parse(*document.upload);
        auto reader = TRY(office.services.database.reader());
        auto found = id ? TRY(store::upload(*reader, *id, account.id, now)) : std::nullopt;
        reader.reset(); // Making one of many parts takes long; others need the connection.
        if (!found || std::ranges::find(arrival.uploads_taken, *id) != arrival.uploads_taken.end()) {
            fault(upload_not_found);
        } else if (!found->is_complete()) {
            fault(upload_unfinished);
        } else {
            const auto whole = TRY(made_whole(office, *std::move(found)));
            arrival.uploads.push_back(TRY(as_document(office, whole, document.name.value_or(""))));
            // Behind those of the request: what is opened and sealed anew gets a key by this number.
            arrival.uploads.back().file_number = documents_max + 1 + i;
            arrival.uploads_taken.push_back(*id);
        }
    }
    return {};
}

Result<std::optional<std::string>> sent_before(const Office& office, const http::Command& command) {
    const auto key = command.request.request_key();
    if (!key) return std::optional<std::string>{};
    const auto reader = TRY(office.services.database.reader());
    if (!TRY(http::path_of_key(*reader, command.principal, *key))) return std::optional<std::string>{};
    return std::optional{
        TRY(command.once([](db::Transaction&) -> Result<std::string> { return key_unknown.error(); }))};
}

Result<std::string> or_sent_before(const Office& office, const http::Command& command, Result<std::string> outcome) {
    if (outcome) return outcome;
    const auto before = sent_before(office, command);
    if (before && *before) return **before;
    return outcome;
}

PreflightFault shown_fault(const http::Call& call, const Fault& fault) {
    return {fault.pointer, std::string{fault.code}, call.t.detail_of(fault)};
}

} // namespace dispatch
