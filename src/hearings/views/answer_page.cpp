#include "governance/listed_file.hpp"
#include "hearings/texts.hpp"
#include "hearings/views/labels.hpp"
#include "hearings/views/pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>

namespace hearings {

static std::string reply_words(const QuestionView& question, const ReplyView& reply) {
    std::string words;
    if (reply.option) words = question.options[static_cast<std::size_t>(*reply.option - 1)].text;
    if (!words.empty() && !reply.text.empty()) words += ": ";
    return words + reply.text;
}

static Html replies_of(const http::Call& call, const AnswerPageView& view) {
    if (!view.addressee.answer->replies || view.addressee.answer->replies->empty()) return {};
    Html shown;
    for (const auto& question : view.questions) {
        const auto& replies = *view.addressee.answer->replies;
        const auto found = std::ranges::find(replies, question.number, &ReplyView::question);
        shown += html::h3(question.text);
        shown += html::p(found == replies.end() ? call.t(text::answer_no_reply) : reply_words(question, *found));
    }
    return ui::section(call.t(text::hearing_questions), "replies", shown);
}

static Html attachments_of(const http::Call& call, const AnswerPageView& view, bool may_change) {
    const auto& sent = view.addressee.answer->attachments;
    if (!sent || (sent->empty() && !may_change)) return {};
    std::vector<ui::DocumentRow> rows;
    for (const auto& one : *sent) {
        auto row = governance::listed(call, {one.title, call.url(one.url), one.media_type,
                                             static_cast<std::uint64_t>(one.size), one.state, one.state_reason,
                                             norwegian_date(one.added_at)});
        if (may_change) {
            row.actions =
                ui::post_button(call, call.t(text::attachment_remove({.title = one.title})),
                                view.addressee.url + "/attachments/" + one.id.to_string() + "/removal", "tertiary");
        }
        rows.push_back(std::move(row));
    }
    auto content = rows.empty() ? html::p(ui::words(call, text::attachments_none)) : ui::documents(rows);
    if (may_change) {
        const auto form = view.hearing_url + "/attachments/new?organisation=" + view.addressee.id.to_string();
        content +=
            html::p(ui::button_link(call.t(text::attachment_add), call.url(form), "secondary", ui::Icon::upload));
    }
    return ui::section(call.t(text::attachments), "attachments", content);
}

Html answer_page(const http::Call& call, const AnswerPageView& view, bool may_change) {
    const auto& answer = *view.addressee.answer;
    Html body;
    if (answer.legal_basis) {
        body += html::p(html::cls("meta"), ui::icon(ui::Icon::padlock), " ",
                        ui::words(call, text::answer_withheld({.basis = *answer.legal_basis})));
    }
    if (answer.text && !answer.text->empty()) {
        body += ui::section(call.t(text::hearing_answer), "answer",
                            html::div(html::cls("prose"), ui::markdown(*answer.text)));
    }
    body += replies_of(call, view);
    body += attachments_of(call, view, may_change);
    Html side =
        ui::card(call.t(text::hearing_facts),
                 ui::facts({{call.t(text::hearing_one), ui::link(view.hearing_title, call.url(view.hearing_url))},
                            {call.t(text::hearing_through),
                             answer.network ? ui::link(answer.network->name, call.url(answer.network->url)) : Html{}},
                            {call.t(text::answer_inherited),
                             answer.is_inherited ? Html{call.t(text::answer_inherited_means)} : Html{}},
                            {call.t(text::answer_at), Html{call.t.date_time(answer.answered_at)}},
                            {call.t(text::answer_changed_at),
                             answer.version > 1 ? Html{call.t.date_time(answer.changed_at)} : Html{}}}));
    if (may_change) {
        const auto change = view.hearing_url + "/answers/new?organisation=" + view.addressee.id.to_string();
        side += ui::card(
            call.t(text::answer_work),
            html::join({html::p(ui::button_link(call.t(text::answer_change), call.url(change))),
                        ui::post_button(call, call.t(text::answer_withdraw), view.addressee.url + "/withdrawal")}));
    }
    const auto title = call.t(text::answer_from({.name = view.addressee.organisation.name}));
    return ui::page(
        call,
        {.title = title,
         .crumbs = {{call.t(text::hearings), call.url("/hearings")},
                    {view.hearing, call.url(view.hearing_url)},
                    {view.addressee.organisation.name, {}}},
         .hero = ui::hero({.tags = {stance_tag(call, answer.stance)}, .title = title, .facts = view.hearing_title}),
         .content = ui::columns(body, side, call.t(text::hearing_facts)),
         .alternates = {{http::Format::json, view.addressee.url + ".json"}}});
}

csv::Table answer_table(const http::Call& call, const HearingView& view) {
    csv::Table table{{"organisation", "number", "countyNumber", "inhabitants", "isReached", "isOpened", "stance",
                      "through", "answeredAt", "text", "legalBasis", "attachments", "url"},
                     {}};
    for (const auto& question : view.questions)
        table.columns.push_back("reply" + std::to_string(question.number));
    for (const auto& one : view.addressees) {
        std::vector<std::string> row{one.organisation.name,
                                     one.number,
                                     one.county_number,
                                     std::to_string(one.inhabitants),
                                     one.is_reached ? "true" : "false",
                                     one.is_opened ? "true" : "false"};
        if (one.answer) {
            const auto& answer = *one.answer;
            for (auto& cell : {std::string{json::name_of(answer.stance)}, answer.network ? answer.network->name : "",
                               to_string(answer.answered_at), answer.text.value_or(""), answer.legal_basis.value_or(""),
                               std::to_string(answer.attachments ? answer.attachments->size() : 0),
                               call.public_url + call.url(one.url)})
                row.push_back(cell);
            for (const auto& question : view.questions) {
                std::string words;
                for (const auto& reply : answer.replies.value_or(std::vector<ReplyView>{}))
                    if (reply.question == question.number) words = reply_words(question, reply);
                row.push_back(std::move(words));
            }
        }
        row.resize(table.columns.size());
        table.rows.push_back(std::move(row));
    }
    return table;
}

feed::Feed answer_feed(const http::Call& call, const HearingView& view) {
    const auto page = call.public_url + call.url(view.url);
    auto feed = http::page_feed(call, "urn:uuid:" + view.id.to_string(), view.title, page);
    feed.updated = view.planned_at;
    for (const auto& each : view.happenings) {
        feed.updated = std::max(feed.updated, each.at);
        feed.entries.push_back({.id = "urn:uuid:" + each.id.to_string(),
                                .title = each.what,
                                .url = page,
                                .updated = each.at,
                                .author = each.who.empty() ? "Samband" : each.who,
                                .summary = {},
                                .categories = {each.type}});
    }
    return feed;
}

} // namespace hearings
