#include "directory/domain/facts.hpp"

#include "directory/domain/organisation_number.hpp"
#include "platform/ensure.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>

namespace directory {

namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

/// A row whose cells are found by the name of their column.
class FactRow {
public:
    FactRow(const std::vector<std::string_view>& columns, std::vector<std::string_view> cells)
        : columns_{columns}, cells_{std::move(cells)} {
        ensure(cells_.size() == columns_.size());
    }
    [[nodiscard]] std::string text(std::string_view column) const { return std::string{cell(column)}; }
    [[nodiscard]] bool flag(std::string_view column) const { return cell(column) == "1"; }
    [[nodiscard]] std::optional<Date> day(std::string_view column) const {
        const auto written = cell(column);
        if (written.empty()) return {};
        const auto date = parse_date(written);
        ensure(date.has_value());
        return *date;
    }
    template <class Number>
    [[nodiscard]] Number number(std::string_view column) const {
        const auto written = cell(column);
        Number value{};
        const auto [end, fault] = std::from_chars(written.data(), written.data() + written.size(), value);
        ensure(fault == std::errc{} && end == written.data() + written.size());
        return value;
    }
    /// Norwegian stands in "nb" where nynorsk has a column of its own.
    [[nodiscard]] Names names() const {
        Names found;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const auto language = columns_[i] == "nb" ? std::string_view{"no"} : columns_[i];
            if (std::ranges::count(name_languages, language) == 0 || cells_[i].empty()) continue;
            if (language == "nn" && found["no"] == cells_[i]) continue;
            found[std::string{language}] = cells_[i];
        }
        return found;
    }

private:
    [[nodiscard]] std::string_view cell(std::string_view column) const {
        const auto found = std::ranges::find(columns_, column);
        ensure(found != columns_.end());
        return cells_[static_cast<std::size_t>(found - columns_.begin())];
    }
    const std::vector<std::string_view>& columns_;
    std::vector<std::string_view> cells_;
};

template <class Fact, class Make>
std::vector<Fact> read_table(std::span<const FactTable> tables, std::string_view name, Make make) {
    const auto table = std::ranges::find(tables, name, &FactTable::name);
    ensure(table != tables.end());
    std::vector<std::string_view> columns;
    std::vector<Fact> facts;
    for (const auto line : split(table->bytes, '\n')) {
        if (line.empty() || line.starts_with('#')) continue;
        if (columns.empty()) {
            columns = split(line, '\t');
        } else {
            facts.push_back(make(FactRow{columns, split(line, '\t')}));
        }
    }
    return facts;
}

MunicipalityFact municipality(const FactRow& row) {
    return {.number = row.text("number"),
            .names = row.names(),
            .county = row.text("county"),
            .organisation_number = row.text("organisation_number"),
            .population_2024 = row.number<std::int64_t>("population_20240101"),
            .population_2026 = row.number<std::int64_t>("population_20260101"),
            .latitude = row.number<double>("latitude"),
            .longitude = row.number<double>("longitude"),
            .is_sami_area = row.flag("sami_area")};
}

CountyFact county(const FactRow& row) {
    return {.number = row.text("number"),
            .names = row.names(),
            .organisation_number = row.text("organisation_number"),
            .population_2024 = row.number<std::int64_t>("population_20240101"),
            .population_2026 = row.number<std::int64_t>("population_20260101")};
}

BodyFact body(const FactRow& row) {
    return {.slug = row.text("slug"),
            .kind = row.text("kind"),
            .organisation_number = row.text("organisation_number"),
            .names = row.names(),
            .period = {row.day("valid_from"), row.day("valid_to")},
            .successor = row.text("successor"),
            .homepage = row.text("homepage"),
            .basis = row.text("basis")};
}

NetworkFact network(const FactRow& row) {
    NetworkFact fact{.slug = row.text("slug"), .members = {}, .names = row.names(), .basis = row.text("basis")};
    const auto members = row.text("members");
    for (const auto member : split(members, ' ')) {
        fact.members.emplace_back(member);
    }
    return fact;
}

