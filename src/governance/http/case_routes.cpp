// The addresses of cases.
#include "governance/actions/case_content.hpp"
#include "governance/actions/case_steps.hpp"
#include "governance/actions/documents.hpp"
#include "governance/actions/shields.hpp"
#include "governance/http/case_handlers.hpp"
#include "governance/http/linked_format.hpp"
#include "governance/views/case_models.hpp"

namespace governance {

using http::Format;

static const std::vector<Format> page_only{Format::html};

static void add_reading(http::Router& router, const Extensions& extensions) {
    router.get("/cases", ::right::everybody, list_cases_in,
               {.operation = "listCases",
                .summary = "Cases by state, theme, body, region, period and words.",
                .formats = {Format::html, Format::json, Format::csv, Format::atom},
                .query = json::type_of<CaseFilter>(),
                .answer = json::type_of<CaseListView>(),
                .is_cached = true});
    router.get("/cases/{number}", ::right::everybody,
               [extensions](const http::Query& query) { return show_case(query, extensions); },
               {.operation = "showCase",
                .summary = "One case with its path, decision, documents and timeline.",
                .formats = with_linked({Format::html, Format::json, Format::atom}, extensions.linked_case != nullptr),
                .answer = json::type_of<CaseView>(),
                .is_cached = true});
    router.get("/cases/{number}/export", ::right::everybody, send_export,
               {.operation = "exportCase",
                .summary = "The case's events with the proofs that they stand in the journal.",
                .formats = {Format::json}});
    router.get("/cases/{number}/documents/{document}", ::right::everybody, download_document,
               {.operation = "downloadDocument", .summary = "The bytes of a document.", .formats = {Format::binary}});
}

static void add_content(http::Router& router) {
    router.get("/cases/new", right::plan_case, show_plan_form,
               {.operation = "showPlanForm", .summary = "The form for planning a case.", .formats = page_only});
    router.post("/cases", right::plan_case, plan_case_sent,
                {.operation = "planCase",
                 .summary = "Announces a case; from then on everybody can see it.",
                 .body = json::type_of<NewCase>(),
                 .status = 201});
    router.get("/cases/{number}/texts", right::prepare_case, show_texts_form,
               {.operation = "showTextsForm", .summary = "The form for a case's texts.", .formats = page_only});
    router.post("/cases/{number}/texts", right::prepare_case, change_texts_sent,
                {.operation = "changeTexts",
                 .summary = "Replaces texts, themes, handler and proposed decision.",
                 .body = json::type_of<CaseTexts>(),
                 .status = 204});
    router.get(
        "/cases/{number}/path", right::plan_case, show_path_form,
        {.operation = "showPathForm", .summary = "The form for the bodies still to come.", .formats = page_only});
    router.post("/cases/{number}/path", right::plan_case, change_path_sent,
                {.operation = "changePath",
                 .summary = "Replaces the bodies that have not treated the case yet.",
                 .body = json::type_of<PathChange>(),
                 .status = 204});
    router.get(
        "/cases/{number}/concerns", right::prepare_case, show_concerns_form,
        {.operation = "showConcernsForm", .summary = "The form for whom a case concerns.", .formats = page_only});
    router.post("/cases/{number}/concerns", right::prepare_case, change_concerns_sent,
                {.operation = "changeConcerns",
                 .summary = "Replaces the list of those whom the case concerns.",
                 .body = json::type_of<ConcernsChange>(),
                 .status = 204});
}

static void add_steps(http::Router& router) {
    router.get("/cases/{number}/notice", right::plan_case, show_notice_form,
               {.operation = "showNoticeForm", .summary = "The form for giving notice.", .formats = page_only});
    router.post("/cases/{number}/notice", right::plan_case, give_notice_sent,
                {.operation = "giveNotice",
                 .summary = "Gives notice of the case to those it concerns.",
                 .body = json::type_of<Notice>(),
                 .status = 204});
    router.post(
        "/cases/{number}/preparation", right::prepare_case, begin_preparation_sent,
        {.operation = "beginPreparation", .summary = "Begins the preparation of a noticed case.", .status = 204});
    router.post("/cases/{number}/sending-on", right::plan_case, send_on_sent,
                {.operation = "sendOn", .summary = "Sends a treated case on to the next body.", .status = 204});
    router.post("/cases/{number}/final", right::plan_case, make_final_sent,
                {.operation = "makeFinal", .summary = "Ends a case that every body has treated.", .status = 204});
    router.get(
        "/cases/{number}/follow-up", right::plan_case, show_follow_up_form,
        {.operation = "showFollowUpForm", .summary = "The form for what became of a decision.", .formats = page_only});
    router.post("/cases/{number}/follow-up", right::plan_case, follow_up_sent,
                {.operation = "followUp",
                 .summary = "Records what became of a decision.",
                 .body = json::type_of<ClosingNote>(),
                 .status = 204});
    router.get(
        "/cases/{number}/withdrawal", right::plan_case, show_withdrawal_form,
        {.operation = "showWithdrawalForm", .summary = "The form for withdrawing a case.", .formats = page_only});
    router.post("/cases/{number}/withdrawal", right::plan_case, withdraw_sent,
                {.operation = "withdrawCase",
                 .summary = "Withdraws a case, with the reason.",
                 .body = json::type_of<ClosingNote>(),
                 .status = 204});
}

static void add_documents_and_shields(http::Router& router, const Extensions& extensions) {
    router.get("/cases/{number}/documents/new", right::prepare_case, show_document_form,
               {.operation = "showDocumentForm", .summary = "The form for a new document.", .formats = page_only});
    router.post("/cases/{number}/documents", right::prepare_case,
                [extensions](const http::Command& command) { return add_documents_sent(command, extensions); },
                {.operation = "addDocument",
                 .summary = "Adds a document: fields, and the file in the part \"file\".",
                 .body = json::type_of<NewDocument>(),
                 .status = 201,
                 .takes_files = true,
                 .body_max = document_bytes_max + (std::size_t{1} << 20)});
    router.get("/cases/{number}/documents/{document}/removal", right::prepare_case, show_removal_form,
               {.operation = "showRemovalForm", .summary = "The form for removing a document.", .formats = page_only});
    router.post("/cases/{number}/documents/{document}/removal", right::prepare_case, remove_document_sent,
                {.operation = "removeDocument",
                 .summary = "Removes a document and leaves a tombstone.",
                 .body = json::type_of<Removal>(),
                 .status = 204});
    router.get(
        "/cases/{number}/shields", right::shield, show_shields_form,
        {.operation = "showShieldsForm", .summary = "What is shielded, and the form for more.", .formats = page_only});
    router.post("/cases/{number}/shields", right::shield, set_shield_sent,
                {.operation = "setShield",
                 .summary = "Shields a field or a document, with legal basis and day.",
                 .body = json::type_of<NewShield>(),
                 .status = 204});
    router.post("/cases/{number}/shields/{shield}/lifting", right::shield, lift_shield_sent,
                {.operation = "liftShield", .summary = "Opens what was shielded.", .status = 204});
}

void add_case_routes(http::Router& router, const Extensions& extensions) {
    add_reading(router, extensions);
    add_content(router);
    add_steps(router);
    add_documents_and_shields(router, extensions);
}

} // namespace governance
