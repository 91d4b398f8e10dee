#include "voice/domain/co_funding.hpp"

#include "voice/domain/errors.hpp"

namespace voice {

Result<CoFundingStatement> taken(CoFundingStatement asked, const CommentRule& rule) {
    asked.days_min = rule.days_min;
    asked.rule_from = rule.valid_from;
    if (asked.apply_by < asked.received_on) return deadline_passed.error({{"day", to_string(asked.apply_by)}});
    if (asked.days_given() >= rule.days_min) {
        asked.exemption_reason.clear();
        asked.exempted_by.clear();
        return asked;
    }
    if (!asked.exemption_reason.empty()) return asked;
    const Date earliest{std::chrono::sys_days{asked.received_on} + std::chrono::days{rule.days_min}};
    return too_short_notice.error({{"days", std::int64_t{asked.days_given()}},
                                   {"min", std::int64_t{rule.days_min}},
                                   {"earliest", to_string(earliest)}});
}

Result<CoFundingStatement> commented(CoFundingStatement asked, const CoFundingComment& given, Date today) {
    if (asked.given_on) return comment_given_already.error({{"day", to_string(*asked.given_on)}});
    if (today > asked.apply_by) return deadline_passed.error({{"day", to_string(asked.apply_by)}});
    asked.advice = given.advice;
    asked.comment = given.comment;
    asked.authority = given.authority;
    asked.speaker = given.speaker;
    asked.case_id = given.case_id;
    asked.given_on = today;
    return asked;
}

Result<void> check_new_rule(const CommentRule& wanted, const CommentRule& newest, Date today) {
    if (wanted.valid_from > today && wanted.valid_from > newest.valid_from) return {};
    return comment_rule_not_ahead.error({{"day", to_string(std::max(today, newest.valid_from))}});
}

} // namespace voice
