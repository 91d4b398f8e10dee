#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/election_pages.hpp"
#include "governance/views/impartiality_page.hpp"
#include "governance/views/meeting_labels.hpp"
#include "governance/views/meeting_pages.hpp"

#include <fmt/format.h>

namespace governance {

using html::cls;

std::string title_of(const http::Call& call, const ItemView& item) {
    if (!item.title.empty()) return item.title;
    if (item.kind == ItemKind::approval_of_minutes && item.approves) {
        return call.t(text::item_approves({.meeting = item.approves->name}));
    }
    if (item.matter) return call.t(text::case_title_shielded({.number = item.matter->name}));
    return label(call, item.kind);
}

static Html papers(const http::Call& call, const ItemView& item, bool with_dates) {
    std::vector<ui::DocumentRow> rows;
    for (const auto& paper : item.papers) {
        ui::DocumentRow row;
        row.title = paper.title.empty() ? call.t(text::paper_shielded) : paper.title;
        if (!paper.url.empty()) row.path = call.url(paper.url);
        if (with_dates) row.meta = call.t(text::paper_added({.day = call.t.date(norwegian_date(paper.added_at))}));
        if (paper.late_consent) row.meta += " · " + call.t(text::paper_late({.consent = *paper.late_consent}));
        rows.push_back(std::move(row));
    }
    return rows.empty() ? Html{} : ui::documents(rows);
}

static Html proposals(const http::Call& call, const ItemView& item) {
    Html shown;
    for (const auto& proposal : item.proposals) {
        auto heading = call.t(text::proposal_heading({.number = proposal.number, .kind = label(call, proposal.kind)}));
        if (!proposal.proposed_by.empty()) {
            heading += ", " + call.t(text::proposal_by({.name = proposal.proposed_by}));
        }
        auto content = points_of(proposal.points);
        if (!proposal.reason.empty()) content += paragraphs_of(proposal.reason);
        if (proposal.is_withdrawn) {
            content += html::p(ui::tag(call.t(text::proposal_is_withdrawn), ui::Tone::neutral, ui::Icon::minus_circle));
        }
        shown += ui::details(heading, content, item.votes.empty() && !item.outcome);
    }
    return shown;
}

static Html decision(const http::Call& call, const ItemView& item) {
    if (!item.outcome) return {};
    auto content = html::p(outcome_tag(call, *item.outcome));
    if (!item.referred_to.empty()) content += html::p(call.t(text::item_referred({.body = item.referred_to})));
    content += points_of(item.decision);
    return content;
}

static Html notes(const http::Call& call, const ItemView& item) {
    Html shown;
    if (item.late_consent) {
        shown += html::p(ui::tag(call.t(text::item_late), ui::Tone::warning, ui::Icon::clock), " ",
                         call.t(text::item_consent({.consent = *item.late_consent})));
    }
    if (item.is_closed) {
        shown += html::p(ui::tag(call.t(text::item_closed), ui::Tone::warning, ui::Icon::lock), " ", item.closed_basis);
    }
    if (!item.shielded_by.empty()) {
        shown += html::p(ui::icon(ui::Icon::padlock), " ", call.t(text::item_shielded({.basis = item.shielded_by})));
    }
    return shown;
}

/// Beside what is proposed, so that nobody decides without having seen it.
static Html earlier_dissents(const http::Call& call, const ItemView& item) {
    if (item.earlier_dissents.empty()) return {};
    Html found = html::h4(html::cls("ds-heading"), html::attribute("data-size", "2xs"), call.t(text::dissents_earlier));
    for (const auto& each : item.earlier_dissents) {
        found +=
            html::blockquote(paragraphs_of(each.text),
                             html::p(html::cls("meta"), with_organisation(each.name, each.on_behalf_of), " · ",
                                     ui::linked(call, {each.body.name + " " + each.meeting.name, each.meeting.url})));
    }
    return found;
}

Html agenda_item(const http::Call& call, const ItemView& item, const Html& tools) {
    return agenda_item_at(call, item, "item-" + item.id.to_string(), tools, true);
}

Html agenda_item_at(const http::Call& call, const ItemView& item, const std::string& anchor, const Html& tools,
                    bool with_dates) {
    auto heading = item.number.empty() ? std::string{} : item.number + " ";
    heading += title_of(call, item);
    auto meta = Html{label(call, item.kind)};
    if (item.matter) {
        meta = ui::linked(call, {call.t(text::item_case({.number = item.matter->name})), item.matter->url});
    } else if (item.approves) {
        meta = ui::linked(call, {call.t(text::item_approves({.meeting = item.approves->name})), item.approves->url});
    }
    Html votes;
    for (std::size_t i = 0; i < item.votes.size(); ++i)
        votes += vote_of(call, item.votes[i], fmt::format("{}-vote-{}", anchor, i + 1));
    // A card with details directly in it loses its padding, so all of it stands in a block.
    const auto content = html::div(
        cls("stack"),
        html::h3(html::id(anchor + "-heading"), cls("ds-heading"), html::attribute("data-size", "xs"), heading),
        html::p(cls("meta"), meta), notes(call, item), paragraphs_of(item.text), decision(call, item), votes,
        elections_of(call, item.elections, anchor), impartiality_of(call, item.impartiality),
        dissents_of(call, item.dissents), earlier_dissents(call, item), proposals(call, item), paragraphs_of(item.note),
        papers(call, item, with_dates), tools);
    return html::section(cls("ds-card"), html::attribute("data-color", "neutral"), html::id(anchor),
                         html::attribute("aria-labelledby", anchor + "-heading"), content);
}

} // namespace governance
