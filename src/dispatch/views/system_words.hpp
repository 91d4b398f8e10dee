#pragma once
// What the list of systems and the page of one say alike.
#include "dispatch/views/system_pages.hpp"

namespace dispatch {

/// What a system of the kind is called.
std::string system_kind_label(const http::Call&, SystemKind);
/// Whether it is open, as a tag.
Html system_state(const http::Call&, const PostSystemRow&);
/// That the address leads nowhere, before anybody relies on it; since when.
Html refused_alert(const http::Call&, const std::string& mail, Instant at);
/// An address alone does not get anybody written to: the installation has to send mail.
Html silence_alert(const http::Call&, bool sends_mail);

} // namespace dispatch
