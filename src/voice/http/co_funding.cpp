#include "voice/actions/co_funding.hpp"
#include "governance/seats.hpp"
#include "platform/http/represent.hpp"
#include "platform/http/router.hpp"
#include "platform/ui/form_again.hpp"
#include "voice/actions/speakers.hpp"
#include "voice/domain/errors.hpp"
#include "voice/http/handlers.hpp"
#include "voice/http/links.hpp"
#include "voice/rights.hpp"
#include "voice/store/co_funding_store.hpp"
#include "voice/texts.hpp"
#include "voice/views/co_funding_pages.hpp"

#include <fmt/format.h>

namespace voice {

static Result<void> fill_co_funding_row(const http::Query& query, CoFundingRow& row,
                                        const CoFundingStatement& statement, Links& links) {
    row.id = statement.id;
    row.number = statement.number;
    row.url = statement.url();
    row.language = i18n::code(statement.language);
    row.project = statement.project;
    row.applicant = TRY(links.organisation(statement.applicant));
    row.recipient = TRY(links.organisation(statement.recipient));
    row.state = statement.state_on(query.today());
    row.advice = statement.advice;
    row.received_on = statement.received_on;
    row.apply_by = statement.apply_by;
    row.days_given = statement.days_given();
    row.days_min = statement.days_min;
    row.days_left =
        static_cast<int>((std::chrono::sys_days{statement.apply_by} - std::chrono::sys_days{query.today()}).count());
    row.is_exempted = !statement.exemption_reason.empty();
    row.given_on = statement.given_on;
    row.is_invented = statement.is_invented;
    row.asked_at = statement.asked_at;
    row.changed_at = statement.changed_at;
    row.version = statement.version;
    return {};
}

static Result<CoFundingListView> read_co_funding_list(const http::Query& query, std::optional<CoFundingState> state) {
    CoFundingListView list;
    list.state = state;
    list.rule = TRY(store::comment_rule_on(query.reader, query.today()));
    Links links{query};
    for (const auto& statement : TRY(store::co_funding_statements(query.reader, state, query.today())))
        TRY(fill_co_funding_row(query, list.statements.emplace_back(), statement, links));
    return list;
}

static Result<CoFundingView> read_co_funding(const http::Query& query) {
    const auto statement = TRY(store::co_funding_statement(query.reader, query.request.path_value("statement")));
    Links links{query};
    CoFundingView view;
    TRY(fill_co_funding_row(query, view, statement, links));
    view.summary = statement.summary;
    view.rule = TRY(store::comment_rule_on(query.reader, statement.received_on));
    view.exemption_reason = statement.exemption_reason;
    view.exempted_by = statement.exempted_by;
    view.comment = statement.comment;
    view.authority = statement.authority;
    if (statement.speaker && statement.given_on) {
        const auto seat =
            TRY(governance::seat_on(query.reader, *statement.speaker, *statement.given_on, query.request.language));
        if (seat) view.speaker_name = seat->person_name;
        if (seat) view.speaker_body = NamedLink{seat->body_name, seat->body_path};
    }
    if (statement.case_id) view.matter = TRY(links.matter(*statement.case_id));
    if (statement.given_on) view.document_url = statement.url() + "/document";
    view.document_sha256 = statement.document_sha256;
    view.happenings = TRY(journal::happenings_about(query, {"co_funding_statement", statement.id.to_string()}));
    return view;
}

static csv::Table co_funding_table(const http::Call& call, const CoFundingListView& list) {
    csv::Table table{{"number", "project", "applicant", "recipient", "state", "receivedOn", "applyBy", "daysGiven",
                      "daysMin", "isExempted", "advice", "givenOn", "url"},
                     {}};
    for (const auto& row : list.statements) {
        table.rows.push_back(
            {row.number, row.project, row.applicant.name, row.recipient.name, std::string{json::name_of(row.state)},
             to_string(row.received_on), to_string(row.apply_by), std::to_string(row.days_given),
             std::to_string(row.days_min), row.is_exempted ? "true" : "false",
             row.advice ? std::string{json::name_of(*row.advice)} : std::string{},
             row.given_on ? to_string(*row.given_on) : std::string{}, call.public_url + call.url(row.url)});
    }
    return table;
}

static feed::Feed co_funding_feed(const http::Call& call, const CoFundingListView& list) {
    auto made = http::page_feed(call, call.public_url + "/co-funding-statements", call.t(text::statements),
                                call.public_url + call.url("/co-funding-statements"));
    for (const auto& row : list.statements) {
        made.updated = std::max(made.updated, row.changed_at);
        made.entries.push_back({.id = "urn:uuid:" + row.id.to_string(),
                                .title = row.project,
                                .url = call.public_url + call.url(row.url),
                                .updated = row.changed_at,
                                .author = "Samband",
                                .summary = row.applicant.name,
                                .categories = {std::string{json::name_of(row.state)}}});
    }
    return made;
}

/// The deadlines of what is not yet said.
static calendar::Calendar co_funding_calendar(const http::Call& call, const CoFundingListView& list) {
    calendar::Calendar made{call.t(text::statements), std::string{i18n::code(call.request.language)}, {}};
    for (const auto& row : list.statements) {
        if (row.state != CoFundingState::waiting) continue;
        calendar::Event event;
        event.uid = row.id.to_string();
        event.whole_day = row.apply_by;
        event.title = fmt::format("{}: {}", call.t(text::statement_apply_by), row.project);
        event.description = row.applicant.name;
        event.url = call.public_url + call.url(row.url);
        event.changed_at = row.changed_at;
        made.events.push_back(std::move(event));
    }
    return made;
}

static Result<http::Response> list_co_funding(const http::Query& query) {
    const auto asked = TRY(query.request.read_query<CoFundingQuestion>());
    const bool may_ask = query.principal.may_somewhere(right::ask_statement);
    return http::represent<CoFundingListView>(
        query, TRY(read_co_funding_list(query, asked.state)),
        {.html = [&](const CoFundingListView& shown) { return co_funding_list_page(query, shown, may_ask); },
         .csv = [&](const CoFundingListView& shown) { return co_funding_table(query, shown); },
         .atom = [&](const CoFundingListView& shown) { return co_funding_feed(query, shown); },
         .ics = [&](const CoFundingListView& shown) { return co_funding_calendar(query, shown); }});
}

static Result<http::Response> show_co_funding(const http::Query& query) {
    const auto view = TRY(read_co_funding(query));
    const bool may_speak = query.principal.may(right::speak);
    auto response = http::represent<CoFundingView>(
        query, view, {.html = [&](const CoFundingView& shown) { return co_funding_page(query, shown, may_speak); }});
    response.version = view.version;
    return response;
}

static Result<http::Response> show_co_funding_document(const http::Query& query) {
    const auto statement = TRY(store::co_funding_statement(query.reader, query.request.path_value("statement")));
    if (!statement.given_on) return statement_not_given.error();
    auto response = http::plain(statement.document, "text/plain; charset=utf-8");
    response.with("content-disposition", fmt::format("attachment; filename=\"{}.txt\"", statement.number));
    return response;
}

static Acting stating(const http::Command& command, db::Transaction& transaction) {
    return {transaction, command.services, command.principal, command.now};
}

static Result<Html> co_funding_request_form(const http::Query& query, const ui::FormState& state) {
    const auto rule = TRY(store::comment_rule_on(query.reader, query.today()));
    return co_funding_request_page(query, state, rule, query.principal.may(right::speak),
                                   query.principal.may(right::exempt));
}

static Result<http::Response> show_co_funding_request_form(const http::Query& query) {
    return http::html_document(TRY(co_funding_request_form(query, {})));
}

static Result<http::Response> ask_statement_sent(const http::Command& command) {
    const auto sent = command.request.read<NewCoFundingRequest>();
    if (!sent) return ui::answer_failure(command, sent.error(), co_funding_request_form);
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        return TRY(ask_statement(stating(command, transaction), *sent)).url();
    });
    if (!path) return ui::answer_failure(command, path.error(), co_funding_request_form);
    return ui::answer_created(command, *path);
}

