#pragma once
// What is sent when a case is planned or changed, as typed requests.
#include "governance/domain/case.hpp"
#include "governance/domain/shield.hpp"
#include "platform/json/described.hpp"

namespace governance {

/// Languages that texts of cases are written in.
enum class TextLanguage : std::uint8_t { nb, nn };
BOOST_DESCRIBE_ENUM(TextLanguage, nb, nn)
i18n::Language language_of(TextLanguage);
TextLanguage text_language(i18n::Language);

using PointText = Prose<4000>;
using Reason = Prose<1000>;

struct CaseTexts {
    TextLanguage language = TextLanguage::nb;
    Line<200> title;
    Prose<1000> summary;
    Prose<60000> background;         ///< Markdown.
    std::vector<std::string> themes; ///< Words of Los, by the last part of their address: "skole-og-utdanning".
    std::vector<PointText> points;   ///< The proposed decision.
    std::optional<directory::PersonId> handler_id;
    bool is_strategic = false;
};
BOOST_DESCRIBE_STRUCT(CaseTexts, (), (language, title, summary, background, themes, points, handler_id, is_strategic))

struct PlannedStep {
    BodyId body_id;
    std::optional<Date> planned_day;
};
BOOST_DESCRIBE_STRUCT(PlannedStep, (), (body_id, planned_day))

struct NewConcern {
    ConcernScope scope = ConcernScope::sector;
    /// For a network or an organisation: kommunenummer, fylkesnummer, organisation number, the last part of its
    /// address, or id.
    std::optional<Line<80>> organisation;
    Reason reason;
};
BOOST_DESCRIBE_STRUCT(NewConcern, (), (scope, organisation, reason))

/// Set together with what it shields, so that nothing is open in between.
struct NewFieldShield {
    ShieldField field = ShieldField::title;
    Line<200> legal_basis;
    Date until;
};
BOOST_DESCRIBE_STRUCT(NewFieldShield, (), (field, legal_basis, until))

struct NewCase : CaseTexts {
    std::optional<Line<20>> number; ///< Given when the case comes from another system; else the next of the year.
    Line<80> owner;                 ///< As in NewConcern::organisation.
    std::optional<BodyId> owner_body_id;
    std::vector<PlannedStep> steps;
    std::vector<NewConcern> concerns;
    std::vector<NewFieldShield> shields;
};
BOOST_DESCRIBE_STRUCT(NewCase, (CaseTexts), (number, owner, owner_body_id, steps, concerns, shields))

} // namespace governance
