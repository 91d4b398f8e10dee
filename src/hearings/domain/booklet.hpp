#pragma once
// The debate booklet (debatthefte): once a year the same questions to all members, answered by county meeting, summed
// up into the cases that follow.
#include "directory/ids.hpp"
#include "governance/ids.hpp"
#include "hearings/domain/hearing.hpp"

namespace hearings {

struct BookletQuestion {
    std::string text;
    std::string summary{}; ///< What the county meetings said, in the secretariat's words; empty before.
    std::vector<governance::CaseId> cases{}; ///< Those that follow from it.
};

struct BookletAnswer {
    int question = 0; ///< From 1.
    directory::OrganisationId county;
    std::string text;
    Instant answered_at;
};

struct Booklet {
    BookletId id;
    int year = 0;
    i18n::Language language = i18n::Language::nb;
    std::string title, introduction; ///< The introduction is Markdown.
    std::vector<BookletQuestion> questions;
    Date opens_on, closes_on; ///< The county meetings answer in between, both included.
    Instant published_at;
    bool is_invented = false;

    [[nodiscard]] HearingState state_on(Date today) const {
        if (today < opens_on) return HearingState::planned;
        return today <= closes_on ? HearingState::open : HearingState::closed;
    }
    [[nodiscard]] std::string path() const { return "/booklets/" + std::to_string(year); }
};

} // namespace hearings
