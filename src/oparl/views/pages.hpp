#pragma once
#include "oparl/views/models.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"

namespace oparl {

Html source_list_page(const http::Call&, const SourceListView&);
Html source_page(const http::Call&, const SourceView&);
Html object_list_page(const http::Call&, const ObjectListView&);
Html object_page(const http::Call&, const ObjectView&);

} // namespace oparl
