#pragma once
// What the pages of this module have in common.
#include "platform/http/call.hpp"
#include "platform/ui/form_page.hpp"
#include "representation/views/models.hpp"

namespace representation {

std::string label(const http::Call&, RoundState);
Html state_tag(const http::Call&, RoundState);
std::string label(const http::Call&, Size);

/// "1. januar 2027 – 31. desember 2030".
std::string period(const http::Call&, Date from, const std::optional<Date>& to);
Html gap_list(const http::Call&, const std::vector<GapView>&);

/// Voluntary: the first choice is not to tell.
Html gender_field(const http::Call&, const ui::FormState&, const i18n::Message& hint);
Html tick_box(const http::Call&, const ui::FormState&, std::string_view name, const i18n::Message& label);

} // namespace representation
