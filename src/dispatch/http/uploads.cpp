// Resumable upload for senders' systems: tus 1.0.0.
#include "dispatch/actions/resumable_uploads.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "platform/errors.hpp"
#include "platform/http/answer.hpp"
#include "platform/http/problem.hpp"

#include <array>
#include <fmt/format.h>

namespace dispatch {

namespace {

constexpr std::string_view tus_version = "1.0.0";
constexpr std::string_view tus_media_type = "application/offset+octet-stream";
constexpr std::string_view uploads_path = "/dispatches/uploads";

const std::array<std::pair<std::string_view, std::string>, 5> tus_offers{{
    {"tus-resumable", std::string{tus_version}},
    {"tus-version", std::string{tus_version}},
    {"tus-extension", "creation,expiration,checksum,termination"},
    {"tus-max-size", std::to_string(upload_bytes_max)},
    {"tus-checksum-algorithm", "sha1,sha256"},
}};

/// What tus has statuses of its own for.
int tus_status(const Error& error, int otherwise) {
    if (error.code == tus_version_unknown.name) return 412;
    if (error.code == checksum_wrong.name) return 460;
    return otherwise;
}

http::Response tus_refusal(const http::Call& call, const Error& error) {
    auto response = own_protocol.refusal(call, error);
    response.status = tus_status(error, response.status);
    response.with("tus-resumable", std::string{tus_version});
    if (error.code == tus_version_unknown.name) response.with("tus-version", std::string{tus_version});
    return response;
}

const http::Protocol tus_protocol{tus_refusal, tus_offers};

/// Whoever sends says which version they speak; whoever only looks need not.
Result<void> expect_version(const http::Request& request) {
    if (request.header("tus-resumable") == tus_version) return {};
    return tus_version_unknown.error({{"version", std::string{tus_version}}});
}

std::string url_of(const StoredUpload& upload) {
    return fmt::format("{}/{}", uploads_path, upload.id.to_string());
}

void add_state(http::Response& response, const StoredUpload& upload) {
    response.with("tus-resumable", std::string{tus_version});
    response.with("upload-offset", std::to_string(upload.received));
    response.with("upload-expires", http::http_date(upload.expires_at));
}

Result<StoredUpload> upload_in_path(const http::Call& call, db::Reader& reader) {
    const auto account = TRY(sending_account(reader, call.principal));
    const auto id = UploadId::parse(call.request.path_value("upload"));
    if (!id) return upload_not_found.error();
    auto found = TRY(store::upload(reader, *id, account.id, call.now));
    if (!found) return upload_not_found.error();
    return *std::move(found);
}

Result<http::Response> create_upload(const Office& office, const http::Command& command) {
    TRY(expect_version(command.request));
    const auto length = read_byte_count(command.request.header("upload-length").value_or(""));
    if (!length) return upload_length_faulty.error();
    const auto metadata = command.request.header("upload-metadata").value_or("");
    const auto upload = TRY(command.write([&](db::Transaction& transaction) -> Result<StoredUpload> {
        const auto account = TRY(sending_account(transaction, command.principal));
        return begin_upload(transaction, office, account.id, *length, metadata, command.now);
    }));
    http::Response response{.status = 201};
    add_state(response, upload);
    return response.with("location", url_of(upload));
}

Result<http::Response> show_upload(const Office& office, const http::Query& query) {
    const auto upload = TRY(upload_in_path(query, query.reader));
    auto response = http::json_text(json::write(
        UploadView{upload.id, url_of(upload), upload.bytes, upload.received, upload.is_complete(), upload.expires_at}));
    add_state(response, upload);
    const auto metadata = TRY(metadata_of(office, upload));
    if (!metadata.empty()) response.with("upload-metadata", metadata);
    return response.with("upload-length", std::to_string(upload.bytes)).with("cache-control", "no-store");
}

class Intake : public http::BodyTaker {
public:
    explicit Intake(std::unique_ptr<UploadIntake> intake) : intake_{std::move(intake)} {}
    Result<void> take(std::string_view piece) override { return intake_->take(piece); }
    Result<http::Response> finish() override {
        const auto upload = TRY(intake_->finish());
        http::Response response{.status = 204};
        add_state(response, upload);
        return response;
    }

private:
    std::unique_ptr<UploadIntake> intake_;
};

Result<std::unique_ptr<http::BodyTaker>> take_bytes(const Office& office, const http::Command& command) {
    const auto& request = command.request;
    TRY(expect_version(request));
    if (request.header("content-type") != tus_media_type) {
        return platform::media_type_unsupported.error({{"accepted", std::string{tus_media_type}}});
    }
    const auto offset = read_byte_count(request.header("upload-offset").value_or(""));
    if (!offset) return upload_length_faulty.error();
    std::optional<Checksum> checksum;
    if (const auto header = request.header("upload-checksum")) checksum = TRY(read_checksum(*header));
    auto reader = TRY(office.services.database.reader());
    const auto upload = TRY(upload_in_path(command, *reader));
    reader.reset();
    auto intake = TRY(continue_upload(office, upload, *offset, std::move(checksum)));
    return std::unique_ptr<http::BodyTaker>{std::make_unique<Intake>(std::move(intake))};
}

Result<http::Response> end_upload(const http::Command& command) {
    TRY(expect_version(command.request));
    TRY(command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto upload = TRY(upload_in_path(command, transaction));
        if (!TRY(store::remove(transaction, upload.id, upload.account_id, command.now)))
            return upload_not_found.error();
        return {};
    }));
    return http::no_content().with("tus-resumable", std::string{tus_version});
}

http::About tus_about(std::string_view operation, std::string_view summary, int status) {
    http::About about{.operation = operation, .summary = summary, .formats = {http::Format::json}};
    about.status = status;
    about.protocol = &tus_protocol;
    return about;
}

} // namespace

void add_upload_routes(http::Router& router, const Office& office) {
    router.post(
        uploads_path, right::send, [&office](const http::Command& command) { return create_upload(office, command); },
        tus_about("createUpload",
                  "Begins a file that comes in several requests (tus 1.0.0): Upload-Length says how many bytes. "
                  "When it is complete, a document of sendDispatch names it as its upload.",
                  201));
    auto shown = tus_about("showUpload", "How much of the file is safe; as HEAD, in headers alone.", 200);
    shown.answer = json::type_of<UploadView>();
    router.get(
        "/dispatches/uploads/{upload}", right::send,
        [&office](const http::Query& query) { return show_upload(office, query); }, std::move(shown));
    auto continued = tus_about("continueUpload",
                               "More of the file, from Upload-Offset on (application/offset+octet-stream); with "
                               "Upload-Checksum, nothing is kept unless it is right.",
                               204);
    continued.body_max = static_cast<std::size_t>(upload_bytes_max);
    router.patch_stream(
        "/dispatches/uploads/{upload}", right::send,
        [&office](const http::Command& command) { return take_bytes(office, command); }, std::move(continued));
    router.remove("/dispatches/uploads/{upload}", right::send, end_upload,
                  tus_about("endUpload", "Forgets the file and what has come of it.", 204));
}

} // namespace dispatch
