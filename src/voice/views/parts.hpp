#pragma once
// What the pages of this module have in common.
#include "platform/http/call.hpp"
#include "platform/ui/components.hpp"
#include "voice/views/models.hpp"

namespace voice {

std::string label(const http::Call&, PositionState);
std::string label(const http::Call&, HindranceState);
Html state_tag(const http::Call&, PositionState);
Html state_tag(const http::Call&, HindranceState);

Html linked(const http::Call&, const Link&);
/// Nothing when there are none.
Html linked_list(const http::Call&, const std::vector<Link>&);
Html happenings(const http::Call&, const std::vector<EventView>&);

/// A row of links, one for each state and one for all; the chosen one is marked.
Html state_filter(const http::Call&, std::string_view path,
                  const std::vector<std::pair<std::string, std::string>>& states, std::string_view chosen);

struct FormWords {
    i18n::Message heading, lead, send;
    std::string path; ///< Where it is posted.
    std::string back; ///< Where one goes without sending.
    std::int64_t version = 0;
};
Html form_page(const http::Call&, const ui::FormState&, const std::vector<Link>& crumbs, const FormWords&,
               const Html& fields);
ui::Field text_field(const http::Call&, std::string_view name, const i18n::Message& label, bool is_required = true);
ui::Field date_field(const http::Call&, std::string_view name, const i18n::Message& label, bool is_required = true);
Html written_form_field(const http::Call&, const ui::FormState&);

} // namespace voice
