#include "directory/views/organisation_page.hpp"

#include "directory/domain/organisation_number.hpp"
#include "directory/texts.hpp"
#include "directory/views/history_picture.hpp"
#include "directory/views/labels.hpp"
#include "directory/views/people_page.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/components.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace directory {

using html::cls;

static Html linked(const http::Call& call, const std::vector<LinkView>& links) {
    std::vector<Html> items;
    for (const auto& link : links) {
        items.push_back(html::li(link_to(call, link)));
    }
    return html::ul(items);
}

/// An old number, or an organisation that is no more: says so and leads on.
static Html notice(const http::Call& call, const OrganisationView& view, const OrganisationFrame& frame) {
    if (view.valid_to) {
        const auto heading =
            call.t(text::ended_heading({.name = view.name, .day = call.t.date(last_day(*view.valid_to))}));
        const auto content = view.successors.empty()
                                 ? html::p(call.t(text::ended_without_successor))
                                 : html::join({html::p(call.t(text::ended_successors)), linked(call, view.successors)});
        return ui::alert(ui::Tone::info, heading, content);
    }
    if (frame.asked_for.empty()) return {};
    const auto heading = call.t(text::renumbered_heading({.number = frame.asked_for}));
    return ui::alert(ui::Tone::info, heading,
                     html::p(call.t(text::renumbered_text({.name = view.name, .number = view.number}))));
}

/// Each module's section stands with its own heading; only when nobody has anything do we say so ourselves.
static Html concerns(const http::Call& call, const OrganisationView& view, const OrganisationFrame& frame) {
    if (view.valid_to) return {};
    std::vector<Html> parts;
    for (const auto& concern : frame.concerns) {
        if (!concern.empty()) parts.push_back(concern);
    }
    if (!parts.empty()) return html::join(parts);
    return ui::section(call.t(text::concerns_heading), "concerns", html::p(call.t(text::concerns_none)));
}

static std::string other_names(const OrganisationView& view, const http::Call& call) {
    std::string words;
    for (const auto& use : view.names) {
        if (use.valid_to || use.name == view.name) continue;
        const auto language = call.t.by_name("name_language." + use.language);
        words += fmt::format("{}{} ({})", words.empty() ? "" : ", ", use.name, language);
    }
    return words;
}

static Html population_words(const http::Call& call, const OrganisationView& view) {
    if (view.populations.empty()) return {};
    const auto& newest = view.populations.back();
    return call.t(text::population_on({.count = call.t.number(newest.inhabitants), .day = call.t.date(newest.as_of)}));
}

static Html facts(const http::Call& call, const OrganisationView& view) {
    std::vector<std::pair<std::string, Html>> pairs;
    const bool is_municipality = view.kind == OrganisationKind::municipality;
    pairs.emplace_back(call.t(is_municipality ? text::fact_municipality_number : text::fact_county_number),
                       view.number);
    if (const auto number = OrganisationNumber::parse(view.organisation_number)) {
        pairs.emplace_back(call.t(text::fact_organisation_number), grouped(*number));
    }
    if (view.county) pairs.emplace_back(call.t(text::fact_county), link_to(call, *view.county));
    pairs.emplace_back(call.t(text::fact_population), population_words(call, view));
    pairs.emplace_back(call.t(text::fact_other_names), other_names(view, call));
    if (view.is_sami_area) pairs.emplace_back(call.t(text::fact_sami_area), call.t(text::fact_sami_area_yes));
    pairs.emplace_back(call.t(text::fact_period), period_words(call, view.valid_from, view.valid_to));
    if (!view.homepage.empty()) {
        pairs.emplace_back(call.t(text::fact_homepage), ui::link(view.homepage, view.homepage));
    }
    if (view.latitude && view.longitude && !view.valid_to) {
        const auto words = call.t(text::fact_position_value(
            {.latitude = call.t.decimal(*view.latitude, 3), .longitude = call.t.decimal(*view.longitude, 3)}));
        pairs.emplace_back(call.t(text::fact_position), words);
    }
    pairs.emplace_back(call.t(text::fact_basis), view.basis);
    return ui::facts(pairs);
}

static Html former(const http::Call& call, const OrganisationView& view) {
    std::vector<std::vector<Html>> rows;
    for (const auto& use : view.numbers) {
        rows.push_back(
            {use.number, call.t.by_name("kind." + use.scheme), period_words(call, use.valid_from, use.valid_to)});
    }
    for (const auto& use : view.names) {
        if (!use.valid_to && !use.valid_from) continue;
        rows.push_back({use.name, call.t.by_name("name_language." + use.language),
                        period_words(call, use.valid_from, use.valid_to)});
    }
    if (rows.size() < 2) return {};
    return ui::details(call.t(text::names_and_numbers), ui::table(call.t(text::names_and_numbers),
                                                                  {{.name = call.t(text::column_name_or_number)},
                                                                   {.name = call.t(text::column_what)},
                                                                   {.name = call.t(text::column_period)}},
                                                                  rows));
}

