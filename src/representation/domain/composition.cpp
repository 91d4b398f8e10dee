#include "representation/domain/composition.hpp"

#include "platform/json/described_members.hpp"

namespace representation {

void Composition::add(const Sitting& one) {
    ++seats;
    if (!one.county.empty()) ++by_county[one.county];
    if (one.size) ++by_size[*one.size];
    ++by_employer[one.employer];
    if (one.gender) {
        ++by_gender[*one.gender];
    } else {
        ++gender_untold;
    }
    add_together(one);
}

void Composition::add_together(const Sitting& one) {
    if (!one.county.empty()) ++by_county_together[one.county];
}

template <class Key>
static int counted(const std::map<Key, int>& counts, const Key& key) {
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
}

int Composition::women() const {
    return counted(by_gender, Gender::woman);
}

int Composition::men() const {
    return counted(by_gender, Gender::man);
}

int fewest_of_each(int seats) {
    if (seats < 2) return 0;
    if (seats <= 3) return 1;
    if (seats <= 5) return 2;
    if (seats <= 8) return 3;
    if (seats == 9) return 4;
    return (seats * 2 + 4) / 5; // 40 per cent, rounded up.
}

static void add_gender_gaps(std::vector<Gap>& gaps, const Composition& of) {
    const int fewest = fewest_of_each(of.seats);
    const int missing_women = fewest - of.women(), missing_men = fewest - of.men();
    if (missing_women > of.gender_untold) gaps.push_back({GapKind::gender, std::string{json::name_of(Gender::woman)}});
    if (missing_men > of.gender_untold) gaps.push_back({GapKind::gender, std::string{json::name_of(Gender::man)}});
    const bool is_certain = missing_women > of.gender_untold || missing_men > of.gender_untold;
    if (!is_certain && (missing_women > 0 || missing_men > 0)) gaps.push_back({GapKind::gender, "untold"});
}

std::vector<Gap> gaps_of(const Composition& of, const std::vector<std::string>& counties, Demands demands) {
    std::vector<Gap> gaps;
    if (demands.regions) {
        for (const auto& county : counties) {
            if (counted(of.by_county_together, county) == 0) gaps.push_back({GapKind::region, county});
        }
    }
    if (demands.sizes) {
        for (const auto size : json::enumerator_values<Size>) {
            if (counted(of.by_size, size) == 0) gaps.push_back({GapKind::size, std::string{json::name_of(size)}});
        }
    }
    if (demands.employers) {
        for (const auto employer : {Employer::municipality, Employer::county}) {
            if (counted(of.by_employer, employer) > 0) continue;
            gaps.push_back({GapKind::employer, std::string{json::name_of(employer)}});
        }
    }
    add_gender_gaps(gaps, of);
    return gaps;
}

} // namespace representation