std::vector<std::string> faulty_organisation_numbers(const Facts& facts) {
    std::vector<std::string> found;
    const auto check = [&](std::string_view whose, std::string_view number) {
        if (!OrganisationNumber::parse(number)) found.push_back(fmt::format("{}: {} fails modulus 11", whose, number));
    };
    for (const auto& fact : facts.municipalities) {
        check(fact.number, fact.organisation_number);
    }
    for (const auto& fact : facts.structure_2020) {
        check(fact.number, fact.organisation_number);
    }
    for (const auto& fact : facts.counties) {
        check(fact.number, fact.organisation_number);
    }
    for (const auto& fact : facts.bodies) {
        if (!fact.organisation_number.empty()) check(fact.slug, fact.organisation_number);
    }
    return found;
}

template <class List>
std::vector<std::string> numbers_of(const List& list) {
    std::vector<std::string> numbers;
    for (const auto& fact : list) {
        numbers.push_back(fact.number);
    }
    std::ranges::sort(numbers);
    return numbers;
}

} // namespace

Facts read_facts(std::span<const FactTable> tables) {
    Facts facts;
    facts.municipalities = read_table<MunicipalityFact>(tables, "municipalities.tsv", municipality);
    facts.counties = read_table<CountyFact>(tables, "counties.tsv", county);
    facts.bodies = read_table<BodyFact>(tables, "organisations.tsv", body);
    facts.networks = read_table<NetworkFact>(tables, "networks.tsv", network);
    facts.structure_2020 =
        read_table<FormerMunicipalityFact>(tables, "municipalities_2020.tsv", [](const FactRow& row) {
            return FormerMunicipalityFact{row.text("number"), row.text("name"), row.text("county"),
                                          row.text("county_name"), row.text("organisation_number")};
        });
    facts.changes = read_table<NumberChange>(tables, "changes.tsv", [](const FactRow& row) {
        return NumberChange{*row.day("date"), row.text("from_number"), row.text("from_name"), row.text("to_number"),
                            row.text("to_name")};
    });
    using Part = std::pair<std::string, std::string>;
    for (auto& part : read_table<Part>(tables, "name_parts.tsv", [](const FactRow& row) {
             return Part{row.text("name"), row.text("language")};
         })) {
        facts.language_of_part.insert(std::move(part));
    }
    return facts;
}

History Facts::history() const {
    std::vector<std::pair<std::string, std::string>> today;
    for (const auto& fact : municipalities) {
        today.emplace_back(fact.number, fact.names.at("no"));
    }
    // Rakkestad took over a part of Varteig in 1992; the source has a line for that part, none for Rakkestad itself.
    return trace_history(changes, today, {"0128"});
}

std::vector<std::string> inconsistencies(const Facts& facts) {
    auto found = faulty_organisation_numbers(facts);
    const auto expect = [&](std::string_view what, std::int64_t is, std::int64_t should_be) {
        if (is != should_be) found.push_back(fmt::format("{}: {}, and should be {}", what, is, should_be));
    };
    std::int64_t sum_2024 = 0, sum_2026 = 0, counties_2026 = 0;
    for (const auto& fact : facts.municipalities) {
        sum_2024 += fact.population_2024;
        sum_2026 += fact.population_2026;
    }
    for (const auto& fact : facts.counties) {
        counties_2026 += fact.population_2026;
    }
    expect("municipalities", static_cast<std::int64_t>(facts.municipalities.size()), 357);
    expect("counties", static_cast<std::int64_t>(facts.counties.size()), 15);
    expect("population on 1 January 2024", sum_2024, 5'550'203);
    expect("population on 1 January 2026", sum_2026, 5'627'400);
    expect("population of the counties on 1 January 2026", counties_2026, sum_2026);

    const auto history = facts.history();
    using namespace std::chrono;
    if (history.numbers_on(2023y / December / 31) != numbers_of(facts.structure_2020)) {
        found.emplace_back("the changes do not lead to the structure of 2020 to 2023");
    }
    if (history.numbers_on(2024y / January / 1) != numbers_of(facts.municipalities)) {
        found.emplace_back("the structure of 2023 with the changes of 1 January 2024 is not the structure of 2024");
    }
    return found;
}

} // namespace directory
