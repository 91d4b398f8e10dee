#include "dispatch/domain/print_fitness.hpp"

#include "dispatch/domain/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

static bool fits_on_paper(const pdf::PageSize& page) {
    const auto [narrow, wide] = std::minmax(page.width_mm, page.height_mm);
    return narrow >= printed_side_mm_min && narrow <= printed_short_side_mm_max && wide <= printed_long_side_mm_max;
}

static std::vector<Fault> page_faults(const Document& document, const pdf::Look& look, const std::string& pointer) {
    std::vector<Fault> faults;
    const auto odd_one = std::ranges::find_if_not(look.pages, fits_on_paper);
    if (odd_one != look.pages.end()) {
        faults.push_back(page_not_printable.at(
            pointer, {{"name", document.name},
                      {"page", static_cast<std::int64_t>(odd_one - look.pages.begin()) + 1},
                      {"size", fmt::format("{:.0f} × {:.0f} mm", odd_one->width_mm, odd_one->height_mm)}}));
    }
    for (std::size_t i = 0; i < document.giro_pages.size(); ++i) {
        const auto page = document.giro_pages[i];
        if (page >= 1 && page <= static_cast<std::int64_t>(look.pages.size())) continue;
        faults.push_back(giro_page_missing.at(fmt::format("{}/giroPages/{}", pointer, i),
                                              {{"name", document.name}, {"page", page}}));
    }
    return faults;
}

std::vector<Fault> print_faults(const Document& document, const pdf::Look& look, const std::string& pointer,
                                bool is_printed) {
    using enum pdf::Finding;
    const ErrorValues about{{"name", document.name}};
    if (look.finding == damaged) return {document_damaged.at(pointer, about)};
    if (look.finding == too_heavy) return {pdf_too_heavy.at(pointer, about)};
    if (!is_printed) return {};
    if (look.is_encrypted) return {pdf_locked.at(pointer, about)};
    return page_faults(document, look, pointer);
}

} // namespace dispatch