static Html memberships(const http::Call& call, const OrganisationView& view) {
    if (view.memberships.empty()) return {};
    std::vector<Html> items;
    for (const auto& membership : view.memberships) {
        const auto since =
            membership.joined_on ? " (" + period_words(call, membership.joined_on, {}) + ")" : std::string{};
        items.push_back(
            html::li(link_to(call, membership.network), since, html::br(), html::span(cls("meta"), membership.basis)));
    }
    return ui::section(call.t(text::memberships_heading), "memberships", html::ul(items));
}

static Html members(const http::Call& call, const OrganisationView& view) {
    if (view.members.empty()) return {};
    const bool is_network = view.kind == OrganisationKind::network;
    const auto heading = call.t(is_network ? text::members_heading : text::municipalities_heading);
    return ui::section(heading, "members", organisation_table(call, heading, view.members));
}

static Html events(const http::Call& call, const OrganisationView& view) {
    if (view.events.empty()) return {};
    std::vector<ui::Happening> happenings;
    for (const auto& event : view.events) {
        happenings.push_back({call.t.date_time(event.at), to_string(event.at), event.what, event.who});
    }
    return ui::section(call.t(text::events_heading), "events", ui::timeline(happenings));
}

static Html tools(const http::Call& call, const OrganisationView& view, const OrganisationFrame& frame) {
    if (!frame.may_maintain || view.valid_to) return {};
    const auto link = [&](const i18n::Message& label, std::string_view tail) {
        return html::li(ui::link(call.t(label), call.url(view.url + std::string{tail})));
    };
    std::vector<Html> links{link(text::organisation_change, "/change"), link(text::organisation_merge, "/merger"),
                            link(text::organisation_divide, "/split"), link(text::role_give, "/roles/new")};
    if (view.kind == OrganisationKind::network) links.push_back(link(text::network_members_change, "/members"));
    return ui::card(call.t(text::tools_heading), html::ul(links));
}

static Html side(const http::Call& call, const OrganisationView& view, const OrganisationFrame& frame) {
    std::vector<Html> parts{ui::card(call.t(text::facts_heading), facts(call, view)), former(call, view)};
    if (!frame.map_picture_county.empty()) {
        parts.push_back(
            html::p(ui::link(call.t(text::show_on_map), call.url("/map?county=" + frame.map_picture_county))));
    }
    parts.push_back(tools(call, view, frame));
    const auto path = call.url(view.url);
    parts.push_back(ui::formats_card(call, {{"JSON", path + ".json"}, {"Atom", path + ".atom"}}));
    return html::join(parts);
}

Html organisation_page(const http::Call& call, const OrganisationView& view, const OrganisationFrame& frame) {
    const auto history = history_picture(call, view.lineage, view.id);
    const auto content = html::join(
        {notice(call, view, frame), concerns(call, view, frame),
         history.empty() ? Html{} : ui::section(call.t(text::history_title), "history", history), members(call, view),
         memberships(call, view), roles_section(call, view.roles, frame.may_maintain), events(call, view)});
    std::string line = view.number;
    if (view.county && view.county->name != view.name) line += (line.empty() ? "" : " · ") + view.county->name;
    return ui::page(call,
                    {.title = view.name,
                     .crumbs = {{call.t(text::organisations), call.url("/organisations")}, {view.name}},
                     .hero = ui::hero({.tags = tags_of(call, view.kind, view.valid_to.has_value(), view.is_invented),
                                       .title = view.name,
                                       .facts = line}),
                     .content = ui::columns(content, side(call, view, frame), call.t(text::facts_heading)),
                     .alternates = alternates(call, view.url, {http::Format::json, http::Format::atom}),
                     .description = kind_name(call, view.kind) + ": " + view.name,
                     .attribution = view.number.empty() ? std::string{} : attribution(call)});
}

feed::Feed organisation_feed(const http::Call& call, const OrganisationView& view) {
    const auto url = call.public_url + call.url(view.url);
    auto feed = http::page_feed(call, "urn:uuid:" + view.id.to_string(), view.name, url);
    for (const auto& event : view.events) {
        feed.updated = std::max(feed.updated, event.at);
        feed.entries.push_back({.id = "urn:uuid:" + event.id,
                                .title = event.what,
                                .url = url,
                                .updated = event.at,
                                .author = event.who,
                                .summary = event.what,
                                .categories = {event.type}});
    }
    return feed;
}

} // namespace directory
