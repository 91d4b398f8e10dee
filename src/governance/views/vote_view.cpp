#include "governance/texts.hpp"
#include "governance/views/meeting_labels.hpp"

namespace governance {

using html::cls;

static Html ballots(const http::Call& call, const MinutesVote& vote, const std::string& id) {
    std::vector<std::vector<Html>> rows;
    for (const auto& ballot : vote.ballots) {
        auto name = ballot.name;
        if (!ballot.instead_of.empty()) name += " " + call.t(text::vote_instead_of({.member = ballot.instead_of}));
        rows.push_back({Html{name}, Html{ballot.on_behalf_of}, Html{label(call, ballot.choice)}});
    }
    if (rows.empty()) return {};
    const auto heading = call.t(text::vote_ballots);
    const auto table = ui::table(heading,
                                 {{.name = call.t(text::vote_name)},
                                  {.name = call.t(text::vote_on_behalf_of)},
                                  {.name = call.t(text::vote_choice)}},
                                 rows);
    return ui::dialog(call, call.t(text::vote_show), id, heading, table);
}

/// How the result came about: the arithmetic, for those who want to check it.
static Html working(const http::Call& call, const MinutesVote& vote) {
    std::string words = call.t(text::vote_working({.voters = vote.voters_present,
                                                   .seats = vote.seats,
                                                   .needed = vote.quorum_needed,
                                                   .majority = label(call, vote.majority),
                                                   .rules = vote.rules_number}));
    if (vote.casting_vote) {
        words += " " + call.t(text::vote_casting({.name = vote.casting_by, .choice = label(call, *vote.casting_vote)}));
    }
    if (!vote.record) return html::p(cls("meta"), words);
    const auto path = call.url("/decisions/" + vote.record->to_string());
    return html::p(cls("meta"), words, " ", ui::link(call.t(text::working_show), path));
}

Html vote_of(const http::Call& call, const MinutesVote& vote, const std::string& id) {
    const auto counts =
        call.t(text::vote_counts({.in_favour = vote.in_favour, .against = vote.against, .blank = vote.blank}));
    const auto heading =
        html::p(html::strong(call.t(text::vote_result_line({.result = label(call, vote.result), .counts = counts}))));
    const auto bar = ui::stacked_bar(call, counts,
                                     {{label(call, Choice::in_favour), static_cast<double>(vote.in_favour), "f-ja"},
                                      {label(call, Choice::against), static_cast<double>(vote.against), "f-imot"},
                                      {label(call, Choice::blank), static_cast<double>(vote.blank), "f-ingen"}});
    const auto about =
        html::p(cls("meta"), call.t(text::vote_about({.proposal = vote.proposal, .method = label(call, vote.method)})));
    return html::div(cls("vote"), html::div(cls("vote__head"), heading, ballots(call, vote, id)), about, bar,
                     working(call, vote));
}

} // namespace governance
