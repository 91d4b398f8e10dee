#include "voice/views/co_funding_pages.hpp"

#include "platform/ui/page.hpp"
#include "voice/texts.hpp"
#include "voice/views/parts.hpp"

#include <fmt/format.h>

namespace voice {

static std::string label(const http::Call& call, CoFundingState state) {
    return call.t.by_name(fmt::format("statement.state.{}", json::name_of(state)));
}
static std::string label(const http::Call& call, CoFundingAdvice advice) {
    return call.t.by_name(fmt::format("statement.advice.{}", json::name_of(advice)));
}

static Html co_funding_tag(const http::Call& call, const CoFundingRow& row) {
    using enum CoFundingState;
    switch (row.state) {
    case waiting:
        return ui::tag(call.t(text::statement_days_left({.count = row.days_left})), ui::Tone::info,
                       ui::Icon::hourglass);
    case given:
        return ui::tag(label(call, *row.advice), ui::Tone::success, ui::Icon::checkmark_circle);
    case lapsed:
        return ui::tag(label(call, row.state), ui::Tone::danger, ui::Icon::minus_circle);
    }
    return {};
}

static std::vector<Html> co_funding_tags(const http::Call& call, const CoFundingRow& row) {
    std::vector<Html> tags{co_funding_tag(call, row)};
    if (row.is_exempted)
        tags.push_back(ui::tag(call.t(text::statement_exempted), ui::Tone::warning, ui::Icon::warning));
    if (row.is_invented) tags.push_back(ui::tag(call.t(text::is_invented), ui::Tone::warning));
    return tags;
}

Html co_funding_list_page(const http::Call& call, const CoFundingListView& view, bool may_ask) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::statements);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::statements_lead);
    hero.facts = t(text::statement_rule_now({.count = view.rule.days_min}));
    if (may_ask) {
        hero.beside =
            ui::button_link(t(text::statement_ask), call.url("/co-funding-statements/new"), "primary", ui::Icon::plus);
    }
    page.hero = ui::hero(hero);
    std::vector<Html> cards;
    for (const auto& row : view.statements) {
        cards.push_back(
            ui::link_card(row.project, call.url(row.url), fmt::format("{} · {}", row.number, row.applicant.name),
                          co_funding_tags(call, row), t(text::statement_deadline_is({.day = t.date(row.apply_by)}))));
    }
    std::vector<std::pair<std::string, std::string>> states;
    for (const auto state : json::enumerator_values<CoFundingState>)
        states.emplace_back(std::string{json::name_of(state)}, label(call, state));
    const auto chosen = view.state ? std::string{json::name_of(*view.state)} : std::string{};
    page.content = html::join(
        {state_filter(call, call.url("/co-funding-statements"), states, chosen),
         cards.empty() ? ui::empty_state(t(text::statements_none), t(text::positions_none_text)) : ui::card_grid(cards),
         ui::section(t(text::statement_rules), "rules",
                     html::p(ui::link(t(text::statement_rules_see), call.url("/co-funding-rules")))),
         ui::formats_card(call, {{"JSON", "/co-funding-statements.json"},
                                 {"CSV", "/co-funding-statements.csv"},
                                 {"Atom", "/co-funding-statements.atom"},
                                 {"iCalendar", "/co-funding-statements.ics"}})});
    page.alternates = {{http::Format::json, "/co-funding-statements.json"},
                       {http::Format::csv, "/co-funding-statements.csv"},
                       {http::Format::atom, "/co-funding-statements.atom"},
                       {http::Format::ics, "/co-funding-statements.ics"}};
    page.description = t(text::statements_lead);
    return ui::page(call, page);
}

/// How the rule was applied, with its numbers.
static Html rule_working(const http::Call& call, const CoFundingView& view) {
    const auto& t = call.t;
    const auto words = t(text::statement_working({.received = t.date(view.received_on),
                                                  .deadline = t.date(view.apply_by),
                                                  .days = view.days_given,
                                                  .min = view.days_min}));
    const auto rule = t(text::statement_rule_basis({.day = t.date(view.rule.valid_from), .basis = view.rule.basis}));
    if (!view.is_exempted) return html::join({html::p(words), html::p(html::cls("meta"), rule)});
    return html::join({html::p(words), html::p(html::cls("meta"), rule),
                       ui::alert(ui::Tone::warning, t(text::statement_exempted_by({.who = view.exempted_by})),
                                 html::p(view.exemption_reason))});
}

