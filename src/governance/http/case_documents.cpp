// Documents of cases: adding, removing, reading.
#include "governance/actions/case_change.hpp"
#include "governance/actions/documents.hpp"
#include "governance/domain/errors.hpp"
#include "governance/http/case_handlers.hpp"
#include "governance/http/change_case.hpp"

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
    return file_bytes(query, {found->file_name, found->media_type, found->size, found->digest});
}

} // namespace governance
