// Documents of cases: adding, removing, reading.
#include "governance/actions/case_change.hpp"
#include "governance/actions/documents.hpp"
#include "governance/domain/errors.hpp"
#include "governance/http/case_handlers.hpp"
#include "governance/http/change_case.hpp"
#include "platform/content/media_kind.hpp"
#include "platform/errors.hpp"

#include <algorithm>

namespace governance {

static Result<Html> document_form(const http::Query& query, const ui::FormState& state) {
    return new_document_page(query, state, TRY(read_case_view(query)));
}

Result<http::Response> show_document_form(const http::Query& query) {
    const auto file = TRY(visible_case_file(query.reader, query));
    TRY(require(query.principal, right::prepare_case, file.matter));
    return http::html_document(TRY(document_form(query, {})));
}

/// Text is kept with its encoding, which recognising has checked.
static std::string stored_type(content::MediaKind kind) {
    const std::string type{content::media_type(kind)};
    return kind == content::MediaKind::text ? type + "; charset=utf-8" : type;
}

/// Pictures and text show themselves; what needs a program of its own to be read is saved.
static bool opens_in_browser(std::string_view media_type) {
    return media_type.starts_with("image/") || media_type.starts_with("text/plain");
}

/// Fails with platform.request_faulty at the file's field: governance.file_missing, document_type_not_allowed.
static Result<StoredFile> file_sent(const http::Request& request) {
    auto faulty = platform::request_faulty.error();
    const auto found = std::ranges::find(request.files, "file", &http::UploadedFile::field);
    if (found == request.files.end() || found->name.empty()) {
        faulty.faults.push_back(file_missing.at("#/file"));
        return faulty;
    }
    if (found->size == 0) {
        faulty.faults.push_back(document_empty.at("#/file"));
        return faulty;
    }
    const auto kind = content::recognise(found->first_bytes);
    if (kind == content::MediaKind::unknown) {
        faulty.faults.push_back(document_type_not_allowed.at("#/file"));
        return faulty;
    }
    return StoredFile{
        .name = found->name, .media_type = stored_type(kind), .size = found->size, .digest = found->digest};
}

Result<http::Response> add_documents_sent(const http::Command& command, const Extensions& extensions) {
    const auto number = TRY(number_in_path(command.request));
    const auto sent = command.request.read<NewDocument>();
    if (!sent) return answer_failure(command, sent.error(), document_form);
    const auto file = file_sent(command.request);
    if (!file) return answer_failure(command, file.error(), document_form);
    const auto scanning = extensions.scans_documents ? Scanning::on : Scanning::off;
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        const auto id = TRY(case_id_of(transaction, number));
        const auto document = TRY(
            add_document(transaction, command.services, command.principal, id, *sent, *file, scanning, command.now));
        return "/cases/" + number.slug() + "/documents/" + document.to_string();
    });
    if (!path) return answer_failure(command, path.error(), document_form);
    return answer_created(command, *path, "/cases/" + number.slug() + "#documents");
}

static Result<DocumentId> document_in_path(const http::Request& request) {
    const auto id = DocumentId::parse(request.path_value("document"));
    if (id) return *id;
    return document_not_found.error({{"document", std::string{request.path_value("document")}.substr(0, 40)}});
}

static Result<Html> removal_form(const http::Query& query, const ui::FormState& state) {
    const auto view = TRY(read_case_view(query));
    const auto id = TRY(document_in_path(query.request));
    const auto found = std::ranges::find(view.documents, id, &DocumentView::id);
    if (found == view.documents.end()) return document_not_found.error({{"document", id.to_string()}});
    return removal_page(query, state, view, *found);
}

Result<http::Response> show_removal_form(const http::Query& query) {
    const auto file = TRY(visible_case_file(query.reader, query));
    TRY(require(query.principal, right::prepare_case, file.matter));
    return http::html_document(TRY(removal_form(query, {})));
}

Result<http::Response> remove_document_sent(const http::Command& command) {
    const auto document = TRY(document_in_path(command.request));
    return change_case_with<Removal>(command, removal_form, [&](auto& transaction, CaseId id, const Removal& removal) {
        return remove_document(transaction, command.services, command.principal, id, document, removal, command.now);
    });
}

static Result<void> require_readable(const CaseFile& file, const Document& document, const http::Query& query) {
    if (document.state == DocumentState::removed) return document_gone.error();
    if (!sees_shielded(query, file.matter)) {
        if (const auto* shield = file.shield_of(document.id, query.today())) {
            return document_shielded.error({{"basis", shield->legal_basis}, {"until", to_string(shield->until)}});
        }
    }
    if (document.state != DocumentState::available) {
        return document_not_ready.error({{"state", std::string{json::name_of(document.state)}}});
    }
    return {};
}

Result<http::Response> download_document(const http::Query& query) {
    const auto file = TRY(visible_case_file(query.reader, query));
    const auto id = TRY(document_in_path(query.request));
    const auto found = std::ranges::find(file.documents, id, &Document::id);
    if (found == file.documents.end()) return document_not_found.error({{"document", id.to_string()}});
    TRY(require_readable(file, *found, query));
    auto response = TRY(http::download(query.blobs, {.digest = found->digest,
                                                     .content_type = found->media_type,
                                                     .name = found->file_name,
                                                     .opens_in_browser = opens_in_browser(found->media_type)}));
    // Whatever a document holds, it runs nothing and reaches nothing of ours.
    response.with("content-security-policy", "sandbox; default-src 'none'; img-src 'self'; style-src 'none'");
    response.with("x-content-type-options", "nosniff");
    return response;
}

} // namespace governance
