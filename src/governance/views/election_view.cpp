#include "governance/texts.hpp"
#include "governance/views/election_pages.hpp"
#include "governance/views/meeting_labels.hpp"

#include <fmt/format.h>

namespace governance {

std::string election_result(const http::Call& call, VoteResult result) {
    switch (result) {
    case VoteResult::passed:
        return call.t(text::election_result_elected);
    case VoteResult::tied:
        return call.t(text::election_result_tied);
    case VoteResult::failed:
        break;
    }
    return call.t(text::election_result_nobody);
}

static std::string heading_of_election(const http::Call& call, const MinutesElection& election) {
    const auto post = election.post.empty() ? call.t(text::election) : election.post;
    return election.form == ElectionForm::majority
               ? call.t(text::election_of({.post = post}))
               : call.t(text::election_of_places({.post = post, .places = election.places}));
}

/// Votes of each option, one column for each round.
static Html votes_table(const http::Call& call, const MinutesElection& election) {
    const auto& t = call.t;
    std::vector<ui::Column> columns{
        {.name = t(election.form == ElectionForm::majority ? text::election_candidate : text::election_list)}};
    for (const auto& round : election.rounds)
        columns.push_back({.name = t(text::election_round({.number = round.round})), .is_number = true});
    std::vector<std::vector<Html>> rows;
    for (std::size_t i = 0; i < election.options.size(); ++i) {
        const auto& option = election.options[i];
        auto name =
            option.name.empty() ? t(text::election_option({.number = static_cast<std::int64_t>(i + 1)})) : option.name;
        if (!option.names.empty()) name += fmt::format(": {}", fmt::join(option.names, ", "));
        std::vector<Html> row{Html{name}};
        for (const auto& round : election.rounds)
            row.push_back(Html{t.number(round.votes[i])});
        rows.push_back(std::move(row));
    }
    if (!election.rounds.empty()) {
        std::vector<Html> blank{Html{label(call, Choice::blank)}};
        for (const auto& round : election.rounds)
            blank.push_back(Html{t.number(round.blank)});
        rows.push_back(std::move(blank));
    }
    return ui::table(heading_of_election(call, election), columns, rows);
}

static Html rounds_of(const http::Call& call, const MinutesElection& election) {
    std::vector<Html> lines;
    for (const auto& round : election.rounds) {
        auto words = call.t(text::election_round_line({.number = round.round,
                                                       .result = election_result(call, round.result),
                                                       .method = label(call, round.method)}));
        if (round.by_lot) words += " " + call.t(text::election_by_lot);
        const auto path = call.url("/decisions/" + round.record.to_string());
        lines.push_back(html::li(words, " ", ui::link(call.t(text::working_show), path)));
    }
    return lines.empty() ? Html{} : html::ul(html::cls("ds-list"), lines);
}

Html elections_of(const http::Call& call, const std::vector<MinutesElection>& elections, const std::string& anchor) {
    Html shown;
    for (std::size_t i = 0; i < elections.size(); ++i) {
        const auto& election = elections[i];
        auto content = html::h4(html::id(fmt::format("{}-election-{}", anchor, i + 1)), html::cls("ds-heading"),
                                html::attribute("data-size", "2xs"), heading_of_election(call, election));
        if (election.is_withdrawn) {
            content += html::p(ui::tag(call.t(text::election_is_withdrawn), ui::Tone::neutral, ui::Icon::minus_circle));
        }
        if (!election.elected.empty()) {
            content += html::p(html::strong(
                call.t(text::election_elected({.names = fmt::format("{}", fmt::join(election.elected, ", "))}))));
        }
        shown += html::join({content, votes_table(call, election), rounds_of(call, election)});
    }
    return shown;
}

} // namespace governance