static Result<Html> co_funding_comment_form(const http::Query& query, const ui::FormState& state) {
    const auto view = TRY(read_co_funding(query));
    const auto speakers = TRY(speakers_on(query.reader, query.today(), query.request.language));
    return co_funding_comment_page(query, state, view, speakers);
}

static Result<http::Response> show_co_funding_comment_form(const http::Query& query) {
    return http::html_document(TRY(co_funding_comment_form(query, {})));
}

static Result<http::Response> give_statement_sent(const http::Command& command) {
    const auto sent = command.request.read<NewCoFundingComment>();
    if (!sent) return ui::answer_failure(command, sent.error(), co_funding_comment_form);
    const auto changed = command.write([&](db::Transaction& transaction) -> Result<CoFundingStatement> {
        return give_statement(stating(command, transaction), command.request.path_value("statement"), *sent,
                              command.request.expected_version());
    });
    if (!changed) return ui::answer_failure(command, changed.error(), co_funding_comment_form);
    return ui::answer_changed(command, changed->url(), changed->version);
}

static Result<Html> comment_rules_form(const http::Query& query, const ui::FormState& state) {
    const CommentRuleListView view{TRY(store::comment_rules(query.reader))};
    return comment_rules_page(query, state, view, query.principal.may(right::keep_comment_rules));
}

