// Municipalities as circles (the cartogram) or as areas (after an import of real borders): same classes, same legend.
#include "platform/texts.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/numbers.hpp"

#include <algorithm>

namespace ui {

using html::attribute;
using html::cls;

namespace {

std::string class_of(int value_class) {
    return value_class < 0 ? "k-none" : "k" + std::to_string(std::min(value_class, 5));
}

Html shape_of(const MapShape& shape) {
    const Html title = html::title(shape.title);
    const auto number = attribute("data-number", shape.number);
    if (!shape.path.empty()) {
        return html::path(cls(class_of(shape.value_class)), number, attribute("d", shape.path), title);
    }
    return html::circle(cls(class_of(shape.value_class)), number, attribute("cx", coordinate(shape.x)),
                        attribute("cy", coordinate(shape.y)), attribute("r", coordinate(shape.radius)), title);
}

/// "None" is hatched, so that it is told from the palest class without colour.
Html hatch() {
    return html::defs(
        html::pattern(html::id("hatch"), attribute("width", "14"), attribute("height", "14"),
                      attribute("patternUnits", "userSpaceOnUse"), attribute("patternTransform", "rotate(45)"),
                      html::rect(cls("hatch__ground"), attribute("width", "14"), attribute("height", "14")),
                      html::line(cls("hatch__line"), attribute("x1", "0"), attribute("x2", "0"), attribute("y1", "0"),
                                 attribute("y2", "14"))));
}

std::vector<Html> legend_of(const MapPicture& picture) {
    std::vector<Html> entries;
    for (const auto& [name, value_class] : picture.legend) {
        entries.push_back(html::li(html::svg(cls("map-legend__swatch"), attribute("aria-hidden", "true"),
                                             attribute("focusable", "false"), attribute("viewBox", "0 0 28 18"),
                                             html::rect(cls(class_of(value_class)), attribute("width", "28"),
                                                        attribute("height", "18"), attribute("rx", "2"))),
                                   name));
    }
    return entries;
}

} // namespace

Html map(const http::Call&, const MapPicture& picture) {
    std::vector<Html> shapes;
    shapes.reserve(picture.shapes.size());
    for (const MapShape& shape : picture.shapes) {
        shapes.push_back(shape_of(shape));
    }
    std::optional<Html> borders;
    if (!picture.borders.empty()) {
        borders = html::path(cls("map__borders"), attribute("d", picture.borders));
    }
    std::optional<Html> legend;
    if (!picture.legend.empty()) {
        legend = html::ul(cls("map-legend"), attribute("role", "list"), legend_of(picture));
    }
    return html::figure(cls("map-figure"), attribute("data-island", "map"),
                        html::svg(cls("map"), attribute("viewBox", picture.view_box), attribute("role", "img"),
                                  attribute("aria-label", picture.title + ". " + picture.finding), hatch(),
                                  html::g(cls("map__shapes"), shapes), borders),
                        html::div(cls("map__label"), html::flag("hidden")), legend);
}

} // namespace ui
