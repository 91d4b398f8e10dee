#include "hearings/actions/plan_hearing.hpp"

#include "directory/directory.hpp"
#include "governance/case_standing.hpp"
#include "governance/lookups.hpp"
#include "hearings/actions/audience.hpp"
#include "hearings/domain/errors.hpp"
#include "hearings/store/hearing_store.hpp"
#include "identity/identity.hpp"
#include "platform/errors.hpp"
#include "platform/search/search.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hearings {

namespace {

/// Gathers everything that is wrong with a hearing before any of it is kept.
class HearingChecks {
public:
    HearingChecks(const Acting& acting, const NewHearing& sent) : acting_{acting}, sent_{sent} {}

    Result<void> days(const governance::CaseStanding& standing) {
        if (sent_.opens_on < acting_.today()) fault(opens_in_past.at("#/opensOn"));
        const auto earliest = earliest_closing(sent_.opens_on, standing.hearing_days_min);
        if (sent_.closes_on < earliest) {
            fault(closes_too_soon.at(
                "#/closesOn", {{"days", std::int64_t{standing.hearing_days_min}}, {"earliest", to_string(earliest)}}));
        }
        return {};
    }

    void texts() {
        if (sent_.text.empty()) fault(platform::field_missing.at("#/text"));
        if (sent_.questions.size() > questions_max) too_many("#/questions", sent_.questions.size(), questions_max);
        for (std::size_t i = 0; i < sent_.questions.size(); ++i) {
            if (sent_.questions[i].options.size() == 1)
                fault(options_faulty.at(fmt::format("#/questions/{}/options", i)));
        }
        if (sent_.remind_days < 0 || sent_.remind_days > remind_days_max) {
            fault(platform::number_out_of_range.at(
                "#/remindDays", {{"minimum", std::int64_t{0}}, {"maximum", std::int64_t{remind_days_max}}}));
        }
    }

    void documents(const governance::CaseStanding& standing) {
        for (std::size_t i = 0; i < sent_.documents.size(); ++i) {
            const auto known = std::ranges::find(standing.documents, sent_.documents[i], &governance::OpenDocument::id);
            if (known == standing.documents.end()) fault(document_unknown.at(fmt::format("#/documents/{}", i)));
        }
    }

    Result<std::vector<Audience>> audience() {
        const auto& sent = sent_.audience;
        if (sent.municipalities) parts_.push_back({.kind = AudienceKind::municipalities});
        if (sent.counties) parts_.push_back({.kind = AudienceKind::counties});
        TRY(add_organisations(AudienceKind::county, sent.in_counties, "#/audience/inCounties"));
        for (const auto size : sent.sizes)
            parts_.push_back({.kind = AudienceKind::size, .organisation = {}, .size = size});
        TRY(add_organisations(AudienceKind::network, sent.networks, "#/audience/networks"));
        TRY(add_organisations(AudienceKind::named, sent.named, "#/audience/named"));
        if (parts_.empty()) fault(audience_empty.at("#/audience/municipalities"));
        if (parts_.size() > audience_max) too_many("#/audience", parts_.size(), audience_max);
        return parts_;
    }

    Result<void> finish() {
        if (faults_.empty()) return {};
        auto error = platform::request_faulty.error();
        error.faults = std::move(faults_);
        return error;
    }

private:
    void fault(Fault fault) { faults_.push_back(std::move(fault)); }
    void too_many(std::string_view where, std::size_t count, std::size_t most) {
        fault(platform::too_many_items.at(std::string{where}, {{"count", static_cast<std::int64_t>(count)},
                                                               {"max", static_cast<std::int64_t>(most)}}));
    }

    Result<void> add_organisations(AudienceKind kind, const std::vector<Line<40>>& keys, const std::string& place) {
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const auto here = fmt::format("{}/{}", place, i);
            const auto found = directory::find_organisation_by_key(acting_.transaction, keys[i]);
            if (!found && found.error().kind != ErrorKind::not_found) return found.error();
            parts_.push_back({.kind = kind, .organisation = found ? std::optional{found->id} : std::nullopt});
            if (!found) {
                fault(organisation_unknown.at(here, {{"organisation", keys[i]}}));
            } else if (!fits(kind, found->kind)) {
                fault(audience_faulty.at(here, {{"organisation", found->name}}));
            }
        }
        return {};
    }

