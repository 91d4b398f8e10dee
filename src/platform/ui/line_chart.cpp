// Lines over time. The outer <svg> has no viewBox, so that its text keeps its size on a phone: x in percent, y in
// pixels; only the lines lie in a stretched inner one.
#include "platform/texts.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace ui {

using html::attribute;
using html::cls;

namespace {

constexpr double height = 260, top = 16, bottom = 28;
constexpr std::array<std::string_view, 5> letters{"a", "b", "c", "d", "e"};

std::string_view letter_of(std::size_t series) {
    return letters[series % letters.size()];
}

/// 1, 2 or 5 times a power of ten: the smallest that needs no more than four steps.
double step_for(double highest) {
    const double rough = std::max(highest, 1.0) / 4;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough) {
            return factor * power;
        }
    }
    return 10 * power;
}

struct Frame {
    std::chrono::sys_days first, last;
    double ceiling = 1, step = 1;

    [[nodiscard]] double x(Date date) const {
        const auto span = (last - first).count();
        return span == 0 ? 50
                         : 100.0 * static_cast<double>((std::chrono::sys_days{date} - first).count()) /
                               static_cast<double>(span);
    }
    [[nodiscard]] double y(double value) const { return top + (height - top - bottom) * (1 - value / ceiling); }
};

Frame frame_of(const std::vector<Series>& all) {
    Frame frame{.first = std::chrono::sys_days::max(), .last = std::chrono::sys_days::min()};
    double highest = 0;
    for (const Series& series : all) {
        for (const auto& [date, value] : series.points) {
            frame.first = std::min(frame.first, std::chrono::sys_days{date});
            frame.last = std::max(frame.last, std::chrono::sys_days{date});
            highest = std::max(highest, value);
        }
    }
    frame.step = step_for(highest);
    frame.ceiling = std::max(frame.step, frame.step * std::ceil(highest / frame.step));
    return frame;
}

Html text_at(double x, double y, std::string_view anchor, const std::string& words) {
    return html::text(cls("axis"), attribute("x", percentage(x / 100)), attribute("y", coordinate(y)),
                      attribute("text-anchor", anchor), words);
}

std::vector<Html> grid_of(const Frame& frame) {
    std::vector<Html> lines;
    for (double value = 0; value <= frame.ceiling + frame.step / 2; value += frame.step) {
        const std::string y = coordinate(frame.y(value));
        lines.push_back(html::line(cls(value == 0 ? "grid grid--zero" : "grid"), attribute("x1", "0"),
                                   attribute("x2", "100%"), attribute("y1", y), attribute("y2", y)));
    }
    return lines;
}

std::vector<Html> scale_of(const i18n::Translator& t, const Frame& frame) {
    std::vector<Html> numbers;
    for (double value = 0; value <= frame.ceiling + frame.step / 2; value += frame.step) {
        numbers.push_back(text_at(100, frame.y(value) + 4, "end", amount(t, value)));
    }
    return numbers;
}

/// Within about a year the first, middle and last day; over more years, each new year.
std::vector<Html> dates_of(const i18n::Translator& t, const Frame& frame) {
    std::vector<Html> words;
    const auto days = (frame.last - frame.first).count();
    if (days <= 400) {
        words.push_back(text_at(0, height - 8, "start", t.short_date(Date{frame.first})));
        words.push_back(
            text_at(50, height - 8, "middle", t.short_date(Date{frame.first + (frame.last - frame.first) / 2})));
        words.push_back(text_at(100, height - 8, "end", t.short_date(Date{frame.last})));
        return words;
    }
    const int first = static_cast<int>(Date{frame.first}.year()), last = static_cast<int>(Date{frame.last}.year());
    const int every = (last - first) / 6 + 1;
    for (int year = first; year <= last; year += every) {
        const Date new_year = std::chrono::year{year} / 1 / 1;
        const double x = std::clamp(frame.x(new_year), 0.0, 100.0);
        words.push_back(text_at(x, height - 8, x < 5 ? "start" : x > 95 ? "end" : "middle", std::to_string(year)));
    }
    return words;
}

