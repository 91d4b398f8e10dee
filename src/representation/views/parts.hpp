#pragma once
// What the pages of this module have in common.
#include "platform/http/call.hpp"
#include "platform/ui/components.hpp"
#include "representation/views/models.hpp"

namespace representation {

std::string label(const http::Call&, RoundState);
Html state_tag(const http::Call&, RoundState);
std::string label(const http::Call&, Size);

Html linked(const http::Call&, const Link&);
Html happenings(const http::Call&, const std::vector<EventView>&);
/// "1. januar 2027 – 31. desember 2030".
std::string period(const http::Call&, Date from, const std::optional<Date>& to);
Html gap_list(const http::Call&, const std::vector<GapView>&);

struct FormWords {
    i18n::Message heading, lead, send;
    std::string path; ///< Where it is posted.
    std::string back; ///< Where one goes without sending.
    std::int64_t version = 0;
};
Html form_page(const http::Call&, const ui::FormState&, const std::vector<Link>& crumbs, const FormWords&,
               const Html& fields, const Html& above = {});
ui::Field text_field(const http::Call&, std::string_view name, const i18n::Message& label, bool is_required = true);
ui::Field date_field(const http::Call&, std::string_view name, const i18n::Message& label, bool is_required = true);
Html written_form_field(const http::Call&, const ui::FormState&);
/// Voluntary: the first choice is not to tell.
Html gender_field(const http::Call&, const ui::FormState&, const i18n::Message& hint);
Html tick_box(const http::Call&, const ui::FormState&, std::string_view name, const i18n::Message& label);

} // namespace representation
