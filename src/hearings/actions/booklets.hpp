#pragma once
// Publishing a debate booklet, answering it from a county meeting, summing it up.
#include "hearings/actions/acting.hpp"
#include "hearings/actions/plan_hearing.hpp"
#include "hearings/domain/booklet.hpp"

namespace hearings {

struct NewBooklet {
    int year = 0;
    TextLanguage language = TextLanguage::nb;
    Line<200> title;
    Prose<20000> introduction;
    std::vector<Line<500>> questions;
    Date opens_on, closes_on;
};
BOOST_DESCRIBE_STRUCT(NewBooklet, (), (year, language, title, introduction, questions, opens_on, closes_on))

/// Appends hearings.booklet_published. Needs hearings.hold for everything. Fails with platform.right_missing,
/// hearings.booklet_year_taken and platform.request_faulty (hearings.closes_before_opens; no question).
Result<BookletId> publish_booklet(const Acting&, const NewBooklet&, Authenticity = Authenticity::real);

struct NewBookletReply {
    int question = 0; ///< From 1.
    Prose<20000> text;
};
BOOST_DESCRIBE_STRUCT(NewBookletReply, (), (question, text))

struct NewBookletAnswer {
    Line<40> county;                      ///< fylkesnummer, slug or id.
    std::vector<NewBookletReply> replies; ///< Those without text say nothing and change nothing.
};
BOOST_DESCRIBE_STRUCT(NewBookletAnswer, (), (county, replies))

/// What a county meeting answered; in place of what it said before. Appends hearings.booklet_answered.
///
/// Needs hearings.answer_booklet for the county. Fails with platform.right_missing, hearings.booklet_not_open and
/// platform.request_faulty: hearings.county_unknown, reply_faulty.
Result<void> answer_booklet(const Acting&, const Booklet&, const NewBookletAnswer&);

struct NewSummary {
    int question = 0;
    Prose<20000> text;
    std::vector<Line<20>> case_numbers; ///< Of the cases that follow from it.
};
BOOST_DESCRIBE_STRUCT(NewSummary, (), (question, text, case_numbers))

/// Appends hearings.booklet_summed_up, with the cases as subjects. Needs hearings.hold for everything. Fails with
/// platform.right_missing and platform.request_faulty: hearings.reply_faulty, case_unknown.
Result<void> sum_up_booklet(const Acting&, const Booklet&, const NewSummary&);

/// As it stands in an address. Fails with hearings.booklet_not_found.
Result<Booklet> load_booklet(db::Reader&, std::string_view year);

} // namespace hearings