Html line_of(const Frame& frame, const Series& series, std::string_view letter) {
    std::string points;
    for (const auto& [date, value] : series.points) {
        points += (points.empty() ? "" : " ") + coordinate(frame.x(date)) + "," + coordinate(frame.y(value));
    }
    return html::polyline(cls("series series-" + std::string{letter}), attribute("points", points));
}

Html end_of(const Frame& frame, const Series& series, std::string_view letter) {
    const auto& [date, value] = series.points.back();
    return html::circle(cls("point point-" + std::string{letter}), attribute("cx", percentage(frame.x(date) / 100)),
                        attribute("cy", coordinate(frame.y(value))), attribute("r", "5"));
}

Html legend_entry(const i18n::Translator& t, const Series& series, std::string_view letter) {
    return html::li(html::svg(cls("legend__line"), attribute("aria-hidden", "true"), attribute("focusable", "false"),
                              attribute("viewBox", "0 0 28 10"),
                              html::line(cls("series series-" + std::string{letter}), attribute("x1", "0"),
                                         attribute("x2", "28"), attribute("y1", "5"), attribute("y2", "5"))),
                    series.name, ": ", html::strong(amount(t, series.points.back().second)));
}

Html table_of(const http::Call& call, std::string_view title, const std::vector<Series>& all) {
    std::set<std::chrono::sys_days> days;
    std::vector<Column> columns{{call.t(platform::text::ui_chart_date)}};
    for (const Series& series : all) {
        columns.push_back({series.name, true});
        for (const auto& [date, value] : series.points) {
            days.insert(std::chrono::sys_days{date});
        }
    }
    std::vector<std::vector<Html>> rows;
    for (const auto day : days) {
        std::vector<Html> row{Html{call.t.date(Date{day})}};
        for (const Series& series : all) {
            const auto point = std::find_if(series.points.begin(), series.points.end(), [day](const auto& each) {
                return std::chrono::sys_days{each.first} == day;
            });
            row.push_back(point == series.points.end() ? Html{"–"} : Html{amount(call.t, point->second)});
        }
        rows.push_back(std::move(row));
    }
    return ui::table(title, columns, rows);
}

} // namespace

Html line_chart(const http::Call& call, std::string_view title, std::string_view finding,
                const std::vector<Series>& given) {
    std::vector<Series> all;
    std::copy_if(given.begin(), given.end(), std::back_inserter(all),
                 [](const Series& each) { return !each.points.empty(); });
    if (all.empty()) {
        return html::p(cls("meta"), words(call, platform::text::ui_chart_empty));
    }
    const Frame frame = frame_of(all);
    std::vector<Html> lines, ends, legend;
    for (std::size_t index = 0; index < all.size(); ++index) {
        lines.push_back(line_of(frame, all[index], letter_of(index)));
        ends.push_back(end_of(frame, all[index], letter_of(index)));
        legend.push_back(legend_entry(call.t, all[index], letter_of(index)));
    }
    const std::string pixels = coordinate(height);
    return html::figure(
        cls("lines"), html::ul(cls("legend"), attribute("role", "list"), legend),
        html::div(
            cls("lines__frame"),
            html::svg(cls("lines__scale"), attribute("width", "100%"), attribute("height", pixels),
                      attribute("aria-hidden", "true"), attribute("focusable", "false"), scale_of(call.t, frame)),
            html::svg(cls("lines__drawing"), attribute("width", "100%"), attribute("height", pixels),
                      attribute("role", "img"),
                      attribute("aria-label", std::string{title} + ". " + std::string{finding}), grid_of(frame),
                      html::svg(attribute("viewBox", "0 0 100 " + pixels), attribute("preserveAspectRatio", "none"),
                                attribute("width", "100%"), attribute("height", pixels), lines),
                      ends, dates_of(call.t, frame))),
        ui::details(call.t(platform::text::ui_chart_as_table), table_of(call, title, all)));
}

} // namespace ui
