#include "directory/domain/sector.hpp"

#include "directory/domain/reform.hpp"
#include "platform/ensure.hpp"
#include "platform/json/described.hpp"

#include <algorithm>
#include <set>

namespace directory {

using namespace std::chrono;

static constexpr Date first_count = 2024y / January / 1, second_count = 2026y / January / 1;
/// The structure of 2020 gave its place to that of today.
static constexpr Date newest_reform = 2024y / January / 1;

namespace {

/// A name that goes on unchanged is one use, however often the joined name changed round it.
void add_use(std::vector<NameUse>& uses, NameUse use) {
    for (auto& known : uses) {
        if (known.language == use.language && known.name == use.name && known.period.to == use.period.from) {
            known.period.to = use.period.to;
            return;
        }
    }
    uses.push_back(std::move(use));
}

class SectorMaker {
public:
    explicit SectorMaker(const Facts& facts) : facts_{facts}, history_{facts.history()} {}

    Sector make() {
        add_municipalities();
        add_counties();
        add_bodies();
        add_networks();
        return std::move(sector_);
    }

private:
    SectorOrganisation& add(OrganisationKind kind, std::string slug, const Names& names) {
        auto& added = sector_.organisations.emplace_back();
        added.organisation.kind = kind;
        place_of_[slug] = sector_.organisations.size() - 1;
        added.organisation.slug = std::move(slug);
        added.organisation.names = names;
        return added;
    }

    void add_municipalities() {
        std::map<std::string, const MunicipalityFact*> today;
        std::map<std::string, int> times_used;
        for (const auto& fact : facts_.municipalities) {
            today[fact.number] = &fact;
            ++times_used[fact.names.at("no")];
        }
        for (const auto& lineage : history_.lineages) {
            auto& added = add(OrganisationKind::municipality, lineage.last_number(), {});
            auto& organisation = added.organisation;
            organisation.number = lineage.last_number();
            organisation.county_number = organisation.number.substr(0, 2);
            organisation.period = lineage.period;
            organisation.basis = "SSB Klass 131";
            take_history(added, lineage);
            if (lineage.period.to) {
                organisation.qualifier = years_of(lineage.period);
                continue;
            }
            const auto& fact = *today.at(organisation.number);
            take_fact(added, fact);
            if (times_used[fact.names.at("no")] > 1) organisation.qualifier = county_name(fact.county);
        }
        for (const auto& fact : facts_.structure_2020) {
            const auto place = history_.holder(fact.number, sys_days{newest_reform} - days{1});
            auto& organisation = sector_.organisations[*place].organisation;
            if (organisation.organisation_number.empty()) {
                organisation.organisation_number = fact.organisation_number;
            }
            ensure(organisation.organisation_number == fact.organisation_number);
        }
        sector_.successions = history_.successions;
        for (const auto& lineage : history_.lineages) {
            if (lineage.period.from && *lineage.period.from > sector_.structure_from) {
                sector_.structure_from = *lineage.period.from;
            }
        }
    }

    void take_history(SectorOrganisation& added, const Lineage& lineage) {
        for (const auto& held : lineage.numbers) {
            added.numbers.push_back({"municipality", held.number, held.period});
        }
        for (const auto& named : lineage.names) {
            auto names = split_names(named.name, facts_.language_of_part);
            for (const auto& [language, name] : names) {
                add_use(added.names, {language, name, named.period});
            }
            added.organisation.names = std::move(names);
        }
    }

    void take_fact(SectorOrganisation& added, const MunicipalityFact& fact) {
        auto& organisation = added.organisation;
        organisation.organisation_number = fact.organisation_number;
        organisation.population = fact.population_2026;
        organisation.latitude = fact.latitude;
        organisation.longitude = fact.longitude;
        organisation.is_sami_area = fact.is_sami_area;
        added.populations = {{first_count, fact.population_2024}, {second_count, fact.population_2026}};
        for (const auto& [language, name] : fact.names) {
            const auto open =
                std::ranges::find_if(added.names, [&, wanted = std::string_view{language}](const auto& use) {
                    return use.language == wanted && !use.period.to;
                });
            // The register spells some names otherwise than the list of changes did when they were new.
            if (open == added.names.end()) {
                added.names.push_back({language, name, {}});
            } else {
                open->name = name;
            }
        }
        organisation.names = fact.names;
    }

    [[nodiscard]] std::string county_name(std::string_view number) const {
        const auto found = std::ranges::find(facts_.counties, number, &CountyFact::number);
        ensure(found != facts_.counties.end());
        return found->names.at("no");
    }

    /// The county began when the first number under it did, as far as the changes tell.
    [[nodiscard]] Period county_period(std::string_view county) const {
        std::optional<Period> whole;
        for (const auto& lineage : history_.lineages) {
            for (const auto& [number, held] : lineage.numbers) {
                if (!number.starts_with(county)) continue;
                if (!whole) whole = held;
                if (!held.from || (whole->from && *held.from < *whole->from)) whole->from = held.from;
                if (!held.to || (whole->to && *held.to > *whole->to)) whole->to = held.to;
            }
        }
        return whole.value_or(Period{});
    }

