#include "governance/http/case_reading.hpp"
#include "governance/store/concerned.hpp"

#include <algorithm>
#include <charconv>

namespace governance {

static constexpr int page_size = 20;

CaseRow row_of(const CaseCard& card) {
    return {.id = card.id,
            .number = card.number,
            .url = card.path,
            .title = card.title.empty() ? std::nullopt : std::optional{card.title},
            .summary = card.summary,
            .language = std::string{i18n::code(card.language)},
            .state = card.state,
            .outcome = card.outcome,
            .body = {.name = card.body_name, .url = card.body_path},
            .next_day = card.next_day,
            .input_until = card.input_until,
            .is_strategic = card.is_strategic,
            .is_invented = card.is_invented,
            .planned_at = card.planned_at,
            .changed_at = card.changed_at};
}

/// A page that is no number, or beyond the last one, is the nearest that there is.
static int page_asked(const http::Request& request, int pages) {
    const auto text = request.query.first("page").value_or("1");
    int page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp(page, 1, std::max(pages, 1));
}

Result<CaseListView> read_case_list(const http::Query& query, const CaseFilter& filter, std::optional<int> limit) {
    CaseListView list;
    auto wanted = TRY(resolve(query.reader, filter, query.today()));
    if (!wanted) return list;
    list.total = TRY(count_cases(query.reader, *wanted));
    list.pages = static_cast<int>(std::max<std::int64_t>(1, (list.total + page_size - 1) / page_size));
    list.page = limit ? 1 : page_asked(query.request, list.pages);
    wanted->limit = limit.value_or(page_size);
    wanted->offset = (list.page - 1) * page_size;
    for (const auto& card : TRY(list_cases(query.reader, *wanted, query.today(), query.request.language))) {
        list.cases.push_back(row_of(card));
    }
    return list;
}

} // namespace governance
