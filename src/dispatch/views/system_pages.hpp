#pragma once
#include "dispatch/views/system_models.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"
#include "platform/ui/components.hpp"

namespace dispatch {

Html post_systems_page(const http::Call&, const ui::FormState&, const PostSystemsView&);
/// secret: shown on this one page and never again.
Html post_system_page(const http::Call&, const ui::FormState&, const PostSystemView&,
                      const std::optional<std::string>& secret = {});
Html new_account_page(const http::Call&, const ui::FormState&);
Html new_integration_page(const http::Call&, const ui::FormState&, const std::vector<AccountChoice>&);
Html new_receiver_page(const http::Call&, const ui::FormState&);

// The fields that opening and changing have in common.
Html terms_fields(const http::Call&, const ui::FormState&, const AccountTerms&);
Html rate_field(const http::Call&, const ui::FormState&, const std::optional<std::int64_t>& per_minute);
Html accounts_field(const http::Call&, const ui::FormState&, const std::vector<AccountChoice>&);
Html alert_mail_field(const http::Call&, const ui::FormState&, const std::optional<std::string>& mail);
Html certificate_field(const http::Call&, const ui::FormState&, std::string_view pem);

} // namespace dispatch