static Html comment_section(const http::Call& call, const CoFundingView& view) {
    const auto& t = call.t;
    if (view.state != CoFundingState::given) {
        return html::p(
            t(view.state == CoFundingState::lapsed ? text::statement_lapsed_text : text::statement_none_yet));
    }
    const auto speaker =
        view.speaker_name.empty() ? view.authority : fmt::format("{}, {}", view.speaker_name, view.authority);
    const auto meta = fmt::format("{} · {}", t.date(*view.given_on), speaker);
    std::vector<Html> document{html::p(ui::link(t(text::statement_document), call.url(*view.document_url))),
                               html::p(html::cls("meta"), "SHA-256: ", html::code(view.document_sha256))};
    return html::join({html::p(html::cls("meta"), meta), ui::markdown(view.comment), html::join(document)});
}

static Html co_funding_side(const http::Call& call, const CoFundingView& view, bool may_speak) {
    const auto& t = call.t;
    const auto facts =
        ui::facts({{t(text::fact_number), view.number},
                   {t(text::statement_applicant), ui::linked(call, view.applicant)},
                   {t(text::statement_recipient), ui::linked(call, view.recipient)},
                   {t(text::statement_received), t.date(view.received_on)},
                   {t(text::statement_apply_by), t.date(view.apply_by)},
                   {t(text::fact_basis), view.matter ? ui::linked(call, *view.matter) : Html{}},
                   {t(text::fact_decided_by), view.speaker_body ? ui::linked(call, *view.speaker_body) : Html{}}});
    Html tools;
    if (may_speak && view.state == CoFundingState::waiting) {
        tools = ui::card(t(text::tools), html::p(ui::link(t(text::statement_give), call.url(view.url + "/comment"))));
    }
    return html::join(
        {tools, ui::card(t(text::statement_about), facts), ui::formats_card(call, {{"JSON", view.url + ".json"}})});
}

