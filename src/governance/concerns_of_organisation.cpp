#include "governance/governance.hpp"
#include "governance/http/case_reading.hpp"
#include "governance/texts.hpp"
#include "governance/views/case_list_page.hpp"

namespace governance {

static constexpr int cards_shown = 6;

Result<Html> concerns_of_organisation(const http::Query& query, directory::OrganisationId organisation) {
    const auto cards =
        TRY(cases_concerning(query.reader, organisation, query.today(), cards_shown, query.request.language));
    if (cards.empty()) return html::p(ui::words(query, text::cases_concerning_none));
    std::vector<Html> drawn;
    for (const auto& card : cards) {
        drawn.push_back(case_card_of(query, row_of(card)));
    }
    return ui::section(query.t(text::cases_concerning), "concerning", ui::card_grid(drawn));
}

} // namespace governance
