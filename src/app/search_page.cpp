#include "app/texts.hpp"
#include "app/views.hpp"
#include "platform/http/represent.hpp"
#include "platform/search/search.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

#include <fmt/format.h>

namespace app {

using namespace html;

static constexpr int hits_per_page = 20;
static constexpr std::int64_t pages_max = 50;

static std::string address(const http::Call& call, const SearchView& view, std::string_view kind) {
    http::Form query;
    query.add("q", view.words);
    if (!kind.empty()) query.add("kind", std::string{kind});
    return call.url("/search") + "?" + query.to_string();
}

static std::string kind_name(const http::Call& call, std::string_view kind) {
    const auto name = call.t.by_name(fmt::format("search.kind.{}", kind));
    return name.empty() ? std::string{kind} : name;
}

static Html hit_row(const http::Call& call, const SearchHit& hit) {
    return li(cls("hits__row"),
              p(cls("hits__title"), a(cls("ds-link"), href(call.url(hit.path)), hit.title), " ",
                ui::tag(kind_name(call, hit.kind))),
              p(cls("hits__text"), hit.before, mark(hit.match), hit.after),
              p(cls("meta"), call.t.date(norwegian_date(hit.changed_at))));
}

static Html answer(const http::Call& call, const SearchView& view) {
    const auto& t = call.t;
    if (view.words.empty()) return p(t(text::search_begin));
    if (view.total == 0) return ui::empty_state(t(text::search_none({.words = view.words})), t(text::search_none_help));
    std::vector<Html> kinds{li(a(cls("ds-tag"), href(address(call, view, "")),
                                 attribute_if(view.kind.empty(), "aria-current", "true"), t(text::search_all_kinds)))};
    for (const auto& kind : view.kinds) {
        kinds.push_back(li(a(cls("ds-tag"), href(address(call, view, kind.kind)),
                             attribute_if(view.kind == kind.kind, "aria-current", "true"),
                             fmt::format("{} ({})", kind_name(call, kind.kind), t.number(kind.count)))));
    }
    std::vector<Html> rows;
    for (const auto& hit : view.hits)
        rows.push_back(hit_row(call, hit));
    return join({p(attribute("role", "status"), t(text::search_found({.count = view.total}))), ul(cls("fmt"), kinds),
                 ol(cls("hits"), rows),
                 ui::pagination(call, static_cast<int>(view.page), static_cast<int>(view.pages))});
}

static Html search_page(const http::Call& call, const SearchView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = view.words.empty() ? t(text::search_title) : t(text::search_title_for({.words = view.words}));
    page.crumbs = {{t(text::search_title), ""}};
    page.hero = ui::hero({.title = t(text::search_title)});
    const auto form = ui::filter_form(call, "/search",
                                      join({ui::field(call, {},
                                                      {.name = "q",
                                                       .label = t(text::search_label),
                                                       .hint = t(text::search_hint),
                                                       .value = view.words,
                                                       .type = "search"}),
                                            ui::submit(t(text::search_button))}));
    page.content = join({form, answer(call, view)});
    return ui::page(call, page);
}

static Result<http::Response> show_search(const http::Query& query) {
    const auto asked = TRY(query.request.read_query<SearchQuestion>());
    SearchView view;
    view.words = asked.q.value_or(Line<200>{});
    view.kind = asked.kind.value_or(Line<40>{});
    view.page = std::clamp<std::int64_t>(asked.page.value_or(1), 1, pages_max);
    if (!view.words.empty()) {
        const auto offset = static_cast<int>(view.page - 1) * hits_per_page;
        auto found = TRY(search::find(query.reader, {view.words, view.kind, hits_per_page, offset}));
        view.total = found.total;
        view.pages = std::clamp<std::int64_t>((found.total + hits_per_page - 1) / hits_per_page, 1, pages_max);
        for (auto& [kind, count] : found.kinds)
            view.kinds.push_back({kind, count});
        for (auto& hit : found.hits) {
            view.hits.push_back(
                {hit.kind, hit.id, hit.title, hit.url, hit.before, hit.match, hit.after, hit.changed_at});
        }
    }
    return http::represent<SearchView>(query, view,
                                       {.html = [&](const SearchView& v) { return search_page(query, v); }});
}

void add_front_page(http::Router&);

void add_routes(http::Router& routes) {
    add_front_page(routes);
    routes.get("/search", right::everybody, show_search,
               {.operation = "search",
                .summary = "Searches everything open: cases, bodies, meetings, organisations, pages.",
                .query = json::type_of<SearchQuestion>(),
                .answer = json::type_of<SearchView>(),
                .is_cached = true});
}

} // namespace app
