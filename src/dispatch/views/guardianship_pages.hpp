#pragma once
#include "dispatch/views/guardianship_models.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"
#include "platform/ui/components.hpp"

namespace dispatch {

Html guardianships_page(const http::Call&, const GuardianshipsView&);
Html new_guardianship_page(const http::Call&, const ui::FormState&);

} // namespace dispatch
