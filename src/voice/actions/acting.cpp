#include "voice/actions/acting.hpp"

#include "platform/search/search.hpp"
#include "voice/store/consultation_store.hpp"

#include <algorithm>

namespace voice {

Result<void> Acting::tell(std::string_view type, const Position& position, journal::Body body) const {
    body.text("number", position.number).text("title", position.title);
    TRY(services.journal.append(transaction, principal,
                                {.type = type,
                                 .subjects = {{"position", position.id.to_string()},
                                              {"case", position.case_id.to_string()},
                                              {"organisation", position.addressee.to_string()}},
                                 .body = std::move(body)},
                                now));
    return search::put(transaction, {.kind = "position",
                                     .id = position.id.to_string(),
                                     .language = position.language,
                                     .title = position.title,
                                     .text = position.statement + "\n" + position.occasion,
                                     .url = position.url(),
                                     .changed_at = now});
}

Result<void> Acting::tell(std::string_view type, const Hindrance& hindrance, journal::Body body) const {
    body.text("number", hindrance.number).text("title", hindrance.title);
    TRY(services.journal.append(
        transaction, principal,
        {.type = type,
         .subjects = {{"hindrance", hindrance.id.to_string()}, {"organisation", hindrance.reporter.to_string()}},
         .body = std::move(body)},
        now));
    return search::put(transaction, {.kind = "hindrance",
                                     .id = hindrance.id.to_string(),
                                     .language = hindrance.language,
                                     .title = hindrance.title,
                                     .text = hindrance.law + " " + hindrance.provision + "\n" + hindrance.hinders +
                                             "\n" + hindrance.who_is_hit + "\n" + hindrance.proposal,
                                     .url = hindrance.url(),
                                     .changed_at = now});
}

Result<void> Acting::tell(std::string_view type, const Consultation& meeting, journal::Body body,
                          std::vector<journal::Subject> more) const {
    body.text("number", meeting.number);
    std::vector<journal::Subject> subjects{{"consultation", meeting.id.to_string()},
                                           {"organisation", meeting.counterpart.to_string()}};
    for (auto& each : more) {
        const bool is_told = std::ranges::any_of(
            subjects, [&](const journal::Subject& known) { return known.kind == each.kind && known.id == each.id; });
        if (!is_told) subjects.push_back(std::move(each));
    }
    TRY(services.journal.append(transaction, principal,
                                {.type = type, .subjects = std::move(subjects), .body = std::move(body)}, now));
    std::string title = meeting.number, text = meeting.introduction;
    for (const auto& item : TRY(store::items_of(transaction, meeting.id))) {
        title += " · " + item.title;
        text += "\n" + item.text + "\n" + item.outcome_words;
    }
    return search::put(transaction, {.kind = "consultation",
                                     .id = meeting.id.to_string(),
                                     .language = meeting.language,
                                     .title = title,
                                     .text = text,
                                     .url = meeting.url(),
                                     .changed_at = now});
}

Result<void> Acting::tell(std::string_view type, const CoFundingStatement& statement, journal::Body body) const {
    body.text("number", statement.number).text("title", statement.project);
    std::vector<journal::Subject> subjects{{"co_funding_statement", statement.id.to_string()},
                                           {"organisation", statement.applicant.to_string()}};
    if (statement.recipient != statement.applicant)
        subjects.push_back({"organisation", statement.recipient.to_string()});
    TRY(services.journal.append(transaction, principal,
                                {.type = type, .subjects = std::move(subjects), .body = std::move(body)}, now));
    return search::put(transaction, {.kind = "co_funding_statement",
                                     .id = statement.id.to_string(),
                                     .language = statement.language,
                                     .title = statement.project,
                                     .text = statement.summary + "\n" + statement.comment,
                                     .url = statement.url(),
                                     .changed_at = now});
}

Result<void> Acting::tell(std::string_view type, const StateHearing& hearing, journal::Body body) const {
    body.text("number", hearing.number).text("title", hearing.title);
    std::vector<journal::Subject> subjects{{"state_hearing", hearing.id.to_string()},
                                           {"organisation", hearing.sender.to_string()}};
    if (hearing.case_id) subjects.push_back({"case", hearing.case_id->to_string()});
    TRY(services.journal.append(transaction, principal,
                                {.type = type, .subjects = std::move(subjects), .body = std::move(body)}, now));
    return search::put(transaction, {.kind = "state_hearing",
                                     .id = hearing.id.to_string(),
                                     .language = hearing.language,
                                     .title = hearing.title,
                                     .text = hearing.summary + "\n" + hearing.reference + "\n" + hearing.result_words,
                                     .url = hearing.url(),
                                     .changed_at = now});
}

std::string standing_of(const Principal& principal) {
    if (!principal.authority.empty()) return principal.authority;
    return principal.organisation_name.empty() ? "Samband" : principal.organisation_name;
}

} // namespace voice
