#pragma once
// From a list of changed numbers to a history: who was who, who followed whom.
#include "directory/domain/period.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace directory {

/// One line of the national list: on the day, what had the first number and name got (or became part of) the second.
struct NumberChange {
    Date on;
    std::string from_number, from_name, to_number, to_name;
};

struct NumberPeriod {
    std::string number;
    Period period;
};

struct NamePeriod {
    std::string name; ///< As the source joins it.
    Period period;
};

/// One municipality through its life. A new number or name alone does not end it; a merger into a new number or a split
/// does.
struct Lineage {
    Period period;
    std::vector<NumberPeriod> numbers; ///< Oldest first.
    std::vector<NamePeriod> names;     ///< Oldest first.
    [[nodiscard]] const std::string& last_number() const { return numbers.back().number; }
};

/// The area of one went to another on the day, whole or in part.
struct Succession {
    std::size_t from, to; ///< Places in History::lineages.
    Date on;
};

struct History {
    std::vector<Lineage> lineages;
    std::vector<Succession> successions;
    /// The lineage that had the number on the day; nothing when nobody had.
    [[nodiscard]] std::optional<std::size_t> holder(std::string_view number, Date on) const;
    [[nodiscard]] std::vector<std::string> numbers_on(Date) const; ///< Sorted.
};

/// Works out the history that ends in the municipalities given (number and name), from changes in order of their days.
///
/// A change with one old and one new number continues the same municipality. A number that stands on both sides of a
/// day continues too, whatever it gained or lost. All other new numbers are new municipalities, but for those that the
/// caller knows to have existed already.
History trace_history(const std::vector<NumberChange>& changes,
                      const std::vector<std::pair<std::string, std::string>>& today,
                      const std::vector<std::string>& existed_already);

} // namespace directory
