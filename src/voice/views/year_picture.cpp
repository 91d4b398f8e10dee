// A year as a line. The <svg> has no viewBox, so that its text keeps its size on a phone: x in percent, y in pixels.
#include "platform/ui/numbers.hpp"
#include "voice/texts.hpp"
#include "voice/views/consultation_pages.hpp"

namespace voice {

using html::attribute;
using html::cls;

static constexpr double picture_height = 132, axis_y = 104, deadline_y = 84;
/// Meetings close to each other stand on different lines.
static constexpr std::array<double, 2> meeting_lines{28, 54};

/// How much of the year has gone by on the day, in percent of the picture's width; a little is left at both ends.
static std::string place_in_year(Date day) {
    const std::chrono::sys_days first{day.year() / 1 / 1}, next{(day.year() + std::chrono::years{1}) / 1 / 1};
    const double share =
        static_cast<double>((std::chrono::sys_days{day} - first).count()) / static_cast<double>((next - first).count());
    return ui::percentage(0.02 + 0.96 * share);
}

static Html upright(std::string_view css_class, Date day, double from, double to) {
    const auto x = place_in_year(day);
    return html::line(cls(css_class), attribute("x1", x), attribute("x2", x), attribute("y1", ui::coordinate(from)),
                      attribute("y2", ui::coordinate(to)));
}

static Html mark(std::string_view css_class, Date day, double y, double radius) {
    return html::circle(cls(css_class), attribute("cx", place_in_year(day)), attribute("cy", ui::coordinate(y)),
                        attribute("r", ui::coordinate(radius)));
}

static Html words_at(Date day, double y, std::string_view anchor, const std::string& words) {
    return html::text(cls("axis"), attribute("x", place_in_year(day)), attribute("y", ui::coordinate(y)),
                      attribute("text-anchor", anchor), words);
}

static Html axis_of(const http::Call& call, std::chrono::year year) {
    Html drawn = html::line(cls("grid grid--zero"), attribute("x1", "2%"), attribute("x2", "98%"),
                            attribute("y1", ui::coordinate(axis_y)), attribute("y2", ui::coordinate(axis_y)));
    for (unsigned month = 1; month <= 12; ++month) {
        const Date first = year / std::chrono::month{month} / 1;
        drawn += upright("grid", first, month % 3 == 1 ? 8 : axis_y - 4, axis_y + 4);
        if (month % 3 == 1) drawn += words_at(first, axis_y + 20, "start", call.t.short_date(first));
    }
    return drawn;
}

static Html key_entry(std::string_view css_class, const std::string& words) {
    return html::li(
        html::svg(cls("legend__line"), attribute("aria-hidden", "true"), attribute("focusable", "false"),
                  attribute("viewBox", "0 0 28 10"),
                  html::circle(cls(css_class), attribute("cx", "14"), attribute("cy", "5"), attribute("r", "5"))),
        words);
}

Html year_picture(const http::Call& call, const ConsultationListView& view) {
    if (!view.year || view.consultations.empty()) return {};
    const auto& t = call.t;
    const std::chrono::year year{*view.year};
    Html drawn = axis_of(call, year);
    if (call.today().year() == year) drawn += upright("series series-c", call.today(), 8, axis_y);
    for (const auto& due : view.follow_ups) {
        if (due.due_on.year() == year)
            drawn += mark(due.is_overdue ? "point point-b" : "point point-d", due.due_on, deadline_y, 5);
    }
    std::size_t line = 0;
    for (const auto& meeting : view.consultations) {
        const double y = meeting_lines[line++ % meeting_lines.size()];
        drawn += mark("point point-a", meeting.held_on, y, 8);
        drawn += words_at(meeting.held_on, y - 12, "middle", meeting.number.substr(meeting.number.rfind('-') + 1));
    }
    const auto said = t(text::consultation_year_picture(
        {.count = static_cast<std::int64_t>(view.consultations.size()), .year = std::to_string(*view.year)}));
    const auto key = html::ul(cls("legend"), attribute("role", "list"),
                              key_entry("point point-a", t(text::consultation_picture_meeting)),
                              key_entry("point point-d", t(text::consultation_picture_deadline)),
                              key_entry("point point-b", t(text::consultation_picture_overdue)));
    return html::figure(cls("lines"), key,
                        html::svg(cls("lines__drawing"), attribute("width", "100%"),
                                  attribute("height", ui::coordinate(picture_height)), attribute("role", "img"),
                                  attribute("aria-label", said), drawn));
}

} // namespace voice
