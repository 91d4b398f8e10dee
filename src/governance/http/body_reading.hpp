#pragma once
// From the tables to what pages and JSON say of bodies, for the one who asks.
#include "governance/domain/body.hpp"
#include "governance/views/body_models.hpp"
#include "platform/http/call.hpp"

namespace governance {

NamedLink link_to(const Body&, i18n::Language);
/// The body above it, found among all; nothing when there is none.
std::optional<NamedLink> parent_of(const Body&, const std::vector<Body>& all, i18n::Language);

Result<BodyListView> read_body_list(const http::Query&);
/// The body in the address. Fails with governance.body_not_found.
Result<BodyView> read_body_view(const http::Query&);
/// The newest first.
std::vector<MandateView> mandate_views_of(const Body&, const std::vector<Mandate>&, Date today);
/// Fails with governance.body_not_found, governance.mandate_not_found.
Result<MandatePageView> read_mandate_view(const http::Query&);

} // namespace governance
