#pragma once
#include "identity/views/models.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

namespace identity::views {

Html login_page(const http::Call&, const LoginView&, const ui::FormState& = {});
/// Logged out here; the link ends the session at the provider too.
Html goodbye_page(const http::Call&, std::string_view provider_address);
Html me_page(const http::Call&, const MeView&);
Html rights_page(const http::Call&, const RightsView&);

} // namespace identity::views