static Result<http::Response> list_comment_rules(const http::Query& query) {
    if (query.wants_html()) return http::html_document(TRY(comment_rules_form(query, {})));
    return http::json_text(json::write(CommentRuleListView{TRY(store::comment_rules(query.reader))}));
}

static Result<http::Response> add_comment_rule_sent(const http::Command& command) {
    const auto sent = command.request.read<NewCommentRule>();
    if (!sent) return ui::answer_failure(command, sent.error(), comment_rules_form);
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        TRY(add_comment_rule(stating(command, transaction), *sent));
        return std::string{"/co-funding-rules"};
    });
    if (!path) return ui::answer_failure(command, path.error(), comment_rules_form);
    return ui::answer_created(command, *path);
}

void add_co_funding_routes(http::Router& router) {
    using http::Format;
    const auto form = [](std::string_view operation, std::string_view summary) {
        return http::About{.operation = operation, .summary = summary, .formats = {Format::html}};
    };
    router.get("/co-funding-statements", ::right::everybody, list_co_funding,
               {.operation = "listCoFundingStatements",
                .summary = "The sector's statements on applications for co-funding, and the time it had for each.",
                .formats = {Format::html, Format::json, Format::csv, Format::atom, Format::ics},
                .query = json::type_of<CoFundingQuestion>(),
                .answer = json::type_of<CoFundingListView>()});
    router.get("/co-funding-statements/{statement}", ::right::everybody, show_co_funding,
               {.operation = "showCoFundingStatement",
                .summary = "One statement: how the time was counted, what was said and on whose authority.",
                .answer = json::type_of<CoFundingView>()});
    router.get("/co-funding-statements/{statement}/document", ::right::everybody, show_co_funding_document,
               {.operation = "downloadCoFundingStatement",
                .summary = "The document that follows the application.",
                .formats = {Format::binary}});
    router.get("/co-funding-statements/new", right::ask_statement, show_co_funding_request_form,
               form("showCoFundingRequestForm", "The form for asking for a statement."));
    router.post("/co-funding-statements", right::ask_statement, ask_statement_sent,
                {.operation = "askForCoFundingStatement",
                 .summary = "Asks for a statement on an application; refused when too few days are left.",
                 .body = json::type_of<NewCoFundingRequest>(),
                 .status = 201});
    router.get("/co-funding-statements/{statement}/comment", right::speak, show_co_funding_comment_form,
               form("showCoFundingCommentForm", "The form for the statement itself."));
    router.post("/co-funding-statements/{statement}/comment", right::speak, give_statement_sent,
                {.operation = "giveCoFundingStatement",
                 .summary = "Says what the sector means, and makes the document that follows the application.",
                 .body = json::type_of<NewCoFundingComment>(),
                 .status = 204});
    router.get("/co-funding-rules", ::right::everybody, list_comment_rules,
               {.operation = "listCommentRules",
                .summary = "How many days the sector has for a statement, from when.",
                .answer = json::type_of<CommentRuleListView>()});
    router.post("/co-funding-rules", right::keep_comment_rules, add_comment_rule_sent,
                {.operation = "addCommentRule",
                 .summary = "Sets how many days the sector has, from a day to come.",
                 .body = json::type_of<NewCommentRule>(),
                 .status = 201});
}

} // namespace voice
