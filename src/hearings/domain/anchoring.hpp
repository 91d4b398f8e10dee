#pragma once
// How well a matter is anchored: how many municipalities, and how many of the country's inhabitants, were asked, could
// know, read, answered and supported. Only what was said is counted; silence raises nothing but the number of those
// asked.
#include "hearings/domain/addressee.hpp"

#include <map>

namespace hearings {

struct Count {
    std::int64_t organisations = 0, inhabitants = 0;
    void add(std::int64_t inhabitants_of_one) {
        ++organisations;
        inhabitants += inhabitants_of_one;
    }
    bool operator==(const Count&) const = default;
};
BOOST_DESCRIBE_STRUCT(Count, (), (organisations, inhabitants))

/// Each is a part of the one before it, but for the four stances, which are parts of answered.
struct Tally {
    Count addressed, reached, opened, answered;
    Count support, support_if, against, no_capacity;
    bool operator==(const Tally&) const = default;

    void add(const Addressee&);
    Tally& operator+=(const Tally&);
    [[nodiscard]] Count silent() const;
};
BOOST_DESCRIBE_STRUCT(Tally, (), (addressed, reached, opened, answered, support, support_if, against, no_capacity))

/// Parts per hundred of the whole, 0 to 100; 0 of nothing.
double percent(std::int64_t part, std::int64_t whole);

struct Anchoring {
    Tally whole;
    std::map<std::string, Tally> by_county; ///< By fylkesnummer.
    std::map<Size, Tally> by_size;
};
/// Of the municipalities among them; counties answer too, but have no size and would count inhabitants twice.
Anchoring anchoring_of(const std::vector<Addressee>&);

/// The addressees as they stood at an instant: what came later is taken away.
std::vector<Addressee> as_of(std::vector<Addressee>, Instant);
/// Several hearings on one matter: each organisation once, as far as it came in any of them, with its latest answer.
std::vector<Addressee> combined(const std::vector<std::vector<Addressee>>&);

} // namespace hearings
