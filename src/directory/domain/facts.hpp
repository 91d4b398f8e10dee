#pragma once
// The tables of facts that travel inside the program, read and checked. src/directory/facts/README.md has their
// sources.
#include "directory/domain/history.hpp"
#include "directory/domain/names.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace directory {

struct MunicipalityFact {
    std::string number;
    Names names;
    std::string county, organisation_number;
    std::int64_t population_2024 = 0, population_2026 = 0;
    double latitude = 0, longitude = 0; ///< Centre point, WGS 84.
    bool is_sami_area = false;          ///< In the administrative area for Sami languages (2023).
};

struct FormerMunicipalityFact {
    std::string number, name, county, county_name, organisation_number;
};

struct CountyFact {
    std::string number;
    Names names;
    std::string organisation_number;
    std::int64_t population_2024 = 0, population_2026 = 0;
};

struct BodyFact {
    std::string slug, kind, organisation_number;
    Names names;
    Period period;
    std::string successor, homepage, basis;
};

struct NetworkFact {
    std::string slug;
    std::vector<std::string> members; ///< Numbers of counties whose municipalities belong, or "fylkeskommuner".
    Names names;
    std::string basis;
};

struct Facts {
    std::vector<MunicipalityFact> municipalities;       ///< From 2024.
    std::vector<FormerMunicipalityFact> structure_2020; ///< 2020 to 2023.
    std::vector<CountyFact> counties;                   ///< From 2024.
    std::vector<NumberChange> changes;                  ///< Since 1972, in order.
    std::vector<BodyFact> bodies;
    std::vector<NetworkFact> networks;
    std::map<std::string, std::string, std::less<>> language_of_part;

    [[nodiscard]] History history() const;
};

/// One table: name and bytes.
struct FactTable {
    std::string_view name, bytes;
};

/// Reads all tables. A table that is missing or wrong is a broken invariant: they are part of the program.
Facts read_facts(std::span<const FactTable>);

/// What must hold of the national tables and does not, in words; empty when all is well.
std::vector<std::string> inconsistencies(const Facts&);

} // namespace directory
