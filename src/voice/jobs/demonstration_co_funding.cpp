#include "voice/jobs/demonstration_co_funding.hpp"

#include "voice/actions/co_funding.hpp"

namespace voice {

struct InventedComment {
    CoFundingAdvice advice = CoFundingAdvice::supports;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(InventedComment, (), (advice, text))

struct InventedRequest {
    std::string applicant, recipient, project, summary;
    int received_days_ago = 0, apply_in_days = 0;
    std::optional<std::string> exemption;
    std::optional<InventedComment> comment;
};
BOOST_DESCRIBE_STRUCT(InventedRequest, (),
                      (applicant, recipient, project, summary, received_days_ago, apply_in_days, exemption, comment))

struct InventedRequests {
    std::vector<InventedRequest> statements;
};
BOOST_DESCRIBE_STRUCT(InventedRequests, (), (statements))

static Date from_today(const Acting& acting, int days) {
    return Date{std::chrono::sys_days{acting.today()} + std::chrono::days{days}};
}

Result<void> load_co_funding(const Acting& acting, std::string_view facts) {
    const auto invented = TRY(json::read<InventedRequests>(facts));
    for (const auto& each : invented.statements) {
        NewCoFundingRequest wanted;
        wanted.project = each.project;
        wanted.summary = each.summary;
        wanted.applicant = each.applicant;
        wanted.recipient = each.recipient;
        wanted.received_on = from_today(acting, -each.received_days_ago);
        wanted.apply_by = from_today(acting, each.apply_in_days);
        if (each.exemption) wanted.exemption_reason = *each.exemption;
        const auto asked = TRY(ask_statement(acting, wanted, true));
        if (!each.comment) continue;
        NewCoFundingComment comment;
        comment.advice = each.comment->advice;
        comment.comment = each.comment->text;
        TRY(give_statement(acting, asked.number, comment));
    }
    return {};
}

} // namespace voice
