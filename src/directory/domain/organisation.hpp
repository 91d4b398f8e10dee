#pragma once
// An organisation as it is kept.
#include "directory/directory.hpp"
#include "directory/domain/names.hpp"
#include "directory/domain/period.hpp"

namespace directory {

struct Organisation {
    OrganisationId id{};
    OrganisationKind kind = OrganisationKind::company;
    std::string slug{}, number{}, county_number{}, organisation_number{};
    Names names{}; ///< Of today, or the last ones.
    std::string qualifier{};
    Period period{};
    std::string homepage{}, basis{};
    std::int64_t population = 0;
    std::optional<double> latitude{}, longitude{};
    bool is_sami_area = false, is_invented = false;
    std::int64_t version = 1;

    [[nodiscard]] bool exists_on(Date day) const { return period.contains(day); }
};

/// The name in a language, with the county in brackets where two municipalities share it.
std::string shown_name(const Organisation&, i18n::Language);
OrganisationSummary summary_of(const Organisation&, i18n::Language);
/// Last part of an address made from a name: "Digitaliseringsnettverket i Ålesund" is
/// "digitaliseringsnettverket-i-aalesund". Empty when nothing of the name can stand there.
std::string slug_from(std::string_view name);
/// Small letters, digits and single hyphens, not a number that could be a kommunenummer or an organisation number.
bool is_slug(std::string_view text);

/// A name that the organisation has or had.
struct NameUse {
    std::string language, name;
    Period period;
};

struct NumberUse {
    std::string scheme; ///< "municipality" or "county".
    std::string number;
    Period period;
};

} // namespace directory
