#pragma once
#include "platform/http/call.hpp"

namespace oparl {

Result<http::Response> list_sources_asked(const http::Query&);
Result<http::Response> show_source(const http::Query&);
Result<http::Response> list_source_objects(const http::Query&);
Result<http::Response> show_source_object(const http::Query&);

Result<http::Response> show_oparl_system(const http::Query&);
Result<http::Response> list_oparl_bodies(const http::Query&);
Result<http::Response> show_oparl_object(const http::Query&);
Result<http::Response> list_of_oparl_body(const http::Query&);
Result<http::Response> list_of_oparl_organization(const http::Query&);

} // namespace oparl
