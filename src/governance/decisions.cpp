#include "governance/decisions.hpp"
#include "governance/store/decision_record_store.hpp"
#include "governance/texts.hpp"
#include "platform/journal/proof.hpp"

namespace governance {

static constexpr int records_in_page = 200;

static void check_one(DecisionReport& report, const std::string& vote, std::string_view document) {
    const auto check = check_record(document);
    ++report.checked;
    const auto name = check.record ? check.record->vote.to_string() : vote;
    const auto fault = [&](DecisionFault::Kind kind, Difference what = {}) {
        report.faults.push_back(
            {kind, name, std::move(what.member), std::move(what.recorded), std::move(what.recomputed)});
    };
    if (!check.is_readable) return fault(DecisionFault::Kind::unreadable);
    if (!check.rules_are_whole) return fault(DecisionFault::Kind::rules_differ);
    if (!check.refused.empty()) return fault(DecisionFault::Kind::refused, {{}, {}, check.refused});
    for (const auto& difference : check.differences)
        fault(DecisionFault::Kind::differs, difference);
}

static Result<bool> is_in_journal(db::Reader& reader, journal::Journal& journal, const KeptRecord& kept) {
    const auto wanted = fmt::format(R"("recordSha256":"{}")", kept.sha256);
    for (const auto& event : TRY(journal.about(reader, {"vote", kept.vote.to_string()}, the_program(), 10))) {
        if (event.body.find(wanted) != std::string::npos) return true;
    }
    return false;
}

Result<DecisionReport> verify_decisions(db::Reader& reader, journal::Journal& journal) {
    DecisionReport report;
    std::optional<VoteId> last;
    while (true) {
        const auto page = TRY(records_after(reader, last, records_in_page));
        for (const auto& kept : page) {
            const auto vote = kept.vote.to_string();
            check_one(report, vote, kept.document);
            if (digest_of(kept.document) != kept.sha256) {
                report.faults.push_back({DecisionFault::Kind::hash_differs, vote, {}, {}, {}});
            } else if (!TRY(is_in_journal(reader, journal, kept))) {
                report.faults.push_back({DecisionFault::Kind::not_in_journal, vote, {}, {}, {}});
            }
        }
        if (std::ssize(page) < records_in_page) return report;
        last = page.back().vote;
    }
}

bool is_decision_record(std::string_view file) {
    return looks_like_record(file);
}

DecisionReport verify_decisions_in(std::string_view file) {
    DecisionReport report;
    if (is_decision_record(file)) {
        check_one(report, {}, file);
        return report;
    }
    for (const auto& attachment : journal::attachments_of(file)) {
        if (is_decision_record(attachment)) check_one(report, {}, attachment);
    }
    return report;
}

static std::string sentence(const DecisionFault& fault, const i18n::Translator& t) {
    switch (fault.kind) {
    case DecisionFault::Kind::unreadable:
        return t(text::decisions_unreadable({.vote = fault.vote}));
    case DecisionFault::Kind::rules_differ:
        return t(text::decisions_rules_differ({.vote = fault.vote}));
    case DecisionFault::Kind::refused:
        return t(text::decisions_refused({.vote = fault.vote, .code = fault.recomputed}));
    case DecisionFault::Kind::hash_differs:
        return t(text::decisions_hash_differs({.vote = fault.vote}));
    case DecisionFault::Kind::not_in_journal:
        return t(text::decisions_not_in_journal({.vote = fault.vote}));
    case DecisionFault::Kind::differs:
        break;
    }
    return t(text::decisions_differ(
        {.vote = fault.vote, .member = fault.member, .recorded = fault.recorded, .recomputed = fault.recomputed}));
}

std::string words(const DecisionReport& report, const i18n::Translator& t) {
    auto out = t(text::decisions_checked({.count = report.checked}));
    if (report.holds()) return out + "\n" + t(text::decisions_hold);
    for (const auto& fault : report.faults)
        out += "\n" + sentence(fault, t);
    return out;
}

} // namespace governance
