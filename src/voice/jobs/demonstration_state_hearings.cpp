#include "voice/jobs/demonstration_state_hearings.hpp"

#include "governance/governance.hpp"
#include "voice/actions/state_hearings.hpp"

namespace voice {

struct InventedAnswer {
    int days_ago = 0;
    std::string statement;
};
BOOST_DESCRIBE_STRUCT(InventedAnswer, (), (days_ago, statement))

struct InventedResult {
    int days_ago = 0;
    HearingResult result = HearingResult::followed;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(InventedResult, (), (days_ago, result, words))

struct InventedStateHearing {
    std::string title, summary, sender, reference;
    int sent_days_ago = 0, deadline_in_days = 0;
    std::optional<std::string> matter;
    bool under_way = false; ///< Prepared in a case that some body is to treat.
    std::optional<InventedAnswer> answer;
    std::optional<InventedResult> result;
    std::optional<std::string> declined;
};
BOOST_DESCRIBE_STRUCT(InventedStateHearing, (),
                      (title, summary, sender, reference, sent_days_ago, deadline_in_days, matter, under_way, answer,
                       result, declined))

struct InventedStateHearings {
    std::vector<InventedStateHearing> hearings;
};
BOOST_DESCRIBE_STRUCT(InventedStateHearings, (), (hearings))

static Date days_from_today(const Acting& acting, int days) {
    return Date{std::chrono::sys_days{acting.today()} + std::chrono::days{days}};
}

static Result<StateHearing> register_invented(const Acting& acting, const InventedStateHearing& invented) {
    NewStateHearing wanted;
    wanted.title = invented.title;
    wanted.summary = invented.summary;
    wanted.sender = invented.sender;
    wanted.reference = invented.reference;
    wanted.address = "https://www.regjeringen.no/no/dokument/hoyringar/id1763/";
    wanted.sent_on = days_from_today(acting, -invented.sent_days_ago);
    wanted.deadline = days_from_today(acting, invented.deadline_in_days);
    if (invented.matter) wanted.case_number = *invented.matter;
    if (invented.under_way) {
        const auto soon = TRY(governance::decided_soon(acting.transaction, acting.today(), 1, i18n::Language::nb));
        if (!soon.empty()) wanted.case_number = soon.front().number;
    }
    return register_state_hearing(acting, wanted, true);
}

Result<void> load_state_hearings(const Acting& acting, std::string_view facts) {
    const auto invented = TRY(json::read<InventedStateHearings>(facts));
    for (const auto& each : invented.hearings) {
        const auto hearing = TRY(register_invented(acting, each));
        if (each.answer) {
            NewStateAnswer answer;
            answer.statement = each.answer->statement;
            answer.answered_on = days_from_today(acting, -each.answer->days_ago);
            TRY(answer_state_hearing(acting, hearing.number, answer));
        }
        if (each.result) {
            NewStateResult result;
            result.result = each.result->result;
            result.words = each.result->words;
            result.happened_on = days_from_today(acting, -each.result->days_ago);
            TRY(conclude_state_hearing(acting, hearing.number, result));
        }
        if (each.declined) {
            Withdrawal reason;
            reason.reason = *each.declined;
            TRY(decline_state_hearing(acting, hearing.number, reason));
        }
    }
    return {};
}

} // namespace voice
