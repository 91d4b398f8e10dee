#include "oparl/domain/schema.hpp"
#include "oparl/texts.hpp"
#include "oparl/views/pages.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace oparl {

static std::string type_name(const http::Call& call, ObjectType type) {
    return call.t.by_name(fmt::format("type.{}", json::name_of(type)));
}

static std::string shown_name(const http::Call& call, const ObjectLineView& line) {
    if (line.is_deleted) return call.t(text::object_removed);
    return line.name.empty() ? call.t(text::object_nameless) : line.name;
}

/// An address elsewhere; only http and https are ever written as links.
static Html outside_link(std::string_view address) {
    if (!address.starts_with("https://") && !address.starts_with("http://")) return Html{address};
    return html::a(html::cls("ds-link"), html::href(address), html::attribute("rel", "external nofollow"), address);
}

Html source_list_page(const http::Call& call, const SourceListView& view) {
    const auto& t = call.t;
    std::vector<Html> cards;
    for (const auto& row : view.sources) {
        cards.push_back(ui::link_card(row.name, call.url(row.url),
                                      t(text::source_holds({.count = row.objects, .day = t.date_time(row.changed_at)})),
                                      {ui::tag(t(text::held_from_elsewhere), ui::Tone::info)}, row.address));
    }
    const auto title = t(text::sources), lead = t(text::sources_lead);
    return ui::page(
        call,
        {.title = title,
         .crumbs = {{title, {}}},
         .hero = ui::hero({.title = title, .lead = lead}),
         .content = html::join(
             {cards.empty() ? ui::empty_state(t(text::sources_none), t(text::sources_none_text)) : ui::card_grid(cards),
              ui::formats_card(call, {{"JSON", "/oparl-sources.json"}, {"OParl 1.1", "/oparl/v1.1/system"}})}),
         .alternates = {{http::Format::json, "/oparl-sources.json"}},
         .description = lead});
}

static Html type_table(const http::Call& call, const SourceView& view) {
    const auto& t = call.t;
    if (view.types.empty()) return ui::empty_state(t(text::objects_none), t(text::objects_nothing_text));
    std::vector<std::vector<Html>> rows;
    for (const auto& each : view.types) {
        rows.push_back({ui::link(type_name(call, each.type), call.url(each.url)), Html{t.number(each.objects)},
                        Html{t.number(each.deleted)}});
    }
    return ui::table(t(text::objects),
                     {{t(text::column_type)}, {t(text::column_objects), true}, {t(text::column_deleted), true}}, rows);
}

static Html refusal_table(const http::Call& call, const SourceView& view) {
    const auto& t = call.t;
    if (view.refusals.empty()) return {};
    std::vector<std::vector<Html>> rows;
    for (const auto& each : view.refusals) {
        rows.push_back({Html{each.reason}, html::code(each.place), html::code(each.object + " " + each.pointer)});
    }
    return ui::section(t(text::refusals), "refusals",
                       html::join({html::p(t(text::refusals_lead)), ui::table(t(text::refusals),
                                                                              {{t(text::column_reason)},
                                                                               {t(text::column_place)},
                                                                               {t(text::column_object), false, true}},
                                                                              rows)}));
}

Html source_page(const http::Call& call, const SourceView& view) {
    const auto& t = call.t;
    ui::Hero hero;
    hero.tags = {ui::tag(t(text::held_from_elsewhere), ui::Tone::info)};
    if (!view.is_complete) hero.tags.push_back(ui::tag(t(text::source_is_incomplete), ui::Tone::warning));
    hero.title = view.name;
    hero.lead = t(text::source_lead);
    const auto facts = ui::facts(
        {{t(text::fact_address), view.address.empty() ? Html{t(text::fact_folder)} : outside_link(view.address)},
         {t(text::fact_license), view.license.empty() ? Html{} : outside_link(view.license)},
         {t(text::fact_changed), Html{t.date_time(view.changed_at)}}});
    return ui::page(
        call, {.title = view.name,
               .crumbs = {{t(text::sources), call.url("/oparl-sources")}, {view.name, {}}},
               .hero = ui::hero(hero),
               .content = ui::columns(html::join({ui::section(t(text::objects), "objects", type_table(call, view)),
                                                  refusal_table(call, view)}),
                                      html::join({ui::card(t(text::source_about), facts),
                                                  ui::formats_card(call, {{"JSON", view.url + ".json"}})}),
                                      t(text::source_about)),
               .alternates = {{http::Format::json, view.url + ".json"}},
               .description = t(text::source_lead)});
}

