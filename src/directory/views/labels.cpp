#include "directory/views/labels.hpp"

#include "directory/texts.hpp"
#include "platform/ui/components.hpp"

#include <fmt/format.h>

namespace directory {

std::string kind_name(const http::Call& call, OrganisationKind kind) {
    return call.t.by_name(fmt::format("kind.{}", json::name_of(kind)));
}

std::vector<Html> tags_of(const http::Call& call, OrganisationKind kind, bool is_ended, bool is_invented) {
    std::vector<Html> tags{ui::tag(kind_name(call, kind), ui::Tone::accent)};
    if (is_ended) tags.push_back(ui::tag(call.t(text::organisation_ended), ui::Tone::neutral));
    if (is_invented) tags.push_back(ui::tag(call.t(text::organisation_invented), ui::Tone::warning));
    return tags;
}

Date last_day(Date first_day_without) {
    return std::chrono::sys_days{first_day_without} - std::chrono::days{1};
}

std::string period_words(const http::Call& call, const std::optional<Date>& from, const std::optional<Date>& to) {
    if (from && to) {
        return call.t(text::period_both({.from = call.t.date(*from), .to = call.t.date(last_day(*to))}));
    }
    if (from) return call.t(text::period_from({.from = call.t.date(*from)}));
    if (to) return call.t(text::period_to({.to = call.t.date(last_day(*to))}));
    return {};
}

Html link_to(const http::Call& call, const LinkView& link) {
    return ui::link(link.name, call.url(link.url));
}

Html organisation_table(const http::Call& call, std::string_view caption, const std::vector<OrganisationRow>& rows) {
    const std::vector<ui::Column> columns{{.name = call.t(text::column_name)},
                                          {.name = call.t(text::column_number)},
                                          {.name = call.t(text::column_county), .hides_on_phone = true},
                                          {.name = call.t(text::column_population), .is_number = true}};
    std::vector<std::vector<Html>> cells;
    for (const auto& row : rows) {
        const auto population = row.population > 0 ? call.t.number(row.population) : std::string{};
        cells.push_back({ui::link(row.name, call.url(row.url)), row.number, row.county_name, population});
    }
    return ui::table(caption, columns, cells);
}

std::string attribution(const http::Call& call) {
    return call.t(text::attribution);
}

std::vector<ui::Alternate> alternates(const http::Call& call, std::string_view path,
                                      const std::vector<http::Format>& formats) {
    const auto query = call.request.query.to_string();
    std::vector<ui::Alternate> found;
    for (const auto format : formats) {
        found.push_back(
            {format, fmt::format("{}{}{}{}", call.url(path), http::suffix(format), query.empty() ? "" : "?", query)});
    }
    return found;
}

} // namespace directory
