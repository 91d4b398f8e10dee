#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/election_pages.hpp"
#include "governance/views/impartiality_page.hpp"
#include "governance/views/meeting_labels.hpp"
#include "governance/views/meeting_pages.hpp"

#include <fmt/format.h>

namespace governance {

namespace {

/// Writes lines one below the other.
class Sheet {
public:
    explicit Sheet(const http::Call& call) : call_{call} {}

    void line(std::string_view words) { text_ += fmt::format("{}\n", words); }
    void heading(std::string_view words, char under) {
        text_ += fmt::format("\n{}\n{}\n", words, std::string(std::max<std::size_t>(words.size(), 3), under));
    }
    void fact(const i18n::Message& name, std::string_view value) {
        if (!value.empty()) line(fmt::format("{}: {}", call_.t(name), value));
    }
    void moment(const i18n::Message& name, const std::optional<Instant>& at) {
        if (at) fact(name, call_.t.date_time(*at));
    }
    void points(const std::vector<std::string>& points) {
        int number = 0;
        for (const auto& point : points)
            line(fmt::format("  {}. {}", ++number, point));
    }
    std::string text() && { return std::move(text_); }

private:
    const http::Call& call_;
    std::string text_;
};

} // namespace

std::vector<std::string> written_in_words(const http::Call& call, const MinutesContent& content) {
    if (!content.written) return {};
    const auto& t = call.t;
    const auto& written = *content.written;
    std::vector<std::string> words{
        t(text::written_was({.from = t.date_time(written.from), .until = t.date_time(written.until)}))};
    if (!written.reason.empty()) words.push_back(written.reason);
    if (!written.demanded_by.empty()) {
        words.push_back(t(text::written_demanded({.name = written.demanded_by, .reason = written.demand_reason})));
    }
    return words;
}

static void write_person(Sheet& sheet, const http::Call& call, const MinutesPerson& person) {
    auto words = "- " + with_organisation(person.name, person.on_behalf_of) + " (" + label(call, person.role);
    if (!person.instead_of.empty()) words += " " + call.t(text::vote_instead_of({.member = person.instead_of}));
    words += ")";
    for (const auto& movement : person.movements) {
        words += ", " + label(call, movement.kind) + " " + call.t.time(movement.at);
        if (!movement.remark.empty()) words += " (" + movement.remark + ")";
    }
    sheet.line(words);
}

static void write_vote(Sheet& sheet, const http::Call& call, const MinutesVote& vote) {
    const auto counts =
        call.t(text::vote_counts({.in_favour = vote.in_favour, .against = vote.against, .blank = vote.blank}));
    sheet.line(call.t(text::vote_about({.proposal = vote.proposal, .method = label(call, vote.method)})));
    sheet.line(call.t(text::vote_result_line({.result = label(call, vote.result), .counts = counts})));
    if (vote.casting_vote) {
        sheet.line(call.t(text::vote_casting({.name = vote.casting_by, .choice = label(call, *vote.casting_vote)})));
    }
    for (const auto& ballot : vote.ballots) {
        auto name = with_organisation(ballot.name, ballot.on_behalf_of);
        if (!ballot.instead_of.empty()) name += " " + call.t(text::vote_instead_of({.member = ballot.instead_of}));
        sheet.line(fmt::format("  {}: {}", name, label(call, ballot.choice)));
    }
}

static void write_election(Sheet& sheet, const http::Call& call, const MinutesElection& election) {
    const auto& t = call.t;
    sheet.line(t(text::election_of({.post = election.post})));
    if (election.is_withdrawn) sheet.line(t(text::election_is_withdrawn));
    for (const auto& round : election.rounds) {
        sheet.line(t(text::election_round_line({.number = round.round,
                                                .result = election_result(call, round.result),
                                                .method = label(call, round.method)})));
        for (std::size_t i = 0; i < round.votes.size(); ++i) {
            const auto& option = election.options[i];
            const auto names = option.names.empty() ? "" : fmt::format(" ({})", fmt::join(option.names, ", "));
            sheet.line(fmt::format("  {}{}: {}", option.name, names, round.votes[i]));
        }
        sheet.line(fmt::format("  {}: {}", label(call, Choice::blank), round.blank));
        if (round.by_lot) sheet.line(t(text::election_by_lot));
    }
    if (election.elected.empty()) return;
    sheet.line(t(text::election_elected({.names = fmt::format("{}", fmt::join(election.elected, ", "))})));
}

static void write_item(Sheet& sheet, const http::Call& call, const MinutesItem& item) {
    const auto& t = call.t;
    const auto title = item.title.empty() ? label(call, item.kind) : item.title;
    sheet.heading((item.number.empty() ? "" : item.number + " ") + title, '-');
    if (!item.case_number.empty()) {
        sheet.line(t(text::item_case({.number = item.case_number})));
    } else if (!item.approves.empty()) {
        sheet.line(t(text::item_approves({.meeting = item.approves})));
    } else if (!item.title.empty()) {
        sheet.line(label(call, item.kind));
    }
    if (!item.late_consent.empty()) {
        sheet.line(t(text::item_late) + ". " + t(text::item_consent({.consent = item.late_consent})));
    }
    if (item.is_closed) sheet.line(t(text::item_closed) + ": " + item.closed_basis);
    if (!item.shielded_by.empty()) sheet.line(t(text::item_shielded({.basis = item.shielded_by})));
    if (!item.text.empty()) sheet.line(item.text);
    for (const auto& proposal : item.proposals) {
        auto heading = t(text::proposal_heading({.number = proposal.number, .kind = label(call, proposal.kind)}));
        if (!proposal.proposed_by.empty()) heading += ", " + t(text::proposal_by({.name = proposal.proposed_by}));
        if (proposal.is_withdrawn) heading += " (" + t(text::proposal_is_withdrawn) + ")";
        sheet.line(heading);
        sheet.points(proposal.points);
    }
    for (const auto& vote : item.votes)
        write_vote(sheet, call, vote);
    for (const auto& election : item.elections)
        write_election(sheet, call, election);
    if (item.answers) sheet.line(t(text::written_answered({.count = *item.answers})));
    if (item.outcome) sheet.line(t(text::field_outcome) + ": " + label(call, *item.outcome));
    if (!item.referred_to.empty()) sheet.line(t(text::item_referred({.body = item.referred_to})));
    sheet.points(item.decision);
    for (const auto& raised : item.impartiality) {
        sheet.line(impartiality_in_words(
            call, {{}, raised.name, raised.on_behalf_of, raised.ground, raised.ruling, raised.record}));
    }
    for (const auto& dissent : item.dissents) {
        sheet.line(t(text::minutes_dissent({.name = with_organisation(dissent.name, dissent.on_behalf_of)})));
        sheet.line("  " + dissent.text);
    }
    if (!item.note.empty()) sheet.line(item.note);
}

std::string minutes_as_text(const http::Call& call, const MinutesContent& content) {
    const auto& t = call.t;
    Sheet sheet{call};
    sheet.heading(t(text::minutes_title({.body = content.body, .number = content.number})), '=');
    sheet.fact(text::meeting_place, content.place);
    sheet.fact(text::meeting_remote, content.remote_url);
    for (const auto& words : written_in_words(call, content))
        sheet.line(words);
    sheet.moment(text::meeting_noticed_at, content.noticed_at);
    sheet.fact(text::meeting_short_notice, content.notice_consent);
    sheet.moment(text::meeting_opened_at, content.opened_at);
    sheet.moment(text::meeting_closed_at, content.closed_at);
    for (const auto& leader : content.leaders)
        sheet.fact(text::meeting_led_by, fmt::format("{} ({})", leader.name, t.time(leader.from)));
    sheet.fact(text::meeting_quorum,
               t(text::minutes_quorum({.seats = content.seats, .needed = content.quorum_needed})));
    sheet.fact(text::meeting_openness, t(content.is_open ? text::minutes_open : text::minutes_closed));
    for (const auto& correction : content.corrections) {
        sheet.fact(text::minutes_is_correction, fmt::format("{} ({})", correction.reason, t.date_time(correction.at)));
    }
    sheet.heading(t(text::meeting_present), '-');
    for (const auto& person : content.present)
        write_person(sheet, call, person);
    if (!content.absent.empty()) sheet.heading(t(text::meeting_absent), '-');
    for (const auto& person : content.absent)
        write_person(sheet, call, person);
    for (const auto& item : content.items)
        write_item(sheet, call, item);
    return std::move(sheet).text();
}

} // namespace governance
