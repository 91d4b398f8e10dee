#include "governance/views/form_page.hpp"
#include "governance/texts.hpp"
#include "governance/views/case_pages.hpp"

namespace governance {

Html form_page(const http::Call& call, const ui::FormState& state, const CaseView* view, ui::FormFrame frame,
               const Html& fields, const Html& above) {
    frame.crumbs = {{call.t(text::cases), "/cases"}};
    frame.back = "/cases";
    frame.back_words = call.t(text::form_back);
    if (view != nullptr) {
        frame.crumbs.push_back({view->number.to_string(), view->url});
        frame.facts = view->number.to_string() + " · " + title_of(call, *view);
        frame.back = view->url;
    }
    return ui::form_page(call, state, frame, fields, above);
}

} // namespace governance