Html co_funding_page(const http::Call& call, const CoFundingView& view, bool may_speak) {
    const auto& t = call.t;
    ui::Page page;
    page.title = view.project;
    page.crumbs = {{t(text::statements), call.url("/co-funding-statements")}, {view.number, {}}};
    ui::Hero hero;
    hero.tags = co_funding_tags(call, view);
    hero.title = view.project;
    hero.title_language = view.language;
    hero.facts = t(text::statement_from_to({.applicant = view.applicant.name, .recipient = view.recipient.name}));
    page.hero = ui::hero(hero);
    const auto main = html::join({ui::markdown(view.summary),
                                  ui::section(t(text::statement_words), "statement", comment_section(call, view)),
                                  ui::section(t(text::statement_time), "time", rule_working(call, view)),
                                  journal::history_section(call, view.happenings)});
    page.content = ui::columns(main, co_funding_side(call, view, may_speak), t(text::statement_about));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

Html co_funding_request_page(const http::Call& call, const ui::FormState& state, const CommentRule& rule,
                             bool may_speak, bool may_exempt) {
    const auto& t = call.t;
    auto summary = ui::labelled_field(call, "summary", text::statement_summary);
    summary.rows = 6;
    summary.hint = t(text::field_markdown_hint);
    auto recipient = ui::required_field(call, "recipient", text::statement_recipient);
    recipient.hint = t(text::field_addressee_hint);
    auto apply_by = ui::date_field(call, "applyBy", text::statement_apply_by);
    apply_by.hint = t(text::statement_rule_now({.count = rule.days_min}));
    Html fields = html::join({ui::written_form_field(call, state),
                              ui::field(call, state, ui::required_field(call, "project", text::statement_project)),
                              ui::field(call, state, summary), ui::field(call, state, recipient),
                              ui::field(call, state, apply_by)});
    if (may_speak) {
        auto applicant = ui::required_field(call, "applicant", text::statement_applicant);
        applicant.hint = t(text::field_addressee_hint);
        fields += ui::field(call, state, applicant);
        auto received = ui::date_field(call, "receivedOn", text::statement_received);
        received.is_required = false;
        received.hint = t(text::statement_received_hint);
        fields += ui::field(call, state, received);
    }
    if (may_exempt) {
        auto reason = ui::labelled_field(call, "exemptionReason", text::statement_exemption);
        reason.hint = t(text::statement_exemption_hint);
        fields += ui::field(call, state, reason);
    }
    return ui::form_page(call, state,
                         {.title = call.t(text::statement_ask),
                          .lead = call.t(text::statement_ask_lead),
                          .send = call.t(text::form_save),
                          .path = "/co-funding-statements",
                          .crumbs = {{t(text::statements), "/co-funding-statements"}},
                          .back = "/co-funding-statements"},
                         fields);
}

Html co_funding_comment_page(const http::Call& call, const ui::FormState& state, const CoFundingView& view,
                             const std::vector<governance::SeatCard>& speakers) {
    const auto& t = call.t;
    std::vector<ui::Choice> advices;
    for (const auto each : json::enumerator_values<CoFundingAdvice>)
        advices.push_back({.value = std::string{json::name_of(each)}, .label = label(call, each), .hint = {}});
    auto comment = ui::required_field(call, "comment", text::statement_words);
    comment.rows = 10;
    comment.hint = t(text::field_markdown_hint);
    std::vector<ui::Choice> people{{.value = {}, .label = t(text::statement_by_secretariat), .hint = {}}};
    for (const auto& seat : speakers) {
        people.push_back({.value = seat.id.to_string(),
                          .label = fmt::format("{}, {}", seat.person_name, seat.body_name),
                          .hint = {}});
    }
    auto matter = ui::labelled_field(call, "caseNumber", text::statement_case);
    matter.hint = t(text::field_case_hint);
    matter.width = "sm";
    return ui::form_page(
        call, state,
        {.title = call.t(text::statement_give),
         .lead = call.t(text::statement_give_lead),
         .send = call.t(text::statement_give),
         .path = view.url + "/comment",
         .crumbs = {{t(text::statements), "/co-funding-statements"}, {view.number, view.url}},
         .back = view.url,
         .version = view.version},
        html::join({ui::radios(call, state, ui::required_field(call, "advice", text::statement_advice), advices),
                    ui::field(call, state, comment),
                    ui::select(call, state, ui::labelled_field(call, "speaker", text::statement_speaker), people),
                    ui::field(call, state, matter)}));
}

Html comment_rules_page(const http::Call& call, const ui::FormState& state, const CommentRuleListView& view,
                        bool may_add) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::statement_rules);
    page.crumbs = {{t(text::statements), call.url("/co-funding-statements")}, {page.title, {}}};
    page.has_errors = state.error != nullptr;
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::statement_rules_lead);
    page.hero = ui::hero(hero);
    std::vector<std::vector<Html>> rows;
    for (const auto& rule : view.rules) {
        rows.push_back(
            {Html{t.date(rule.valid_from)}, Html{t(text::statement_days({.count = rule.days_min}))}, Html{rule.basis}});
    }
    page.content = ui::table(
        page.title, {{t(text::statement_rule_from)}, {t(text::statement_rule_days)}, {t(text::statement_rule_where)}},
        rows);
    if (may_add) {
        auto days = ui::required_field(call, "daysMin", text::statement_rule_days);
        days.type = "number";
        days.width = "sm";
        const auto fields =
            html::join({ui::field(call, state, ui::date_field(call, "validFrom", text::statement_rule_from)),
                        ui::field(call, state, days),
                        ui::field(call, state, ui::required_field(call, "basis", text::statement_rule_where)),
                        html::div(html::cls("buttons"), ui::submit(t(text::form_save)))});
        page.content += ui::section(t(text::statement_rule_add), "add",
                                    html::div(html::cls("narrow"), ui::error_summary(call, state),
                                              ui::form(call, "/co-funding-rules", fields)));
    }
    page.content += ui::formats_card(call, {{"JSON", "/co-funding-rules.json"}});
    page.alternates = {{http::Format::json, "/co-funding-rules.json"}};
    return ui::page(call, page);
}

} // namespace voice
