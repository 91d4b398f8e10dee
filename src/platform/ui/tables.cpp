#include "platform/texts.hpp"
#include "platform/ui/words.hpp"

namespace ui {

using html::attribute;
using html::attribute_if;
using html::cls;

static std::string classes_of(const Column& column) {
    std::string classes{column.is_number ? "number" : ""};
    if (column.hides_on_phone) {
        classes += classes.empty() ? "wide-only" : " wide-only";
    }
    return classes;
}

static Html head_row(const std::vector<Column>& columns) {
    std::vector<Html> cells;
    for (const Column& column : columns) {
        const auto classes = classes_of(column);
        cells.push_back(
            html::th(attribute("scope", "col"), attribute_if(!classes.empty(), "class", classes), column.name));
    }
    return html::thead(html::tr(cells));
}

static Html body_row(const std::vector<Column>& columns, const std::vector<Html>& row) {
    std::vector<Html> cells;
    for (std::size_t index = 0; index < row.size(); ++index) {
        const auto classes = index < columns.size() ? classes_of(columns[index]) : std::string{};
        const auto css = attribute_if(!classes.empty(), "class", classes);
        cells.push_back(index == 0 ? html::th(attribute("scope", "row"), css, row[index]) : html::td(css, row[index]));
    }
    return html::tr(cells);
}

Html table(std::string_view caption, const std::vector<Column>& columns, const std::vector<std::vector<Html>>& rows,
           bool show_caption) {
    std::vector<Html> body;
    body.reserve(rows.size());
    for (const auto& row : rows) {
        body.push_back(body_row(columns, row));
    }
    // A group and no landmark: it stands inside a section that often has the same name.
    return html::div(cls("table-frame"), attribute("role", "group"), attribute("aria-label", caption),
                     attribute("tabindex", "0"),
                     html::table(cls("ds-table"), attribute("data-size", "sm"), attribute("data-hover", "true"),
                                 html::caption(attribute_if(!show_caption, "class", "ds-sr-only"), caption),
                                 head_row(columns), html::tbody(body)));
}

Html documents(const std::vector<DocumentRow>& rows) {
    std::vector<Html> entries;
    for (const DocumentRow& row : rows) {
        const bool is_shielded = !row.shielding.empty();
        std::vector<Html> beside;
        if (is_shielded) {
            beside.push_back(tag(row.shielding, Tone::warning));
        }
        if (!row.actions.empty()) {
            beside.push_back(row.actions);
        }
        const Html title = row.path.empty() ? Html{row.title} : link(row.title, row.path);
        std::optional<Html> right;
        if (!beside.empty()) {
            right = html::div(cls("documents__beside"), beside);
        }
        entries.push_back(html::li(icon(is_shielded ? Icon::padlock : row.icon),
                                   html::div(html::p(cls("documents__title"), title), html::p(cls("meta"), row.meta)),
                                   right));
    }
    return html::ul(cls("documents"), attribute("role", "list"), entries);
}

} // namespace ui
