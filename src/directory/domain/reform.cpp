#include "directory/domain/reform.hpp"

#include "directory/domain/errors.hpp"
#include "directory/domain/modulus11.hpp"
#include "directory/domain/name_rules.hpp"
#include "directory/domain/organisation_number.hpp"

#include <fmt/format.h>
#include <set>

namespace directory {

std::string years_of(const Period& period) {
    const std::chrono::year_month_day last_day{std::chrono::sys_days{*period.to} - std::chrono::days{1}};
    const auto from = period.from ? fmt::format("{}", static_cast<int>(period.from->year())) : std::string{};
    return fmt::format("{}–{}", from, static_cast<int>(last_day.year()));
}

static Result<void> check_living(const Organisation& organisation, Date on) {
    const bool has_begun = !organisation.period.from || *organisation.period.from < on;
    if (organisation.period.to || !has_begun) {
        return organisation_ended.error({{"organisation", shown_name(organisation, i18n::Language::nb)}});
    }
    return {};
}

static Result<void> check_day(Date on, Date today) {
    if (on > today) return reform_in_future.error({{"date", to_string(on)}});
    return {};
}

Result<void> check_merger(const std::vector<Organisation>& involved, const Merger& merger, Date today) {
    std::set<OrganisationId> different;
    for (const auto& organisation : involved) {
        different.insert(organisation.id);
    }
    if (different.size() < 2 || different.size() != involved.size() || merger.predecessors.empty()) {
        return reform_needs_two.error();
    }
    TRY(check_day(merger.on, today));
    for (const auto& organisation : involved) {
        if (organisation.kind != involved.front().kind) return reform_mixes_kinds.error();
        TRY(check_living(organisation, merger.on));
    }
    return {};
}

Result<void> check_split(const Organisation& predecessor, const Split& split, Date today) {
    if (split.founded.size() < 2) return reform_needs_two.error();
    if (split.heir >= split.founded.size()) return reform_heir_missing.error();
    TRY(check_day(split.on, today));
    return check_living(predecessor, split.on);
}

bool is_number_of(OrganisationKind kind, std::string_view number) {
    switch (kind) {
    case OrganisationKind::municipality:
        return number.size() == 4 && all_digits(number);
    case OrganisationKind::county:
        return number.size() == 2 && all_digits(number);
    default:
        return number.empty();
    }
}

Result<Organisation> founded_by(const NewUnit& unit, const std::vector<Organisation>& predecessors, Date on) {
    const auto kind = predecessors.front().kind;
    if (!is_number_of(kind, unit.number)) return municipality_number_faulty.error();
    const auto name = TRY(checked_name(unit.name));
    Organisation founded{.kind = kind,
                         .number = unit.number,
                         .county_number = unit.number.substr(0, 2),
                         .names = {{"no", name}},
                         .period = {on, {}}};
    if (!unit.organisation_number.empty()) {
        founded.organisation_number = TRY(OrganisationNumber::parse(unit.organisation_number)).to_string();
    }
    double weight = 0, latitude = 0, longitude = 0;
    for (const auto& before : predecessors) {
        founded.population += before.population;
        founded.is_sami_area = founded.is_sami_area || before.is_sami_area;
        founded.is_invented = founded.is_invented || before.is_invented;
        if (!before.latitude || !before.longitude) continue;
        const double part = static_cast<double>(std::max<std::int64_t>(before.population, 1));
        weight += part;
        latitude += part * *before.latitude;
        longitude += part * *before.longitude;
    }
    if (weight > 0) {
        founded.latitude = latitude / weight;
        founded.longitude = longitude / weight;
    }
    return founded;
}

} // namespace directory
