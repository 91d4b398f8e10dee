#pragma once
#include "identity/identity.hpp"

namespace identity {

Result<http::Response> show_departure(const http::Query&, const Options&, const Outside&, Random&);
Result<http::Response> show_return(const http::Query&, const Options&, const Outside&, const Services&);
Result<http::Response> show_ended_by_provider(const http::Query&, const Outside&, const Services&);

} // namespace identity
