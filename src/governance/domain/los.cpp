#include "governance/domain/los.hpp"
#include "platform/csv.hpp"
#include "platform/embedded.hpp"
#include "platform/ensure.hpp"

#include <algorithm>

namespace governance {

static csv::Table read_table() {
    for (const auto& file : embedded::governance_facts()) {
        if (file.name == "los.csv") {
            auto table = csv::read(file.bytes);
            ensure(table.has_value());
            return *std::move(table);
        }
    }
    ensure(false);
    return {};
}

static std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        found.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

/// Columns: kind (tema, ord), slug, broader, nb, nn, en.
static std::vector<Theme> read_themes(const csv::Table& table) {
    std::vector<Theme> all;
    all.reserve(table.rows.size());
    for (const auto& row : table.rows) {
        ensure(row.size() == 6);
        all.push_back({.slug = row[1],
                       .nb = row[3],
                       .nn = row[4],
                       .en = row[5],
                       .broader = words(row[2]),
                       .is_word = row[0] == "ord"});
    }
    std::ranges::sort(all, {}, &Theme::slug);
    return all;
}

std::string_view Theme::name(i18n::Language language) const {
    if (language == i18n::Language::nn) return nn;
    return language == i18n::Language::en ? en : nb;
}

std::span<const Theme> themes() {
    static const csv::Table table = read_table(); // The themes point into it.
    static const std::vector<Theme> all = read_themes(table);
    return all;
}

const Theme* find_theme(std::string_view slug) {
    const auto all = themes();
    const auto found = std::ranges::lower_bound(all, slug, {}, &Theme::slug);
    return found == all.end() || found->slug != slug ? nullptr : &*found;
}

std::vector<std::string_view> theme_and_below(std::string_view slug) {
    std::vector<std::string_view> found{slug};
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (const auto& theme : themes()) {
            const bool is_below = std::ranges::find(theme.broader, found[i]) != theme.broader.end();
            if (is_below && std::ranges::find(found, theme.slug) == found.end()) found.push_back(theme.slug);
        }
    }
    return found;
}

} // namespace governance
