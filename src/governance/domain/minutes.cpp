#include "governance/domain/minutes.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

namespace {

/// Notes what is missing, of the parts that the rules ask for.
class MinutesCheck {
public:
    explicit MinutesCheck(const std::vector<MinutesPart>& parts) : parts_{parts} {}

    void need(bool is_there, MinutesPart part, std::string_view name) {
        if (is_there || !asks_for(part)) return;
        faults_.push_back(
            minutes_part_missing.at(fmt::format("#/{}", name), {{"part", std::string{name}}, {"item", ""}}));
    }
    void check(const MinutesItem& item, std::size_t place) {
        const auto missing = [&](MinutesPart part, std::string_view name) {
            if (!asks_for(part)) return;
            faults_.push_back(minutes_part_missing.at(fmt::format("#/items/{}/{}", place, name),
                                                      {{"part", std::string{name}}, {"item", item.number}}));
        };
        if (item.title.empty() && item.kind == ItemKind::case_) missing(MinutesPart::cases, "title");
        if (!item.outcome) return missing(MinutesPart::decisions, "outcome");
        if (item.is_closed && item.closed_basis.empty()) missing(MinutesPart::closing_basis, "closedBasis");
        const bool decides = *item.outcome == Outcome::adopted || *item.outcome == Outcome::amended;
        if (item.kind == ItemKind::case_ && decides && item.decision.empty() && item.shielded_by.empty()) {
            missing(MinutesPart::decisions, "decision");
        }
        const bool was_voted_on = !item.votes.empty() || !item.elections.empty();
        if (item.kind == ItemKind::case_ && (decides || *item.outcome == Outcome::rejected) && !was_voted_on) {
            missing(MinutesPart::vote_results, "votes");
        }
        if (*item.outcome == Outcome::referred && item.referred_to.empty()) {
            missing(MinutesPart::decisions, "referredTo");
        }
        const bool is_open = std::ranges::any_of(item.impartiality, [](const auto& raised) { return !raised.ruling; });
        // A meeting that lost its quorum could not rule on it; the case comes back, and so does the question.
        if (is_open && *item.outcome != Outcome::postponed) missing(MinutesPart::impartiality, "impartiality");
    }
    [[nodiscard]] Result<void> result() && {
        if (faults_.empty()) return {};
        auto error = minutes_incomplete.error({{"parts", static_cast<std::int64_t>(faults_.size())}});
        error.faults = std::move(faults_);
        return error;
    }

private:
    [[nodiscard]] bool asks_for(MinutesPart part) const { return std::ranges::find(parts_, part) != parts_.end(); }
    const std::vector<MinutesPart>& parts_;
    std::vector<Fault> faults_;
};

} // namespace

Result<void> check_complete(const MinutesContent& content, const std::vector<MinutesPart>& parts) {
    MinutesCheck check{parts};
    check.need(content.noticed_at.has_value(), MinutesPart::time_and_place, "noticedAt");
    check.need(content.opened_at.has_value(), MinutesPart::time_and_place, "openedAt");
    check.need(content.closed_at.has_value(), MinutesPart::time_and_place, "closedAt");
    const bool has_place = content.written || !content.place.empty() || !content.remote_url.empty();
    check.need(has_place, MinutesPart::time_and_place, "place");
    check.need(!content.leaders.empty(), MinutesPart::presence, "leaders");
    check.need(content.written || !content.present.empty(), MinutesPart::presence, "present");
    check.need(!content.items.empty(), MinutesPart::cases, "items");
    for (std::size_t i = 0; i < content.items.size(); ++i)
        check.check(content.items[i], i);
    return std::move(check).result();
}

Result<MinutesContent> correct(MinutesContent content, int corrects, const MinutesChange& change, Instant now) {
    bool changes = change.place != content.place;
    content.place = change.place;
    for (const auto& corrected : change.items) {
        if (corrected.item < 0 || corrected.item >= static_cast<int>(content.items.size())) {
            return item_not_found.error();
        }
        auto& item = content.items[static_cast<std::size_t>(corrected.item)];
        changes = changes || item.note != corrected.note;
        item.note = corrected.note;
        // What was decided can be put in other words; a correction cannot make it undecided.
        if (corrected.decision.empty()) continue;
        changes = changes || item.decision != corrected.decision;
        item.decision = corrected.decision;
    }
    if (!changes) return correction_changes_nothing.error();
    content.corrections.push_back({corrects, change.reason, now});
    return content;
}

Result<void> require_state(const Minutes& minutes, MinutesState expected) {
    if (minutes.state == expected) return {};
    return minutes_step_refused.error(
        {{"state", std::string{json::name_of(minutes.state)}}, {"expected", std::string{json::name_of(expected)}}});
}

} // namespace governance