    static bool fits(AudienceKind kind, directory::OrganisationKind organisation) {
        using directory::OrganisationKind;
        if (kind == AudienceKind::network) return organisation == OrganisationKind::network;
        return organisation == OrganisationKind::county || organisation == OrganisationKind::municipality;
    }

    const Acting& acting_;
    const NewHearing& sent_;
    std::vector<Audience> parts_;
    std::vector<Fault> faults_;
};

} // namespace

static Result<governance::CaseStanding> standing_of(const Acting& acting, const NewHearing& sent) {
    const auto id = governance::case_by_number(acting.transaction, sent.case_number);
    if (!id) {
        auto error = platform::request_faulty.error();
        error.faults.push_back(case_unknown.at("#/caseNumber", {{"number", sent.case_number}}));
        return error;
    }
    return governance::case_standing(acting.transaction, *id, acting.today());
}

static Hearing hearing_from(const Acting& acting, const NewHearing& sent, const governance::CaseStanding& standing) {
    Hearing fresh;
    fresh.id = HearingId::make(acting.now, acting.services.random);
    fresh.year = static_cast<int>(acting.today().year());
    fresh.case_id = standing.id;
    fresh.body = standing.body;
    fresh.language = sent.language == TextLanguage::nn ? i18n::Language::nn : i18n::Language::nb;
    fresh.title = sent.title;
    fresh.text = sent.text;
    for (const auto& question : sent.questions) {
        fresh.questions.push_back({question.text, {question.options.begin(), question.options.end()}});
    }
    fresh.documents = sent.documents;
    fresh.opens_on = sent.opens_on;
    fresh.closes_on = sent.closes_on;
    fresh.days_min = standing.hearing_days_min;
    fresh.remind_days = sent.remind_days;
    fresh.planned_at = acting.now;
    return fresh;
}

static Result<void> mark_those_with_people(const Acting& acting, std::vector<Addressee>& all) {
    const auto spoken_for = TRY(identity::organisations_spoken_for(acting.transaction, right::answer, acting.today()));
    for (auto& one : all) {
        if (spoken_for.contains(one.organisation.to_string())) one.reached_at = acting.now;
    }
    return {};
}

static Result<void> index_hearing(const Acting& acting, const Hearing& hearing) {
    search::Document document;
    document.kind = "hearing";
    document.id = hearing.id.to_string();
    document.title = hearing.title;
    document.text = hearing.text;
    document.url = hearing.path();
    document.changed_at = acting.now;
    return search::put(acting.transaction, document);
}

Result<HearingId> plan_hearing(const Acting& acting, const NewHearing& sent, Authenticity authenticity) {
    const auto standing = TRY(standing_of(acting, sent));
    if (!standing.allows(acting.principal, right::hold)) TRY(acting.principal.require(right::hold));
    if (!standing.is_under_way()) return case_is_over.error({{"number", standing.number}});
    HearingChecks checks{acting, sent};
    TRY(checks.days(standing));
    checks.texts();
    checks.documents(standing);
    auto fresh = hearing_from(acting, sent, standing);
    fresh.audience = TRY(checks.audience());
    TRY(checks.finish());
    auto all = TRY(addressees_in(acting.transaction, fresh.audience, acting.today()));
    if (all.empty()) return audience_empty.error();
    TRY(mark_those_with_people(acting, all));
    fresh.is_invented = authenticity == Authenticity::invented;
    fresh.serial = TRY(next_serial(acting.transaction, fresh.year));
    journal::Body facts;
    facts.text("opens", to_string(fresh.opens_on)).text("closes", to_string(fresh.closes_on));
    facts.number("addressed", static_cast<std::int64_t>(all.size()));
    facts.number("daysMin", fresh.days_min);
    std::vector<journal::Subject> addressed{{"case", fresh.case_id.to_string()}};
    for (const auto& one : all)
        addressed.push_back({"organisation", one.organisation.to_string()});
    fresh.planned_sequence =
        TRY(acting.tell("hearings.hearing_planned", fresh, std::move(facts), std::move(addressed)));
    TRY(insert_hearing(acting.transaction, fresh, all));
    TRY(index_hearing(acting, fresh));
    return fresh.id;
}

} // namespace hearings
