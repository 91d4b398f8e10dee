#pragma once
// A statement from the sector that follows an application for co-funding (medfinansiering) from the state. Rule R19:
// the sector has a least number of days for it, and an application that leaves fewer is not taken.
#include "directory/ids.hpp"
#include "governance/ids.hpp"
#include "platform/clock.hpp"
#include "platform/i18n/message.hpp"
#include "platform/result.hpp"
#include "voice/ids.hpp"
#include "voice/words.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>

namespace voice {

/// How many days the sector has, at least, for requests received from a day on.
struct CommentRule {
    Date valid_from;
    int days_min = 14;
    std::string basis; ///< Where that stands.
};
BOOST_DESCRIBE_STRUCT(CommentRule, (), (valid_from, days_min, basis))

struct CoFundingStatement {
    CoFundingStatementId id;
    std::string number; ///< "M-2026-3"
    i18n::Language language = i18n::Language::nb;
    std::string project;
    std::string summary; ///< Markdown.
    directory::OrganisationId applicant;
    directory::OrganisationId recipient; ///< The state body that the application goes to.
    Date received_on;                    ///< By the sector.
    Date apply_by;                       ///< The state's deadline: the last day on which the statement can follow.
    int days_min = 14;                   ///< By the rule in force when it was received.
    Date rule_from;
    std::string exemption_reason; ///< Empty unless it was taken with fewer days than the rule has.
    std::string exempted_by;      ///< The role or name of whoever did; the journal has the person.
    std::string comment;          ///< Markdown.
    std::optional<CoFundingAdvice> advice;
    std::string authority; ///< On what whoever gave it acted: "leder, Hovedstyret".
    std::optional<governance::AppointmentId> speaker;
    std::optional<governance::CaseId> case_id; ///< Where a body decided it.
    std::optional<Date> given_on;
    std::string document, document_sha256;
    bool is_invented = false;
    Instant asked_at, changed_at;
    std::int64_t version = 1;

    /// Whole days from the day it was received to the state's deadline.
    [[nodiscard]] int days_given() const {
        return static_cast<int>((std::chrono::sys_days{apply_by} - std::chrono::sys_days{received_on}).count());
    }
    [[nodiscard]] CoFundingState state_on(Date today) const {
        if (given_on) return CoFundingState::given;
        return apply_by < today ? CoFundingState::lapsed : CoFundingState::waiting;
    }
    [[nodiscard]] std::string url() const { return "/co-funding-statements/" + number; }
};

/// Rule R19. Takes the rule into the request. Fails with voice.deadline_passed, and with voice.too_short_notice when
/// fewer days are left than the rule has and no exemption is given; an exemption that is not needed is left out.
Result<CoFundingStatement> taken(CoFundingStatement, const CommentRule&);

struct CoFundingComment {
    CoFundingAdvice advice = CoFundingAdvice::supports;
    std::string comment, authority;
    std::optional<governance::AppointmentId> speaker;
    std::optional<governance::CaseId> case_id;
};
/// Fails with voice.comment_given_already and voice.deadline_passed.
Result<CoFundingStatement> commented(CoFundingStatement, const CoFundingComment&, Date today);

/// A rule holds from a day to come, after all there are, so that no request already taken is measured anew. Fails with
/// voice.comment_rule_not_ahead.
Result<void> check_new_rule(const CommentRule& wanted, const CommentRule& newest, Date today);

} // namespace voice
