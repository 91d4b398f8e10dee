// Decision records: their list, the page that shows the working, and the record itself.
#include "governance/http/decision_reading.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/store/decision_record_store.hpp"
#include "governance/texts.hpp"
#include "governance/views/decision_page.hpp"
#include "platform/http/represent.hpp"

namespace governance {

static constexpr int decisions_listed = 100;

static Result<DecisionListView> read_decisions(const http::Query& query) {
    DecisionListView view;
    for (const auto& listed : TRY(newest_records(query.reader, decisions_listed))) {
        const auto record = json::read<DecisionRecord>(listed.kept.document);
        if (!record) continue; // Told by samband verify, and no reason to show nobody anything.
        DecisionRow row;
        row.vote = record->vote;
        row.url = "/decisions/" + record->vote.to_string();
        row.at = record->at;
        const auto& name = query.request.language == i18n::Language::nn ? listed.body_nn : listed.body_nb;
        row.body = {name, "/bodies/" + listed.body_slug};
        row.item = listed.item;
        row.kind = record->inputs.kind;
        row.tally = record->working.tally;
        row.result = record->working.result;
        row.is_about_impartiality = record->impartiality_of.has_value();
        row.is_among_options = record->inputs.election.has_value();
        row.sha256 = listed.kept.sha256;
        view.decisions.push_back(std::move(row));
    }
    return view;
}

static feed::Feed decision_feed(const http::Call& call, const DecisionListView& view) {
    const auto page = call.public_url + call.url("/decisions");
    auto made = http::page_feed(call, page, call.t(text::decisions), page);
    made.updated = view.decisions.empty() ? Instant{} : view.decisions.front().at;
    for (const auto& row : view.decisions) {
        made.entries.push_back({.id = "urn:uuid:" + row.vote.to_string(),
                                .title = decision_in_words(call, row),
                                .url = call.public_url + call.url(row.url),
                                .updated = row.at,
                                .author = row.body.name,
                                .summary = {},
                                .categories = {std::string{json::name_of(row.kind)}}});
    }
    return made;
}

Result<http::Response> list_decisions(const http::Query& query) {
    return http::represent<DecisionListView>(
        query, TRY(read_decisions(query)),
        {.html = [&](const DecisionListView& shown) { return decision_list_page(query, shown); },
         .atom = [&](const DecisionListView& shown) { return decision_feed(query, shown); }});
}

Result<http::Response> show_decision(const http::Query& query) {
    const auto view = TRY(read_decision(query));
    return http::represent<DecisionView>(
        query, view, {.html = [&](const DecisionView& shown) { return decision_page(query, shown); }});
}

Result<http::Response> send_record(const http::Query& query) {
    const auto view = TRY(read_decision(query));
    auto response = http::json_text(view.record);
    response.with("content-disposition", "attachment; filename=\"vedtak-" + view.vote.to_string() + ".json\"");
    return response;
}

void add_decision_routes(http::Router& router) {
    router.get("/decisions", ::right::everybody, list_decisions,
               {.operation = "listDecisions",
                .summary = "The public log of votes, newest first.",
                .formats = {http::Format::html, http::Format::json, http::Format::atom},
                .answer = json::type_of<DecisionListView>(),
                .is_cached = true});
    router.get("/decisions/{vote}", ::right::everybody, show_decision,
               {.operation = "showDecision",
                .summary = "A decision with its working: who could vote, what the rules ask for, the arithmetic.",
                .answer = json::type_of<DecisionView>(),
                .is_cached = true});
    router.get("/decisions/{vote}/record", ::right::everybody, send_record,
               {.operation = "sendDecisionRecord",
                .summary = "The decision record byte for byte, for samband verify --offline.",
                .formats = {http::Format::json},
                .answer = json::type_of<DecisionRecord>()});
}

} // namespace governance
