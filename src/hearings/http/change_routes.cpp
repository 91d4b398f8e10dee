// The addresses for changing a hearing, and for files beside answers.
#include "hearings/actions/attach.hpp"
#include "hearings/actions/change_hearing.hpp"
#include "hearings/http/handlers.hpp"

namespace hearings {

void add_change_routes(http::Router& router) {
    const std::vector<http::Format> page{http::Format::html};
    router.get("/hearings/{hearing}/extension", right::hold, show_extension_form,
               {.operation = "showExtensionForm", .summary = "The form for a later closing day.", .formats = page});
    router.post("/hearings/{hearing}/extension", right::hold, extend_hearing_sent,
                {.operation = "extendHearing",
                 .summary = "Moves the closing day to a later one, with the reason; answers stay.",
                 .body = json::type_of<NewExtension>(),
                 .status = 204});
    router.get(
        "/hearings/{hearing}/withdrawal", right::hold, show_withdrawal_form,
        {.operation = "showHearingWithdrawalForm", .summary = "The form for calling a hearing off.", .formats = page});
    router.post("/hearings/{hearing}/withdrawal", right::hold, withdraw_hearing_sent,
                {.operation = "withdrawHearing",
                 .summary = "Calls a hearing off, with the reason; what was answered stays to be read.",
                 .body = json::type_of<NewWithdrawal>(),
                 .status = 204});
    router.get("/hearings/{hearing}/documents/new", right::hold, show_documents_form,
               {.operation = "showHearingDocumentsForm",
                .summary = "The form for laying more documents of the case before those that are asked.",
                .formats = page});
    router.post("/hearings/{hearing}/documents", right::hold, add_documents_sent,
                {.operation = "addHearingDocuments",
                 .summary = "Lays more documents of the case before those that are asked.",
                 .body = json::type_of<MoreDocuments>(),
                 .status = 204});
}

void add_attachment_routes(http::Router& router, governance::Scanning scanning) {
    router.get("/hearings/{hearing}/attachments/new", right::answer, show_attachment_form,
               {.operation = "showAttachmentForm",
                .summary = "The form for a file beside an answer.",
                .formats = {http::Format::html}});
    router.post("/hearings/{hearing}/attachments", right::answer,
                [scanning](const http::Command& command) { return attach_file_sent(command, scanning); },
                {.operation = "attachFile",
                 .summary = "Puts a file beside answers: fields, and the file in the part \"file\".",
                 .body = json::type_of<NewAttachment>(),
                 .status = 201,
                 .takes_files = true,
                 .body_max = governance::document_bytes_max + (std::size_t{1} << 20)});
    router.get("/hearings/{hearing}/attachments/{attachment}", ::right::everybody, download_attachment,
               {.operation = "downloadAttachment",
                .summary = "The bytes of a file beside an answer.",
                .formats = {http::Format::binary}});
    router.post("/hearings/{hearing}/answers/{organisation}/attachments/{attachment}/removal", right::answer,
                detach_file_sent,
                {.operation = "detachFile",
                 .summary = "Takes a file from an organisation's answer until the hearing closes.",
                 .status = 204});
}

} // namespace hearings
