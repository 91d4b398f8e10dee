#pragma once
#include "news/news.hpp"

namespace news {

Result<http::Response> show_following(const http::Query&, const Outside&);
Result<http::Response> post_follow(const http::Command&, const Outside&);
Result<http::Response> post_follow_end(const http::Command&);
Result<http::Response> post_read(const http::Command&);
Result<http::Response> post_address(const http::Command&, const Outside&);
Result<http::Response> show_confirm(const http::Query&);
Result<http::Response> post_confirm(const http::Command&);
Result<http::Response> show_unsubscribe(const http::Query&);
Result<http::Response> post_unsubscribe(const http::Command&);

} // namespace news
