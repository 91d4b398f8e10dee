#pragma once
// The map of the municipalities, and the page of a county.
#include "directory/views/models.hpp"
#include "platform/csv.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"

namespace directory {

/// The whole country, or one county large (its number).
Html map_page(const http::Call&, const MapView&, const std::string& county);
Html county_page(const http::Call&, const CountyView&, const MapView&);
Html county_list_page(const http::Call&, const CountyListView&);
/// The part of the frame that the municipalities of a county fill; of all when the number is empty.
std::string view_box_of(const MapView&, const std::string& county);
csv::Table map_csv(const http::Call&, const MapView&);

} // namespace directory
