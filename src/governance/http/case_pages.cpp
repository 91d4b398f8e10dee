// Reading cases: the list and the page, in every format.
#include "governance/views/case_pages.hpp"
#include "governance/actions/case_change.hpp"
#include "governance/domain/errors.hpp"
#include "governance/http/case_handlers.hpp"
#include "governance/http/case_reading.hpp"
#include "governance/http/form_choices.hpp"
#include "governance/http/panels.hpp"
#include "governance/views/case_feed.hpp"
#include "governance/views/case_list_page.hpp"
#include "platform/http/represent.hpp"

namespace governance {

static constexpr int csv_rows_max = 10'000;
static constexpr int feed_entries_max = 50;

/// Machines get pages as people do, tables are whole, feeds hold the newest.
static std::optional<int> limit_for(http::Format format) {
    if (format == http::Format::csv) return csv_rows_max;
    if (format == http::Format::atom) return feed_entries_max;
    return {};
}

Result<http::Response> list_cases_in(const http::Query& query) {
    const auto filter = TRY(query.request.read_query<CaseFilter>());
    const auto list = TRY(read_case_list(query, filter, limit_for(query.request.format)));
    const auto choices = query.wants_html() ? TRY(filter_choices(query)) : FilterChoices{};
    return http::represent<CaseListView>(
        query, list,
        {.html =
             [&](const CaseListView& shown) {
                 return case_list_page(query, shown, filter, choices, query.principal.may_somewhere(right::plan_case));
             },
         .csv = [&](const CaseListView& shown) { return case_table(query, shown); },
         .atom = [&](const CaseListView& shown) { return case_feed(query, shown); },
         .ics = {}});
}

static CaseRights rights_of(const Principal& principal, const Case& matter) {
    return {.may_plan = may(principal, right::plan_case, matter),
            .may_prepare = may(principal, right::prepare_case, matter),
            .may_shield = may(principal, right::shield, matter)};
}

Result<http::Response> show_case(const http::Query& query, const Extensions& extensions) {
    const auto file = TRY(visible_case_file(query.reader, query));
    if (query.request.format == http::Format::jsonld)
        return http::linked_document(TRY(extensions.linked_case(query, file.matter.id)));
    const auto view = TRY(case_view_of(query, file));
    const auto follow = query.wants_html() && extensions.follow
                            ? TRY(extensions.follow(query, "case", file.matter.id.to_string()))
                            : Html{};
    const auto panels = query.wants_html() ? TRY(drawn_panels(query, extensions.case_panels, file.matter.id)) : Html{};
    auto response = http::represent<CaseView>(
        query, view,
        {.html =
             [&](const CaseView& shown) {
                 return case_page(query, shown, rights_of(query.principal, file.matter), follow, panels);
             },
         .csv = {},
         .atom = [&](const CaseView& shown) { return case_timeline_feed(query, shown); },
         .ics = {}});
    response.version = view.version;
    return response;
}

} // namespace governance
