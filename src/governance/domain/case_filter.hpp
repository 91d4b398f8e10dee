#pragma once
// What a list of cases is asked for. Every filter is an address.
#include "governance/case_words.hpp"
#include "platform/json/described.hpp"

namespace governance {

/// changed: newest change first. next: the nearest meeting first. number: the newest number first.
enum class CaseOrder : std::uint8_t { changed, next, number };
BOOST_DESCRIBE_ENUM(CaseOrder, changed, next, number)

struct CaseFilter {
    std::optional<CaseState> state;
    std::optional<Line<80>> theme;  ///< A word of Los, all below it included.
    std::optional<Line<80>> body;   ///< Last part of the body's address: cases with that body on their path.
    std::optional<Line<10>> region; ///< fylkesnummer: cases that concern the county, its municipalities or its network.
    std::optional<Date> from, to;   ///< With a meeting planned or held in this period, both days included.
    std::optional<Line<200>> q;     ///< Words to search for.
    CaseOrder sort = CaseOrder::changed;
};
BOOST_DESCRIBE_STRUCT(CaseFilter, (), (state, theme, body, region, from, to, q, sort))

} // namespace governance
