#include "governance/views/meeting_labels.hpp"
#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"

#include <fmt/format.h>
#include <sstream>

namespace governance {

/// A key made of an area and the name of an enumerator; tests/meeting_labels_test.cpp sees that each has its words.
template <class E>
static std::string meeting_word(const http::Call& call, std::string_view area, E value) {
    return call.t.by_name(fmt::format("{}.{}", area, json::name_of(value)));
}

std::string label(const http::Call& call, BodyKind kind) {
    return meeting_word(call, "body.kind", kind);
}
std::string label(const http::Call& call, AppointmentRole role) {
    return meeting_word(call, "appointment.role", role);
}
std::string label(const http::Call& call, MeetingState state) {
    return meeting_word(call, "meeting.state", state);
}
std::string label(const http::Call& call, ItemKind kind) {
    return meeting_word(call, "item.kind", kind);
}
std::string label(const http::Call& call, ProposalKind kind) {
    return meeting_word(call, "proposal.kind", kind);
}
std::string label(const http::Call& call, VoteKind kind) {
    return meeting_word(call, "vote.kind", kind);
}
std::string label(const http::Call& call, VoteMethod method) {
    return meeting_word(call, "vote.method", method);
}
std::string label(const http::Call& call, VoteResult result) {
    return meeting_word(call, "vote.result", result);
}
std::string label(const http::Call& call, Choice choice) {
    return meeting_word(call, "vote.choice", choice);
}
std::string label(const http::Call& call, Majority majority) {
    return meeting_word(call, "vote.majority", majority);
}
std::string label(const http::Call& call, PresenceKind kind) {
    return meeting_word(call, "presence.kind", kind);
}
std::string label(const http::Call& call, LateItems word) {
    return meeting_word(call, "rule.late", word);
}
std::string label(const http::Call& call, WrittenWhen word) {
    return meeting_word(call, "rule.written", word);
}
std::string label(const http::Call& call, QuorumOf word) {
    return meeting_word(call, "rule.quorum", word);
}
std::string label(const http::Call& call, Tie word) {
    return meeting_word(call, "rule.tie", word);
}
std::string label(const http::Call& call, ElectionTie word) {
    return meeting_word(call, "rule.election_tie", word);
}
std::string label(const http::Call& call, BlankVotes word) {
    return meeting_word(call, "rule.blank", word);
}
std::string label(const http::Call& call, ShareOf word) {
    return meeting_word(call, "rule.share", word);
}
std::string label(const http::Call& call, ElectionForm word) {
    return meeting_word(call, "election.form", word);
}
std::string label(const http::Call& call, SecondBallot word) {
    return meeting_word(call, "rule.second_ballot", word);
}
std::string label(const http::Call& call, ListMethod word) {
    return meeting_word(call, "rule.list_method", word);
}
std::string label(const http::Call& call, ImpartialityGround ground) {
    return meeting_word(call, "impartiality.ground", ground);
}
std::string label(const http::Call& call, ImpartialityRuling ruling) {
    return meeting_word(call, "impartiality.ruling", ruling);
}
std::string label(const http::Call& call, MinutesPart part) {
    return meeting_word(call, "minutes.part", part);
}
std::string label(const http::Call& call, MinutesState state) {
    return meeting_word(call, "minutes.state", state);
}

Html state_tag(const http::Call& call, MeetingState state) {
    using enum MeetingState;
    const auto words = label(call, state);
    switch (state) {
    case planned:
        return ui::tag(words, ui::Tone::neutral, ui::Icon::calendar);
    case noticed:
        return ui::tag(words, ui::Tone::info, ui::Icon::envelope);
    case under_way:
        return ui::tag(words, ui::Tone::accent, ui::Icon::clock);
    case closed:
        return ui::tag(words, ui::Tone::neutral, ui::Icon::checkmark);
    case minutes_published:
        return ui::tag(words, ui::Tone::success, ui::Icon::seal);
    case cancelled:
        return ui::tag(words, ui::Tone::danger, ui::Icon::xmark_octagon);
    }
    return {};
}

Html state_tag(const http::Call& call, MinutesState state) {
    using enum MinutesState;
    const auto words = label(call, state);
    switch (state) {
    case draft:
        return ui::tag(words, ui::Tone::warning, ui::Icon::pencil);
    case approved:
        return ui::tag(words, ui::Tone::info, ui::Icon::checkmark);
    case signed_:
        return ui::tag(words, ui::Tone::info, ui::Icon::seal);
    case published:
        return ui::tag(words, ui::Tone::success, ui::Icon::checkmark_circle);
    }
    return {};
}

Html outcome_tag(const http::Call& call, Outcome outcome) {
    return state_tag(call, CaseState::treated, outcome);
}

Html written_tag(const http::Call& call) {
    return ui::tag(call.t(text::written), ui::Tone::info, ui::Icon::envelope);
}

std::string time_span(const http::Call& call, Instant starts_at, Instant ends_at) {
    const auto day = call.t.weekday_date(norwegian_date(starts_at));
    const auto from = call.t.time(starts_at), to = call.t.time(ends_at);
    if (norwegian_date(starts_at) == norwegian_date(ends_at)) {
        return call.t(text::meeting_time_span({.day = day, .from = from, .to = to}));
    }
    const auto last_day = call.t.weekday_date(norwegian_date(ends_at));
    return call.t(text::meeting_time_days({.day = day, .from = from, .lastDay = last_day, .to = to}));
}

std::string with_organisation(const std::string& name, const std::string& on_behalf_of) {
    return on_behalf_of.empty() ? name : name + ", " + on_behalf_of;
}

Html points_of(const std::vector<std::string>& points) {
    if (points.empty()) return {};
    std::vector<Html> entries;
    for (const auto& point : points)
        entries.push_back(html::li(point));
    return html::ol(html::cls("ds-list"), entries);
}

Html paragraphs_of(const std::string& text) {
    Html paragraphs;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty()) paragraphs += html::p(line);
    }
    return paragraphs;
}

Html happenings_of(const http::Call& call, const std::vector<journal::HappeningView>& happenings) {
    if (happenings.empty()) return {};
    const auto count = static_cast<std::int64_t>(happenings.size());
    return ui::section(
        call.t(text::meeting_history), "history",
        ui::details(call.t(text::meeting_happenings({.count = count})), journal::timeline_of(call, happenings)));
}

Html dissents_of(const http::Call& call, const std::vector<MinutesDissent>& dissents) {
    if (dissents.empty()) return {};
    Html found = html::h4(html::cls("ds-heading"), html::attribute("data-size", "2xs"), call.t(text::case_dissents));
    for (const auto& dissent : dissents) {
        found += html::blockquote(paragraphs_of(dissent.text),
                                  html::p(html::cls("meta"), with_organisation(dissent.name, dissent.on_behalf_of)));
    }
    return found;
}

} // namespace governance