    void add_counties() {
        for (const auto& fact : facts_.counties) {
            const auto holder = std::ranges::find_if(facts_.municipalities, [&](const auto& municipality) {
                return municipality.organisation_number == fact.organisation_number;
            });
            const auto period = county_period(fact.number);
            if (holder != facts_.municipalities.end()) {
                const auto place = place_of_.at(holder->number);
                sector_.organisations[place].numbers.push_back({"county", fact.number, period});
                place_of_[fact.number] = place;
                continue;
            }
            auto& added = add(OrganisationKind::county, fact.number, fact.names);
            auto& organisation = added.organisation;
            organisation.number = organisation.county_number = fact.number;
            organisation.organisation_number = fact.organisation_number;
            organisation.population = fact.population_2026;
            organisation.period = period;
            organisation.basis = "Kartverket, SSB, Enhetsregisteret";
            added.populations = {{first_count, fact.population_2024}, {second_count, fact.population_2026}};
            added.numbers.push_back({"county", fact.number, period});
            for (const auto& [language, name] : fact.names) {
                added.names.push_back({language, name, period});
            }
        }
        add_former_counties();
    }

    void add_former_counties() {
        for (const auto& fact : facts_.structure_2020) {
            if (place_of_.contains(fact.county)) continue;
            const auto names = split_names(fact.county_name, facts_.language_of_part);
            auto& added = add(OrganisationKind::county, fact.county, names);
            auto period = county_period(fact.county);
            period.to = newest_reform;
            added.organisation.number = added.organisation.county_number = fact.county;
            added.organisation.period = period;
            added.organisation.qualifier = years_of(period);
            added.organisation.basis = "Kartverket, SSB";
            added.numbers.push_back({"county", fact.county, period});
            for (const auto& [language, name] : names) {
                added.names.push_back({language, name, period});
            }
        }
        std::set<std::pair<std::size_t, std::size_t>> followed;
        for (const auto& fact : facts_.structure_2020) {
            const auto& lineage = history_.lineages[*history_.holder(fact.number, sys_days{newest_reform} - days{1})];
            const auto from = place_of_.at(fact.county), to = place_of_.at(lineage.last_number().substr(0, 2));
            if (from == to || !followed.emplace(from, to).second) continue;
            sector_.successions.push_back({from, to, newest_reform});
        }
    }

    void add_bodies() {
        for (const auto& fact : facts_.bodies) {
            auto& added = add(*json::enumerator_of<OrganisationKind>(fact.kind), fact.slug, fact.names);
            added.organisation.organisation_number = fact.organisation_number;
            added.organisation.period = fact.period;
            added.organisation.homepage = fact.homepage;
            added.organisation.basis = fact.basis;
            for (const auto& [language, name] : fact.names) {
                added.names.push_back({language, name, fact.period});
            }
        }
        for (const auto& fact : facts_.bodies) {
            if (fact.successor.empty()) continue;
            sector_.successions.push_back({place_of_.at(fact.slug), place_of_.at(fact.successor), *fact.period.to});
        }
    }

    void add_networks() {
        for (const auto& fact : facts_.networks) {
            auto& added = add(OrganisationKind::network, fact.slug, fact.names);
            added.organisation.basis = fact.basis;
            for (const auto& [language, name] : fact.names) {
                added.names.push_back({language, name, {}});
            }
            const auto network = place_of_.at(fact.slug);
            for (const auto& municipality : facts_.municipalities) {
                if (std::ranges::count(fact.members, municipality.county) == 0) continue;
                sector_.memberships.push_back({network, place_of_.at(municipality.number), fact.basis});
            }
            if (std::ranges::count(fact.members, "fylkeskommuner") == 0) continue;
            for (const auto& county : facts_.counties) {
                const auto place = place_of_.at(county.number);
                if (sector_.organisations[place].organisation.kind != OrganisationKind::county) continue;
                sector_.memberships.push_back({network, place, fact.basis});
            }
        }
    }

    const Facts& facts_;
    const History history_;
    Sector sector_;
    std::map<std::string, std::size_t, std::less<>> place_of_; ///< By slug, and by county number.
};

} // namespace

Sector make_sector(const Facts& facts) {
    return SectorMaker{facts}.make();
}

std::string_view search_word(OrganisationKind kind) {
    switch (kind) {
    case OrganisationKind::municipality:
        return "kommune";
    case OrganisationKind::county:
        return "fylkeskommune fylke";
    case OrganisationKind::network:
        return "nettverk";
    case OrganisationKind::state_body:
        return "statlig organ stat";
    case OrganisationKind::association:
        return "organisasjon";
    case OrganisationKind::supplier:
        return "leverandør";
    case OrganisationKind::company:
        return "foretak";
    }
    return {};
}

} // namespace directory
