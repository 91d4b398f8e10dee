#include "hearings/actions/change_hearing.hpp"

#include "governance/case_standing.hpp"
#include "hearings/actions/speaking.hpp"
#include "hearings/domain/errors.hpp"
#include "hearings/store/hearing_store.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hearings {

/// Where the case stands, for somebody who may hold hearings on it.
static Result<governance::CaseStanding> standing_to_change(const Acting& acting, const Hearing& hearing) {
    auto standing = TRY(governance::case_standing(acting.transaction, hearing.case_id, acting.today()));
    if (!standing.allows(acting.principal, right::hold)) TRY(acting.principal.require(right::hold));
    TRY(require_not_over(acting, hearing));
    return standing;
}

/// To those who follow the case, and to each that is asked.
static Result<void> tell_everybody_asked(const Acting& acting, std::string_view type, const Hearing& hearing,
                                         journal::Body facts) {
    std::vector<journal::Subject> others{{"case", hearing.case_id.to_string()}};
    for (const auto& one : TRY(addressees_of(acting.transaction, hearing.id)))
        others.push_back({"organisation", one.organisation.to_string()});
    TRY(acting.tell(type, hearing, std::move(facts), std::move(others)));
    return {};
}

Result<void> extend_hearing(const Acting& acting, const Hearing& hearing, const NewExtension& sent) {
    const auto standing = TRY(standing_to_change(acting, hearing));
    const auto days_min = std::max(hearing.days_min, standing.hearing_days_min);
    const auto earliest = earliest_closing(hearing.opens_on, days_min);
    std::vector<Fault> faults;
    if (sent.closes_on <= hearing.closes_on) {
        faults.push_back(closes_not_later.at("#/closesOn", {{"closes", to_string(hearing.closes_on)}}));
    } else if (sent.closes_on < earliest) {
        faults.push_back(
            closes_too_soon.at("#/closesOn", {{"days", std::int64_t{days_min}}, {"earliest", to_string(earliest)}}));
    }
    if (sent.reason.empty()) faults.push_back(platform::field_missing.at("#/reason"));
    TRY(none_of(std::move(faults)));
    auto changed = hearing;
    changed.extensions.push_back({hearing.closes_on, sent.closes_on, sent.reason, acting.now});
    changed.closes_on = sent.closes_on;
    TRY(insert_extension(acting.transaction, changed));
    journal::Body facts;
    facts.text("from", to_string(hearing.closes_on)).text("closes", to_string(sent.closes_on));
    facts.text("reason", sent.reason);
    return tell_everybody_asked(acting, "hearings.hearing_extended", changed, std::move(facts));
}

Result<void> withdraw_hearing(const Acting& acting, const Hearing& hearing, const NewWithdrawal& sent) {
    TRY(standing_to_change(acting, hearing));
    std::vector<Fault> faults;
    if (sent.reason.empty()) faults.push_back(platform::field_missing.at("#/reason"));
    TRY(none_of(std::move(faults)));
    auto changed = hearing;
    changed.withdrawn = Withdrawn{acting.now, sent.reason};
    TRY(save_withdrawal(acting.transaction, changed));
    journal::Body facts;
    facts.text("reason", sent.reason);
    return tell_everybody_asked(acting, "hearings.hearing_withdrawn", changed, std::move(facts));
}

Result<void> add_documents(const Acting& acting, const Hearing& hearing, const MoreDocuments& sent) {
    const auto standing = TRY(standing_to_change(acting, hearing));
    std::vector<Fault> faults;
    if (sent.documents.empty()) faults.push_back(platform::field_missing.at("#/documents"));
    auto there = hearing.documents;
    for (std::size_t i = 0; i < sent.documents.size(); ++i) {
        const auto id = sent.documents[i];
        const bool is_open =
            std::ranges::find(standing.documents, id, &governance::OpenDocument::id) != standing.documents.end();
        if (!is_open || std::ranges::find(there, id) != there.end())
            faults.push_back(document_unknown.at(fmt::format("#/documents/{}", i)));
        there.push_back(id);
    }
    TRY(none_of(std::move(faults)));
    TRY(insert_documents(acting.transaction, hearing, sent.documents));
    journal::Body facts;
    facts.number("count", static_cast<std::int64_t>(sent.documents.size()));
    return tell_everybody_asked(acting, "hearings.documents_added", hearing, std::move(facts));
}

} // namespace hearings
