#include "oparl/domain/errors.hpp"
#include "oparl/http/handlers.hpp"
#include "oparl/store/object_store.hpp"
#include "oparl/store/source_store.hpp"
#include "oparl/views/pages.hpp"
#include "platform/http/represent.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace oparl {

static constexpr int lines_on_page = 50;
static constexpr int references_shown = 200;

static std::int64_t present(const std::vector<store::TypeCount>& counts) {
    std::int64_t all = 0;
    for (const auto& count : counts)
        all += count.present;
    return all;
}

static void fill_row(SourceRow& row, const Source& source, std::int64_t objects) {
    row.slug = source.slug;
    row.url = source.url();
    row.name = source.name;
    row.address = source.address;
    row.license = source.license;
    row.changed_at = source.changed_at;
    row.objects = objects;
}

Result<http::Response> list_sources_asked(const http::Query& query) {
    SourceListView view;
    for (const auto& source : TRY(store::list_sources(query.reader)))
        fill_row(view.sources.emplace_back(), source, present(TRY(store::count_types(query.reader, source.number))));
    return http::represent<SourceListView>(
        query, view, {.html = [&](const SourceListView& shown) { return source_list_page(query, shown); }});
}

static Result<Source> source_in_path(const http::Query& query) {
    return store::source_by_slug(query.reader, query.request.path_value("source"));
}

Result<http::Response> show_source(const http::Query& query) {
    const auto source = TRY(source_in_path(query));
    const auto counts = TRY(store::count_types(query.reader, source.number));
    SourceView view;
    fill_row(view, source, present(counts));
    for (const auto& count : counts) {
        view.types.push_back({count.type, count.present, count.deleted,
                              fmt::format("{}/objects?type={}", source.url(), json::name_of(count.type))});
    }
    view.is_complete = TRY(store::positions(query.reader, source.number)).empty();
    for (const auto& refusal : TRY(store::refusals(query.reader, source.number))) {
        view.refusals.push_back({refusal.place, refusal.object, refusal.fault.pointer, std::string{refusal.fault.code},
                                 query.t.detail_of(refusal.fault)});
    }
    return http::represent<SourceView>(query, view,
                                       {.html = [&](const SourceView& shown) { return source_page(query, shown); }});
}

static ObjectLineView line_view(const Source& source, const store::ObjectLine& line) {
    ObjectLineView shown;
    shown.id = line.id;
    shown.url = fmt::format("{}/objects/{}", source.url(), line.key);
    shown.name = line.name;
    shown.day = line.day;
    shown.type = line.type;
    shown.is_deleted = line.is_deleted;
    shown.property = line.property;
    return shown;
}

Result<http::Response> list_source_objects(const http::Query& query) {
    const auto source = TRY(source_in_path(query));
    const auto asked = TRY(query.request.read_query<ObjectQuestion>());
    const auto counts = TRY(store::count_types(query.reader, source.number));
    ObjectListView view;
    view.source = source.name;
    view.source_url = source.url();
    view.type = asked.type;
    const auto count = std::ranges::find(counts, asked.type, &store::TypeCount::type);
    view.total = count == counts.end() ? 0 : count->present;
    view.pages = static_cast<int>(std::max<std::int64_t>(1, (view.total + lines_on_page - 1) / lines_on_page));
    view.page = std::clamp(asked.page, 1, view.pages);
    for (const auto& line : TRY(store::list_objects(query.reader, source.number, asked.type, lines_on_page,
                                                    (view.page - 1) * lines_on_page))) {
        view.objects.push_back(line_view(source, line));
    }
    return http::represent<ObjectListView>(
        query, view, {.html = [&](const ObjectListView& shown) { return object_list_page(query, shown); }});
}

static Result<store::ObjectRow> object_in_path(const http::Query& query, const Source& source) {
    const auto text = query.request.path_value("object");
    std::int64_t key = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), key);
    if (fault != std::errc{} || end != text.data() + text.size()) return object_not_found.error();
    auto row = TRY(store::find_object(query.reader, source.number, key));
    if (!row) return object_not_found.error();
    return *std::move(row);
}

Result<http::Response> show_source_object(const http::Query& query) {
    const auto source = TRY(source_in_path(query));
    const auto row = TRY(object_in_path(query, source));
    ObjectView view;
    static_cast<ObjectLineView&>(view) = line_view(source, row.line);
    view.source = source.name;
    view.source_url = source.url();
    view.license = source.license;
    view.taken_at = row.taken_at;
    view.content = TRY(json::parse(row.content));
    for (const auto& line : TRY(store::referred_to(query.reader, source.number, row.line.key, references_shown)))
        view.refers_to.push_back(line_view(source, line));
    for (const auto& line : TRY(store::referring(query.reader, source.number, row.line.key, references_shown)))
        view.referred_to_by.push_back(line_view(source, line));
    return http::represent<ObjectView>(query, view,
                                       {.html = [&](const ObjectView& shown) { return object_page(query, shown); }});
}

} // namespace oparl
