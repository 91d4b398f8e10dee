#pragma once
// Announcing a hearing: public from this moment, answered from the day it opens.
#include "hearings/actions/acting.hpp"
#include "platform/json/described.hpp"

namespace hearings {

enum class TextLanguage : std::uint8_t { nb, nn };
BOOST_DESCRIBE_ENUM(TextLanguage, nb, nn)

struct NewQuestion {
    Line<500> text;
    std::vector<Line<200>> options; ///< None: answered in words. Else at least two.
};
BOOST_DESCRIBE_STRUCT(NewQuestion, (), (text, options))

/// Chosen parts of the sector; whoever is in several of them is asked once. Organisations by number, slug or id.
struct NewAudience {
    bool municipalities = false, counties = false; ///< All of them.
    std::vector<Line<40>> in_counties;             ///< The municipalities of these counties.
    std::vector<Size> sizes;
    std::vector<Line<40>> networks; ///< The members of these networks.
    std::vector<Line<40>> named;
};
BOOST_DESCRIBE_STRUCT(NewAudience, (), (municipalities, counties, in_counties, sizes, networks, named))

struct NewHearing {
    Line<20> case_number; ///< "26/00012"
    TextLanguage language = TextLanguage::nb;
    Line<200> title;
    Prose<20000> text; ///< Markdown.
    std::vector<NewQuestion> questions;
    NewAudience audience;
    std::vector<governance::DocumentId> documents; ///< Of the case, open to all.
    Date opens_on, closes_on;
    int remind_days = 7; ///< Before it closes; 0: nobody is reminded.
};
BOOST_DESCRIBE_STRUCT(NewHearing, (),
                      (case_number, language, title, text, questions, audience, documents, opens_on, closes_on,
                       remind_days))

inline constexpr std::size_t questions_max = 20;
inline constexpr std::size_t audience_max = 400;
inline constexpr int remind_days_max = 60;

enum class Authenticity : std::uint8_t { real, invented };

/// Appends hearings.hearing_planned. Whoever speaks for an addressed organisation is taken to be reached by it.
///
/// Needs hearings.hold for the case. Fails with platform.right_missing and platform.request_faulty:
/// hearings.case_unknown, opens_in_past, closes_too_soon (the body's rules, R16), audience_faulty, audience_empty,
/// organisation_unknown, document_unknown, options_faulty; with hearings.case_is_over when nothing more is decided.
Result<HearingId> plan_hearing(const Acting&, const NewHearing&, Authenticity = Authenticity::real);

} // namespace hearings
