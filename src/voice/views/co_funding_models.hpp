#pragma once
#include "voice/domain/co_funding.hpp"
#include "voice/views/models.hpp"

namespace voice {

struct CoFundingRow {
    CoFundingStatementId id;
    std::string number, url, language, project;
    NamedLink applicant, recipient;
    CoFundingState state = CoFundingState::waiting;
    std::optional<CoFundingAdvice> advice;
    Date received_on, apply_by;
    int days_given = 0, days_min = 14;
    int days_left = 0; ///< Until the state's deadline; below 0 when it has passed.
    bool is_exempted = false;
    std::optional<Date> given_on;
    bool is_invented = false;
    Instant asked_at, changed_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(CoFundingRow, (),
                      (id, number, url, language, project, applicant, recipient, state, advice, received_on, apply_by,
                       days_given, days_min, days_left, is_exempted, given_on, is_invented, asked_at, changed_at,
                       version))

struct CoFundingListView {
    std::optional<CoFundingState> state;
    CommentRule rule; ///< In force today.
    std::vector<CoFundingRow> statements;
};
BOOST_DESCRIBE_STRUCT(CoFundingListView, (), (state, rule, statements))

struct CoFundingView : CoFundingRow {
    std::string summary;
    CommentRule rule; ///< In force when it was received.
    std::string exemption_reason, exempted_by;
    std::string comment, authority;
    std::optional<NamedLink> speaker_body, matter;
    std::string speaker_name;
    std::optional<std::string> document_url;
    std::string document_sha256;
    std::vector<journal::HappeningView> happenings;
};
BOOST_DESCRIBE_STRUCT(CoFundingView, (CoFundingRow),
                      (summary, rule, exemption_reason, exempted_by, comment, authority, speaker_body, matter,
                       speaker_name, document_url, document_sha256, happenings))

struct CommentRuleListView {
    std::vector<CommentRule> rules;
};
BOOST_DESCRIBE_STRUCT(CommentRuleListView, (), (rules))

struct CoFundingQuestion {
    std::optional<CoFundingState> state;
};
BOOST_DESCRIBE_STRUCT(CoFundingQuestion, (), (state))

} // namespace voice
