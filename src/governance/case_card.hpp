#pragma once
// A case in few words, for lists. What is shielded has already been taken out.
#include "governance/case_words.hpp"
#include "governance/ids.hpp"
#include "platform/clock.hpp"
#include "platform/i18n/message.hpp"

#include <optional>
#include <string>

namespace governance {

struct CaseCard {
    CaseId id;
    std::string number; ///< "19/03109"
    std::string path;   ///< "/cases/19-03109", without language prefix.
    std::string title;  ///< Empty when it is shielded.
    std::string summary;
    i18n::Language language = i18n::Language::nb; ///< Of title and summary.
    CaseState state = CaseState::planned;
    std::optional<Outcome> outcome;  ///< Of the latest treatment.
    std::string body_name;           ///< Where it is, or was last, treated; in the language asked for.
    std::string body_path;           ///< "/bodies/hovedstyret"
    std::optional<Date> next_day;    ///< When the current body is planned to treat it.
    std::optional<Date> input_until; ///< Until when those it concerns are asked to say what they mean.
    bool is_strategic = false;
    bool is_invented = false; ///< Demonstration data.
    Instant planned_at, changed_at;
};

} // namespace governance
