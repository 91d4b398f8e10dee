#pragma once
// The pages of debate booklets.
#include "hearings/views/booklet_models.hpp"
#include "platform/ui/components.hpp"

namespace hearings {

Html booklet_list_page(const http::Call&, const BookletListView&, bool may_publish);
Html booklet_page(const http::Call&, const BookletView&, const BookletRights&);
Html new_booklet_page(const http::Call&, const ui::FormState&);
/// The counties that the reader may answer for.
Html booklet_answer_page(const http::Call&, const ui::FormState&, const BookletView&,
                         const std::vector<ui::Choice>& counties);
Html summary_page(const http::Call&, const ui::FormState&, const BookletView&);

} // namespace hearings
