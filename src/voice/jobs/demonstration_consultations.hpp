#pragma once
#include "voice/actions/acting.hpp"

#include <string>
#include <vector>

namespace voice {

/// The numbers of what the demonstration has put into the registers, in the order of its facts.
struct Spoken {
    std::vector<std::string> positions, hindrances;
};

/// Invented meetings of the year that the day lies in, of the one before and the first of the next. Meetings that are
/// still to come have no outcomes.
Result<void> load_consultations(const Acting&, std::string_view facts, const Spoken&);

} // namespace voice
