#pragma once
#include "dispatch/views/delegation_models.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"
#include "platform/ui/components.hpp"

namespace dispatch {

Html delegations_page(const http::Call&, const DelegationsView&);
Html delegation_page(const http::Call&, const DelegationView&);
Html new_delegation_page(const http::Call&, const ui::FormState&, const DelegationFormView&);
Html readings_page(const http::Call&, const ReadingsView&);

} // namespace dispatch
