#pragma once
// From the tables to what pages and JSON say of bodies, for the one who asks.
#include "governance/views/body_models.hpp"
#include "platform/http/call.hpp"

namespace governance {

Result<BodyListView> read_body_list(const http::Query&);
/// The body in the address. Fails with governance.body_not_found.
Result<BodyView> read_body_view(const http::Query&);
/// Fails with governance.body_not_found, governance.mandate_not_found.
Result<MandatePageView> read_mandate_view(const http::Query&);

} // namespace governance
