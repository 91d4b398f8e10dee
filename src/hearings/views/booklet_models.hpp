#pragma once
// What pages and JSON say of debate booklets.
#include "hearings/domain/booklet.hpp"
#include "platform/ui/named_link.hpp"

namespace hearings {

using ui::NamedLink;

struct CountyReplyView {
    NamedLink county;
    std::string text;
    Instant answered_at;
};
BOOST_DESCRIBE_STRUCT(CountyReplyView, (), (county, text, answered_at))

struct BookletQuestionView {
    int number = 0;
    std::string text, summary;
    std::vector<CountyReplyView> answers;
    std::vector<NamedLink> cases; ///< Those that follow from it.
};
BOOST_DESCRIBE_STRUCT(BookletQuestionView, (), (number, text, summary, answers, cases))

struct BookletView {
    BookletId id;
    int year = 0;
    std::string url, language, title, introduction;
    HearingState state = HearingState::planned;
    Date opens_on, closes_on;
    std::int64_t counties = 0;          ///< How many there are today.
    std::vector<NamedLink> answered_by; ///< By name.
    std::vector<NamedLink> silent;
    std::vector<BookletQuestionView> questions;
    bool is_invented = false;
};
BOOST_DESCRIBE_STRUCT(BookletView, (),
                      (id, year, url, language, title, introduction, state, opens_on, closes_on, counties, answered_by,
                       silent, questions, is_invented))

struct BookletRow {
    int year = 0;
    std::string url, title, language;
    HearingState state = HearingState::planned;
    Date opens_on, closes_on;
    bool is_invented = false;
};
BOOST_DESCRIBE_STRUCT(BookletRow, (), (year, url, title, language, state, opens_on, closes_on, is_invented))

struct BookletListView {
    std::vector<BookletRow> booklets;
};
BOOST_DESCRIBE_STRUCT(BookletListView, (), (booklets))

/// What the reader may do with a booklet.
struct BookletRights {
    bool may_answer = false, may_sum_up = false;
};

} // namespace hearings
