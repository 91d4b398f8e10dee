#pragma once
// What answering stands on.
#include "platform/http/authenticator.hpp"
#include "platform/http/router.hpp"

namespace http {

/// All of it must outlive whoever holds it.
struct Foundation {
    const Router& router;
    const Services& services;
    const ui::Site& site;
    Authenticator& authenticator;
};

/// Runs what may throw. A broken invariant or an exception of a library becomes platform.internal, and is logged under
/// the request's id: this is the request border.
Result<void> guarded(std::string_view request_id, const std::function<Result<void>()>& step);

} // namespace http