static Html line_list(const http::Call& call, const std::vector<ObjectLineView>& lines) {
    std::vector<Html> entries;
    for (const auto& line : lines) {
        auto words = type_name(call, line.type);
        if (!line.property.empty()) words += " · " + line.property;
        if (!line.day.empty()) {
            const auto day = parse_date(line.day);
            words += " · " + (day ? call.t.date(*day) : line.day);
        }
        entries.push_back(html::li(html::join(
            {ui::link(shown_name(call, line), call.url(line.url)), html::span(html::cls("meta"), " " + words)})));
    }
    return html::ul(html::cls("ds-list"), entries);
}

Html object_list_page(const http::Call& call, const ObjectListView& view) {
    const auto& t = call.t;
    const auto title = type_name(call, view.type);
    return ui::page(call, {.title = title + " – " + view.source,
                           .crumbs = {{t(text::sources), call.url("/oparl-sources")},
                                      {view.source, call.url(view.source_url)},
                                      {title, {}}},
                           .hero = ui::hero({.tags = {ui::tag(t(text::held_from_elsewhere), ui::Tone::info)},
                                             .title = title,
                                             .lead = t(text::objects_found({.count = view.total}))}),
                           .content = html::join({view.objects.empty() ? ui::empty_state(t(text::objects_none),
                                                                                         t(text::objects_none_text))
                                                                       : line_list(call, view.objects),
                                                  ui::pagination(call, view.page, view.pages)}),
                           .description = title});
}

/// Values in words where the standard says what they are.
static Html value_of(const http::Call& call, const Property* property, const json::Value& value) {
    const auto kind = property == nullptr ? PropertyKind::anything : property->kind;
    if (const auto* truth = value.boolean()) return Html{call.t(*truth ? text::yes : text::no)};
    if (const auto* words = value.text()) {
        const auto instant = kind == PropertyKind::instant ? parse_instant(*words) : Result<Instant>{Instant{}};
        if (kind == PropertyKind::instant && instant) return Html{call.t.date_time(*instant)};
        const auto day = kind == PropertyKind::day ? parse_date(*words) : Result<Date>{Date{}};
        if (kind == PropertyKind::day && day) return Html{call.t.date(*day)};
        return outside_link(*words);
    }
    return html::code(json::to_string(value));
}

/// What leads to objects that are here stands in a list of its own, with their names.
static std::vector<std::pair<std::string, Html>> content_facts(const http::Call& call, const ObjectView& view) {
    std::vector<std::pair<std::string, Html>> facts;
    for (const auto& member : *view.content.object()) {
        const auto is_listed =
            std::ranges::find(view.refers_to, member.name, &ObjectLineView::property) != view.refers_to.end();
        if (member.name == "id" || member.name == "type" || is_listed) continue;
        facts.emplace_back(member.name, value_of(call, find_property(view.type, member.name), member.value));
    }
    return facts;
}

Html object_page(const http::Call& call, const ObjectView& view) {
    const auto& t = call.t;
    const auto title = shown_name(call, view);
    std::vector<Html> sections{ui::section(t(text::object_content), "content", ui::facts(content_facts(call, view)))};
    if (!view.refers_to.empty())
        sections.push_back(ui::section(t(text::object_refers_to), "refers-to", line_list(call, view.refers_to)));
    if (!view.referred_to_by.empty())
        sections.push_back(
            ui::section(t(text::object_referred_to_by), "referred-to-by", line_list(call, view.referred_to_by)));
    const auto origin = ui::facts({{t(text::fact_source), ui::link(view.source, call.url(view.source_url))},
                                   {t(text::fact_original), outside_link(view.id)},
                                   {t(text::fact_license), view.license.empty() ? Html{} : outside_link(view.license)},
                                   {t(text::fact_taken), Html{t.date_time(view.taken_at)}}});
    return ui::page(call, {.title = title,
                           .crumbs = {{t(text::sources), call.url("/oparl-sources")},
                                      {view.source, call.url(view.source_url)},
                                      {title, {}}},
                           .hero = ui::hero({.tags = {ui::tag(type_name(call, view.type)),
                                                      ui::tag(t(text::held_from_elsewhere), ui::Tone::info)},
                                             .title = title,
                                             .lead = t(text::object_lead({.source = view.source}))}),
                           .content = ui::columns(html::join(sections),
                                                  html::join({ui::card(t(text::object_origin), origin),
                                                              ui::formats_card(call, {{"JSON", view.url + ".json"}})}),
                                                  t(text::object_origin)),
                           .alternates = {{http::Format::json, view.url + ".json"}},
                           .description = title});
}

} // namespace oparl
