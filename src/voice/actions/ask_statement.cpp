#include "directory/directory.hpp"
#include "platform/errors.hpp"
#include "voice/actions/co_funding.hpp"
#include "voice/actions/references.hpp"
#include "voice/domain/errors.hpp"
#include "voice/rights.hpp"
#include "voice/store/co_funding_store.hpp"
#include "voice/store/position_store.hpp"

namespace voice {

/// The applicant named, else the organisation one acts for.
static Result<directory::OrganisationSummary> applicant_of(const Acting& acting, const NewCoFundingRequest& wanted) {
    const std::string key = wanted.applicant ? std::string{*wanted.applicant} : acting.principal.organisation_id;
    if (key.empty()) return nobody_behind.error();
    return directory::find_organisation_by_key(acting.transaction, key);
}

static Result<directory::OrganisationId> recipient_of(const Acting& acting, const NewCoFundingRequest& wanted) {
    const auto found = TRY(directory::find_organisation_by_key(acting.transaction, wanted.recipient));
    if (found.kind != directory::OrganisationKind::state_body)
        return counterpart_not_state.error({{"organisation", found.name}});
    return found.id;
}

static Result<void> require_may_ask(const Acting& acting, directory::OrganisationId applicant) {
    if (acting.principal.may(right::speak)) return {};
    return acting.principal.require(right::ask_statement, applicant.to_string());
}

/// When it came: today, unless the secretariat says that it came earlier.
static Date received_day(const Acting& acting, const NewCoFundingRequest& wanted) {
    const bool may_say = acting.principal.may(right::speak);
    return may_say ? wanted.received_on.value_or(acting.today()) : acting.today();
}

static Result<CoFundingStatement> read_request(const Acting& acting, const NewCoFundingRequest& wanted) {
    const auto applicant = applicant_of(acting, wanted);
    const auto recipient = recipient_of(acting, wanted);
    CoFundingStatement fresh;
    fresh.received_on = received_day(acting, wanted);
    Faults faults;
    faults.take(applicant, "#/applicant");
    faults.take(recipient, "#/recipient");
    if (fresh.received_on > acting.today())
        faults.add(day_in_future.at("#/receivedOn", {{"day", to_string(fresh.received_on)}}));
    TRY(faults.result());
    TRY(require_may_ask(acting, applicant->id));
    fresh.applicant = applicant->id;
    fresh.recipient = *recipient;
    fresh.language = wanted.language == WrittenForm::nn ? i18n::Language::nn : i18n::Language::nb;
    fresh.project = wanted.project;
    fresh.summary = wanted.summary;
    fresh.apply_by = wanted.apply_by;
    return fresh;
}

Result<CoFundingStatement> ask_statement(const Acting& acting, const NewCoFundingRequest& wanted, bool is_invented) {
    auto fresh = TRY(read_request(acting, wanted));
    if (wanted.exemption_reason) {
        fresh.exemption_reason = *wanted.exemption_reason;
        fresh.exempted_by = standing_of(acting.principal);
    }
    const auto rule = TRY(store::comment_rule_on(acting.transaction, fresh.received_on));
    fresh = TRY(taken(std::move(fresh), rule));
    if (!fresh.exemption_reason.empty()) TRY(acting.principal.require(right::exempt));
    fresh.id = CoFundingStatementId::make(acting.now, acting.services.random);
    fresh.is_invented = is_invented;
    fresh.asked_at = fresh.changed_at = acting.now;
    fresh.number = TRY(store::next_number(acting.transaction, "co_funding_statement", 'M', acting.today()));
    TRY(store::insert(acting.transaction, fresh));
    journal::Body body;
    body.text("received", to_string(fresh.received_on))
        .text("deadline", to_string(fresh.apply_by))
        .number("days", fresh.days_given())
        .number("min", fresh.days_min);
    TRY(acting.tell("voice.statement_asked", fresh, std::move(body)));
    if (!fresh.exemption_reason.empty()) {
        journal::Body exemption;
        exemption.number("days", fresh.days_given())
            .number("min", fresh.days_min)
            .text("reason", fresh.exemption_reason)
            .text("by", fresh.exempted_by);
        TRY(acting.tell("voice.statement_exempted", fresh, std::move(exemption)));
    }
    return fresh;
}

Result<CommentRule> add_comment_rule(const Acting& acting, const NewCommentRule& wanted) {
    TRY(acting.principal.require(right::keep_comment_rules));
    constexpr int days_max = 365;
    if (wanted.days_min < 1 || wanted.days_min > days_max) {
        auto faulty = platform::request_faulty.error();
        faulty.faults.push_back(
            platform::number_out_of_range.at("#/daysMin", {{"min", std::int64_t{1}}, {"max", std::int64_t{days_max}}}));
        return faulty;
    }
    const CommentRule fresh{wanted.valid_from, wanted.days_min, wanted.basis};
    const auto rules = TRY(store::comment_rules(acting.transaction));
    TRY(check_new_rule(fresh, rules.front(), acting.today()));
    TRY(store::insert(acting.transaction, fresh, acting.now));
    journal::Body body;
    body.text("from", to_string(fresh.valid_from)).number("days", fresh.days_min).text("basis", fresh.basis);
    TRY(acting.services.journal.append(acting.transaction, acting.principal,
                                       {.type = "voice.comment_rule_added",
                                        .subjects = {{"comment_rule", to_string(fresh.valid_from)}},
                                        .body = std::move(body)},
                                       acting.now));
    return fresh;
}

} // namespace voice
