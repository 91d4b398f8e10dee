#pragma once
// How a body is put together, and what is lacking in it (rule R10).
#include "directory/size.hpp"
#include "platform/json/described.hpp"
#include "representation/words.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace representation {

using directory::Size;

/// One who holds a seat, as far as it is counted.
struct Sitting {
    std::string county; ///< fylkesnummer; empty for those who come from no county.
    Employer employer = Employer::other;
    std::optional<Size> size;     ///< Of a municipality.
    std::optional<Gender> gender; ///< Only when it was told.
};

struct Composition {
    int seats = 0;
    std::map<std::string, int> by_county;          ///< By fylkesnummer; those with none are left out.
    std::map<std::string, int> by_county_together; ///< With the bodies that share the duty to hear every region.
    std::map<Size, int> by_size;
    std::map<Employer, int> by_employer;
    std::map<Gender, int> by_gender;
    int gender_untold = 0;

    void add(const Sitting&);
    /// One who sits in a body that shares the duty to hear every region.
    void add_together(const Sitting&);
    [[nodiscard]] int women() const;
    [[nodiscard]] int men() const;
};

struct Gap {
    GapKind kind = GapKind::region;
    std::string key; ///< fylkesnummer, the name of a Size, of an Employer or of a Gender; "untold" where that is it.
    bool operator==(const Gap&) const = default;
};
BOOST_DESCRIBE_STRUCT(Gap, (), (kind, key))

/// Which parts of the sector a body must have seats from. The balance of genders is asked of every body.
struct Demands {
    bool regions = false, sizes = false, employers = false;
};

/// The fewest of each gender among so many: likestillings- og diskrimineringsloven § 28 † (not read against Lovdata).
int fewest_of_each(int seats);

/// Everything that is lacking: first counties by number, then sizes, employers, gender. A gender that too few have told
/// is a gap with the key "untold": what is not known is not taken for granted.
std::vector<Gap> gaps_of(const Composition&, const std::vector<std::string>& counties, Demands);

} // namespace representation
