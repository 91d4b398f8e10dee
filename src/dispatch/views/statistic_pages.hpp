#pragma once
#include "dispatch/views/statistic_models.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"

namespace dispatch {

Html statistics_page(const http::Call&, const StatisticsView&);
Html post_queue_page(const http::Call&, const PostQueueView&);

} // namespace dispatch
