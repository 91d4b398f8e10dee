#pragma once
// What a vote leaves behind: all it was decided from, the rules in full, the arithmetic and the result, as a document
// that anybody can decide again who holds nothing else. It has no names and no words that can be shielded: people are
// their appointments, which the body's page puts names to as long as it may.
#include "governance/domain/rule_engine.hpp"
#include "platform/clock.hpp"

namespace governance {

/// The rules as they stood on the day, and where they come from.
struct RecordedRules {
    std::string profile; ///< "KOMMUNELOVEN"; empty for a body that follows none.
    int profile_version = 0;
    int body_rules = 1; ///< Number of the body's own rules.
    std::string sha256; ///< Of the rules below, written as they stand here.
    BodyRules rules;
    bool operator==(const RecordedRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordedRules, (), (profile, profile_version, body_rules, sha256, rules))

/// Something that the rules ask for and that was set aside: who agreed, and why, in the words recorded.
enum class OverrideKind : std::uint8_t { late_notice, late_item, late_paper };
BOOST_DESCRIBE_ENUM(OverrideKind, late_notice, late_item, late_paper)

struct Override {
    OverrideKind kind = OverrideKind::late_item;
    std::string consent;
    bool operator==(const Override&) const = default;
};
BOOST_DESCRIBE_STRUCT(Override, (), (kind, consent))

struct DecisionRecord {
    std::string format = "samband.decision/1";
    VoteId vote;
    BodyId body;
    MeetingId meeting;
    AgendaItemId item;
    std::optional<CaseId> matter; ///< None for a question that is no case.
    std::optional<ProposalId> proposal;
    std::optional<AppointmentId> impartiality_of; ///< The question was whether this member has a part in the item.
    Instant at;
    RecordedRules rules;
    VoteInputs inputs;
    std::vector<Override> overrides;
    Working working;
    bool operator==(const DecisionRecord&) const = default;
};
BOOST_DESCRIBE_STRUCT(DecisionRecord, (),
                      (format, vote, body, meeting, item, matter, proposal, impartiality_of, at, rules, inputs,
                       overrides, working))

/// Canonical: the same record always gives the same bytes.
std::string to_json(const DecisionRecord&);
/// Hexadecimal SHA-256 of the record or the rules as they are written.
std::string digest_of(std::string_view json);

/// A member of the working that the record says otherwise than its own inputs and rules do.
struct Difference {
    std::string member; ///< "tally.inFavour"
    std::string recorded, recomputed;
    bool operator==(const Difference&) const = default;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (member, recorded, recomputed))

/// What came of deciding a record again.
struct RecordCheck {
    bool is_readable = false;     ///< A record of ours, written as we write it.
    bool rules_are_whole = false; ///< The rules have the hash that stands beside them.
    std::string refused;          ///< Code of the error when such a vote cannot be decided at all; empty otherwise.
    std::vector<Difference> differences;
    std::optional<DecisionRecord> record; ///< When readable.

    [[nodiscard]] bool holds() const {
        return is_readable && rules_are_whole && refused.empty() && differences.empty();
    }
};
/// Decides the record again from itself alone.
RecordCheck check_record(std::string_view json);
/// Whether a file begins as a record does.
bool looks_like_record(std::string_view text);

} // namespace governance
