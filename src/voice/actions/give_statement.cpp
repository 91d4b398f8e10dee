#include "directory/directory.hpp"
#include "governance/case_standing.hpp"
#include "governance/lookups.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"
#include "voice/actions/co_funding.hpp"
#include "voice/actions/speakers.hpp"
#include "voice/domain/errors.hpp"
#include "voice/rights.hpp"
#include "voice/store/co_funding_store.hpp"
#include "voice/texts.hpp"

#include <fmt/format.h>

namespace voice {

/// A case that is named must be decided; a decision under way is none.
static Result<governance::CaseId> decided_case(const Acting& acting, std::string_view number) {
    const auto id = TRY(governance::case_by_number(acting.transaction, number));
    const auto standing = TRY(governance::case_standing(acting.transaction, id, acting.today()));
    if (!standing.decided_at) return basis_not_decided.error({{"matter", standing.number}});
    return id;
}

static Result<CoFundingComment> read_comment(const Acting& acting, const NewCoFundingComment& wanted) {
    CoFundingComment given;
    given.advice = wanted.advice;
    given.comment = wanted.comment;
    given.authority = standing_of(acting.principal);
    Faults faults;
    if (given.comment.find_first_not_of(" \n\t") == std::string::npos) faults.add(platform::empty.at("#/comment"));
    if (wanted.speaker) {
        const auto seat = speaker(acting.transaction, *wanted.speaker, acting.today());
        faults.take(seat, "#/speaker");
        if (seat) given.authority = seat->body_name;
        given.speaker = wanted.speaker;
    }
    if (wanted.case_number) {
        const auto decided = decided_case(acting, *wanted.case_number);
        faults.take(decided, "#/caseNumber");
        if (decided) given.case_id = *decided;
    }
    TRY(faults.result());
    return given;
}

/// Plain text, so that it can be read and checked anywhere in a hundred years.
static Result<std::string> document_of(const Acting& acting, const CoFundingStatement& statement) {
    const auto& t = acting.services.texts.in(statement.language);
    const auto applicant =
        TRY(directory::find_organisation(acting.transaction, statement.applicant, statement.language));
    const auto recipient =
        TRY(directory::find_organisation(acting.transaction, statement.recipient, statement.language));
    const auto line = [&](const i18n::Message& name, const std::string& value) {
        return fmt::format("{}: {}\n", t(name), value);
    };
    auto text = fmt::format("{}\n\n", t(text::statement_document_title({.number = statement.number})));
    text += line(text::statement_project, statement.project);
    text += line(text::statement_applicant, applicant.name);
    text += line(text::statement_recipient, recipient.name);
    text += line(text::statement_received, t.date(statement.received_on));
    text += line(text::statement_apply_by, t.date(statement.apply_by));
    text += line(text::statement_given_on, t.date(*statement.given_on));
    text += line(text::statement_authority, statement.authority);
    text +=
        line(text::statement_advice, t.by_name(fmt::format("statement.advice.{}", json::name_of(*statement.advice))));
    return text + "\n" + statement.comment + "\n";
}

Result<CoFundingStatement> give_statement(const Acting& acting, std::string_view number,
                                          const NewCoFundingComment& wanted, std::optional<std::int64_t> version) {
    TRY(acting.principal.require(right::speak));
    auto statement = TRY(store::co_funding_statement(acting.transaction, number));
    if (version) statement.version = *version;
    const auto given = TRY(read_comment(acting, wanted));
    statement = TRY(commented(std::move(statement), given, acting.today()));
    statement.document = TRY(document_of(acting, statement));
    statement.document_sha256 = crypto::to_hex(crypto::sha256(statement.document));
    TRY(store::save(acting.transaction, statement, acting.now));
    journal::Body body;
    body.text("advice", json::name_of(*statement.advice))
        .text("authority", statement.authority)
        .text("sha256", statement.document_sha256);
    TRY(acting.tell("voice.statement_given", statement, std::move(body)));
    return statement;
}

} // namespace voice
