#include "hearings/actions/booklets.hpp"

#include "directory/directory.hpp"
#include "governance/lookups.hpp"
#include "hearings/domain/errors.hpp"
#include "hearings/store/booklet_store.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace hearings {

static Error booklet_faulty(std::vector<Fault> faults) {
    auto error = platform::request_faulty.error();
    error.faults = std::move(faults);
    return error;
}

static Result<void> tell_booklet(const Acting& acting, std::string_view type, const Booklet& booklet,
                                 journal::Body facts, std::vector<journal::Subject> others = {}) {
    journal::Event event;
    event.type = type;
    event.subjects = {{"booklet", booklet.id.to_string()}};
    for (auto& other : others)
        event.subjects.push_back(std::move(other));
    event.body = std::move(facts);
    event.body.number("year", booklet.year).text("title", booklet.title);
    TRY(acting.services.journal.append(acting.transaction, acting.principal, event, acting.now));
    return {};
}

Result<Booklet> load_booklet(db::Reader& reader, std::string_view year) {
    int number = 0;
    std::from_chars(year.data(), year.data() + year.size(), number);
    auto found =
        number > 0 && year == std::to_string(number) ? TRY(find_booklet(reader, number)) : std::optional<Booklet>{};
    if (!found) return booklet_not_found.error({{"year", std::string{year.substr(0, 10)}}});
    return *std::move(found);
}

Result<BookletId> publish_booklet(const Acting& acting, const NewBooklet& sent, Authenticity authenticity) {
    TRY(acting.principal.require(right::hold));
    std::vector<Fault> faults;
    if (sent.questions.empty()) faults.push_back(platform::field_missing.at("#/questions"));
    if (sent.closes_on < sent.opens_on) faults.push_back(closes_before_opens.at("#/closesOn"));
    if (sent.year < 1970 || sent.year > 2069) {
        faults.push_back(platform::number_out_of_range.at(
            "#/year", {{"minimum", std::int64_t{1970}}, {"maximum", std::int64_t{2069}}}));
    }
    if (!faults.empty()) return booklet_faulty(std::move(faults));
    if (TRY(find_booklet(acting.transaction, sent.year))) return booklet_year_taken.error({{"year", sent.year}});
    Booklet fresh;
    fresh.id = BookletId::make(acting.now, acting.services.random);
    fresh.year = sent.year;
    fresh.language = sent.language == TextLanguage::nn ? i18n::Language::nn : i18n::Language::nb;
    fresh.title = sent.title;
    fresh.introduction = sent.introduction;
    for (const auto& question : sent.questions)
        fresh.questions.push_back({question});
    fresh.opens_on = sent.opens_on;
    fresh.closes_on = sent.closes_on;
    fresh.published_at = acting.now;
    fresh.is_invented = authenticity == Authenticity::invented;
    TRY(insert_booklet(acting.transaction, fresh));
    TRY(tell_booklet(acting, "hearings.booklet_published", fresh, {}));
    return fresh.id;
}

static bool has_question(const Booklet& booklet, int number) {
    return number >= 1 && number <= static_cast<int>(booklet.questions.size());
}

Result<void> answer_booklet(const Acting& acting, const Booklet& booklet, const NewBookletAnswer& sent) {
    const auto county = directory::find_organisation_by_key(acting.transaction, sent.county);
    if (!county && county.error().kind != ErrorKind::not_found) return county.error();
    const auto counties = TRY(directory::counties_on(acting.transaction, acting.today()));
    const bool is_county =
        county && std::ranges::find(counties, county->id, &directory::OrganisationSummary::id) != counties.end();
    std::vector<Fault> faults;
    if (!is_county) faults.push_back(county_unknown.at("#/county", {{"county", sent.county}}));
    for (std::size_t i = 0; i < sent.replies.size(); ++i) {
        if (!has_question(booklet, sent.replies[i].question))
            faults.push_back(reply_faulty.at(fmt::format("#/replies/{}", i)));
    }
    if (is_county) TRY(acting.principal.require(right::answer_booklet, county->id.to_string()));
    if (booklet.state_on(acting.today()) != HearingState::open) {
        return booklet_not_open.error(
            {{"opens", to_string(booklet.opens_on)}, {"closes", to_string(booklet.closes_on)}});
    }
    if (!faults.empty()) return booklet_faulty(std::move(faults));
    for (const auto& reply : sent.replies) {
        if (reply.text.empty()) continue;
        TRY(put_booklet_answer(acting.transaction, booklet.id, {reply.question, county->id, reply.text, acting.now}));
    }
    journal::Body facts;
    facts.text("county", county->name);
    return tell_booklet(acting, "hearings.booklet_answered", booklet, std::move(facts),
                        {{"organisation", county->id.to_string()}});
}

Result<void> sum_up_booklet(const Acting& acting, const Booklet& booklet, const NewSummary& sent) {
    TRY(acting.principal.require(right::hold));
    std::vector<Fault> faults;
    if (!has_question(booklet, sent.question)) faults.push_back(reply_faulty.at("#/question"));
    BookletQuestion summed{.text = {}, .summary = sent.text};
    std::vector<journal::Subject> cases;
    for (std::size_t i = 0; i < sent.case_numbers.size(); ++i) {
        const auto id = governance::case_by_number(acting.transaction, sent.case_numbers[i]);
        if (!id) {
            faults.push_back(case_unknown.at(fmt::format("#/caseNumbers/{}", i), {{"number", sent.case_numbers[i]}}));
        } else if (std::ranges::find(summed.cases, *id) == summed.cases.end()) {
            summed.cases.push_back(*id);
            cases.push_back({"case", id->to_string()});
        }
    }
    if (!faults.empty()) return booklet_faulty(std::move(faults));
    TRY(put_summary(acting.transaction, booklet.id, sent.question, summed));
    journal::Body facts;
    facts.number("question", sent.question);
    return tell_booklet(acting, "hearings.booklet_summed_up", booklet, std::move(facts), std::move(cases));
}

} // namespace hearings
