#include "hearings/jobs/demonstration_text.hpp"

#include <algorithm>
#include <charconv>

namespace hearings::demonstration {

Date day_of(std::string_view text, Date today) {
    int days = 0;
    if (text.starts_with('+')) text.remove_prefix(1);
    std::from_chars(text.data(), text.data() + text.size(), days);
    return Date{std::chrono::sys_days{today} + std::chrono::days{days}};
}

Result<governance::CaseCard> case_titled(db::Reader& reader, const std::string& title, Date today) {
    static constexpr int cases_looked_at = 1000;
    auto cards = TRY(governance::newest_cases(reader, today, cases_looked_at, i18n::Language::nb));
    const auto found = std::ranges::find(cards, title, &governance::CaseCard::title);
    ensure(found != cards.end());
    return std::move(*found);
}

Result<governance::BodyId> body_named(db::Reader& reader, const std::string& name) {
    const auto cards = TRY(governance::body_cards(reader, i18n::Language::nb));
    const auto found = std::ranges::find(cards, name, &governance::BodyCard::name);
    ensure(found != cards.end());
    return found->id;
}

} // namespace hearings::demonstration
