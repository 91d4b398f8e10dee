#pragma once
#include "representation/views/parts.hpp"

namespace representation {

struct RoundRights {
    bool may_nominate = false, may_choose = false;
};

Html rounds_page(const http::Call&, const RoundListView&, bool may_open);
Html round_page(const http::Call&, const RoundView&, RoundRights);

struct RoundChoices {
    std::vector<ui::Choice> bodies; ///< By slug: those that the one who asks may open a round for.
};
Html new_round_page(const http::Call&, const ui::FormState&, const RoundChoices&);

struct CandidateChoices {
    std::string workplace;          ///< As typed when people were asked for.
    std::vector<ui::Choice> people; ///< By id: those who sit somewhere for it.
};
Html new_candidate_page(const http::Call&, const ui::FormState&, const RoundView&, const CandidateChoices&);

/// Who could be picked, what the body would be, and the form that confirms.
Html choice_page(const http::Call&, const ui::FormState&, const ChoiceView&);

/// Where people tell of themselves what is counted, or take it back.
Html gender_page(const http::Call&, const ui::FormState&);

Html composition_page(const http::Call&, const CompositionView&, const Html& map, const std::string& attribution);
/// Bars and tables of how a body is put together.
Html composition_parts(const http::Call&, const CompositionView&);
/// On the page of a body.
Html composition_panel(const http::Call&, const CompositionView&, const std::vector<RoundRow>&);

} // namespace representation
