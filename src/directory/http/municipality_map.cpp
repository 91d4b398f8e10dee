#include "directory/municipality_map.hpp"

#include "directory/http/handlers.hpp"
#include "directory/views/map_page.hpp"
#include "platform/ui/components.hpp"

namespace directory {

static ui::MapShape shape_of(const MapMunicipality& one, const ColouredMap& colours) {
    const auto found = colours.by_number.find(one.number);
    const bool is_named = found != colours.by_number.end();
    return {.number = one.number,
            .title = is_named ? found->second.words : one.name + ": " + colours.others.words,
            .value_class = is_named ? found->second.value_class : colours.others.value_class,
            .path = one.path,
            .x = one.x,
            .y = one.y,
            .radius = one.radius};
}

Result<DrawnMap> draw_municipalities(const http::Query& query, const ColouredMap& colours) {
    const auto map = TRY(read_map(query));
    if (map.municipalities.empty()) return DrawnMap{};
    ui::MapPicture picture{.title = colours.title,
                           .finding = colours.finding,
                           .view_box = view_box_of(map, {}),
                           .shapes = {},
                           .borders = map.county_borders,
                           .legend = colours.legend};
    for (const auto& one : map.municipalities)
        picture.shapes.push_back(shape_of(one, colours));
    return DrawnMap{ui::map(query, picture), map.attribution};
}

} // namespace directory
