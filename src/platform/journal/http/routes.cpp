#include "platform/journal/journal_routes.hpp"

#include "platform/crypto/signature.hpp"
#include "platform/errors.hpp"
#include "platform/http/represent.hpp"
#include "platform/journal/http/pages.hpp"
#include "platform/journal/proof.hpp"
#include "platform/journal/sentence.hpp"
#include "platform/rights.hpp"

#include <algorithm>
#include <charconv>

namespace journal {

namespace {

constexpr int page_size = 50;

EventView view_of(const http::Query& query, const StoredEvent& event) {
    EventView view{.sequence = event.sequence,
                   .id = event.id,
                   .at = event.at,
                   .type = event.type,
                   .what = sentence(event, query.t),
                   .who = actor(event, query.t),
                   .visibility = std::string{name_of(event.visibility)},
                   .subjects = {},
                   .url = "/journal/" + std::to_string(event.sequence)};
    for (const auto& [kind, id] : event.subjects)
        view.subjects.push_back({kind, id});
    return view;
}

std::string older_url(const JournalFilter& filter, std::int64_t before) {
    http::Form query;
    query.add("before", std::to_string(before));
    if (filter.kind) query.add("kind", *filter.kind);
    if (filter.subject) query.add("subject", *filter.subject);
    return "/journal?" + query.to_string();
}

Result<std::vector<StoredEvent>> find_events(const http::Query& query, const JournalFilter& filter) {
    const auto before = filter.before.value_or(0);
    if (filter.kind && filter.subject)
        return query.journal.about(query.reader, {*filter.kind, *filter.subject}, query.principal, page_size + 1,
                                   before);
    return query.journal.newest(query.reader, query.principal, page_size + 1, before);
}

Result<http::Response> show_journal(const http::Query& query) {
    const auto filter = TRY(query.request.read_query<JournalFilter>());
    auto events = TRY(find_events(query, filter));
    JournalView view;
    view.head = query.journal.head();
    view.key_fingerprint = query.journal.signing_key().public_key().fingerprint();
    if (events.size() > page_size) {
        events.pop_back();
        view.older_url = older_url(filter, events.back().sequence);
    }
    for (const auto& event : events)
        view.events.push_back(view_of(query, event));
    return http::represent(
        query, view,
        http::Representations<JournalView>{.html = [&](const JournalView& shown) { return journal_page(query, shown); },
                                           .csv = {},
                                           .atom = [&](const JournalView& shown) { return journal_feed(query, shown); },
                                           .ics = {}});
}

bool may_see(const Principal& principal, const StoredEvent& event) {
    if (event.visibility == Visibility::everybody || principal.may(platform::right::operate)) return true;
    const auto may_see_subject = [&](const auto& subject) {
        return principal.may(platform::right::read_internal_events, subject.second);
    };
    return event.visibility == Visibility::internal && std::ranges::any_of(event.subjects, may_see_subject);
}

ProofView proof_view_of(const Proof& proof, std::string canonical_form) {
    ProofView view{.canonical = std::move(canonical_form),
                   .leaf = hex(proof.leaf),
                   .place = static_cast<std::int64_t>(proof.index),
                   .path = {},
                   .batch = proof.batch.number,
                   .first = proof.batch.first,
                   .last = proof.batch.last,
                   .sealed_at = proof.batch.sealed_at,
                   .root = hex(proof.batch.root),
                   .seal = hex(proof.batch.seal)};
    for (const auto& step : proof.path)
        view.path.push_back(hex(step));
    return view;
}

Result<http::Response> show_event(const http::Query& query) {
    const auto text = query.request.path_value("sequence");
    std::int64_t sequence = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), sequence);
    const auto not_found = platform::event_not_found.error({{"number", sequence}});
    if (fault != std::errc{} || end != text.data() + text.size() || sequence < 1) return not_found;
    const auto found = TRY(query.journal.after(query.reader, sequence - 1, 1));
    if (found.empty() || found.front().sequence != sequence || !may_see(query.principal, found.front()))
        return not_found;
    const auto record = TRY(store::find(query.reader, sequence));
    const ProvenEventView view{view_of(query, found.front()),
                               proof_view_of(TRY(proof(query.reader, sequence)), TRY(canonical(*record)))};
    return http::represent(query, view,
                           http::Representations<ProvenEventView>{
                               .html = [&](const ProvenEventView& shown) { return event_page(query, shown); },
                               .csv = {},
                               .atom = {},
                               .ics = {}});
}

http::Response download(std::string bytes, std::string media_type, const std::string& name) {
    auto response = http::plain(std::move(bytes), std::move(media_type));
    response.with("content-disposition", "attachment; filename=\"" + name + "\"");
    return response;
}

Result<http::Response> send_export(const http::Query& query) {
    const auto widest = query.principal.may(platform::right::operate) ? Visibility::operators : Visibility::everybody;
    auto response = download({}, std::string{http::media_type(http::Format::ndjson)}, "journal.ndjson");
    response.pieces = query.journal.exported(widest, query.now);
    return response;
}

Result<http::Response> send_bundle(const http::Query& query) {
    const std::string kind{query.request.path_value("kind")};
    const std::string id{query.request.path_value("id")};
    auto bytes = TRY(bundle(query.reader, {kind, id}, query.journal.signing_key(), query.now));
    return download(std::move(bytes), "application/json", "journal-bundle.json");
}

Result<http::Response> send_key(const http::Query& query) {
    return download(query.journal.signing_key().public_key().to_pem(), "application/x-pem-file", "samband-key.pem");
}

} // namespace

void add_routes(http::Router& router) {
    using http::Format;
    router.get("/journal", ::right::everybody, show_journal,
               {.operation = "listEvents",
                .summary = "The newest events, fifty at a time; all, or those about one subject.",
                .formats = {Format::html, Format::json, Format::atom},
                .query = json::type_of<JournalFilter>(),
                .answer = json::type_of<JournalView>(),
                .is_cached = true});
    router.get("/journal/export", ::right::everybody, send_export,
               {.operation = "exportJournal",
                .summary = "The whole journal as lines of JSON, sealed and signed, to be verified offline.",
                .formats = {Format::binary}});
    router.get("/journal/key", ::right::everybody, send_key,
               {.operation = "showJournalKey",
                .summary = "The public key that signs exports, bundles and documents.",
                .formats = {Format::binary}});
    router.get("/journal/bundles/{kind}/{id}", ::right::everybody, send_bundle,
               {.operation = "downloadBundle",
                .summary = "All public events about a subject in one file with their proofs.",
                .formats = {Format::binary}});
    router.get("/journal/{sequence}", ::right::everybody, show_event,
               {.operation = "showEvent",
                .summary = "One event and the proof that it is in the journal.",
                .answer = json::type_of<ProvenEventView>(),
                .is_cached = true});
}

} // namespace journal
