#pragma once
// What facts/demonstration_hearings.json says shall have happened.
#include "governance/governance.hpp"
#include "governance/lookups.hpp"
#include "hearings/actions/assess.hpp"
#include "platform/json/described.hpp"

#include <functional>
#include <string>
#include <vector>

namespace hearings::demonstration {

struct SaidQuestion {
    std::string text;
    std::vector<std::string> options;
};
BOOST_DESCRIBE_STRUCT(SaidQuestion, (), (text, options))

/// Days are counted from the one on which the demonstration is loaded.
struct SaidHearing {
    std::string case_title, language, title, text;
    std::vector<SaidQuestion> questions;
    std::string planned, opens, closes;
    std::string extended, extended_to, extension_reason; ///< "" when its closing day never moved.
    int remind_days = 0, answers = 0, through_network = 0, attachments = 0;

    [[nodiscard]] const std::string& last_day() const { return extended_to.empty() ? closes : extended_to; }
};
BOOST_DESCRIBE_STRUCT(SaidHearing, (),
                      (case_title, language, title, text, questions, planned, opens, closes, extended, extended_to,
                       extension_reason, remind_days, answers, through_network, attachments))

struct SaidReasons {
    std::vector<std::string> support, support_if, against, no_capacity;
};
BOOST_DESCRIBE_STRUCT(SaidReasons, (), (support, support_if, against, no_capacity))

struct SaidAssessment {
    std::string case_title, assessor, before, required, delivered, conclusion; ///< delivered is "" while it is missing.
    std::vector<NewLayer> layers;
};
BOOST_DESCRIBE_STRUCT(SaidAssessment, (), (case_title, assessor, before, required, delivered, conclusion, layers))

struct SaidBooklet {
    std::string title, introduction;
    std::vector<std::string> questions;
    std::string opens, closes;
    int counties = 0; ///< So many of their meetings answer.
    std::vector<std::string> replies;
    std::string summary, case_title; ///< Of the first question.
};
BOOST_DESCRIBE_STRUCT(SaidBooklet, (),
                      (title, introduction, questions, opens, closes, counties, replies, summary, case_title))

struct Said {
    std::vector<SaidHearing> hearings;
    SaidBooklet booklet;
    std::vector<SaidAssessment> assessments;
    SaidReasons reasons;
    std::vector<std::string> replies;
};
BOOST_DESCRIBE_STRUCT(Said, (), (hearings, booklet, assessments, reasons, replies))

/// Something that happened, and when. All steps of all hearings are taken in the order of their times.
struct Step {
    Instant at;
    std::function<Result<void>(db::Transaction&)> take;
};

/// "-14": a day so far from today.
Date day_of(std::string_view text, Date today);
/// The files travel with the program and are tested with it: what they name is there.
Result<governance::CaseCard> case_titled(db::Reader&, const std::string& title, Date today);
Result<governance::BodyId> body_named(db::Reader&, const std::string& name);

} // namespace hearings::demonstration
