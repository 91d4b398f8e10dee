#pragma once
// Elections: one among candidates, or places shared by lists. What the votes come to is counted here alone, from
// numbers; names stand outside, so that a record of an election holds none.
#include "governance/domain/body_rules.hpp"
#include "governance/ids.hpp"
#include "governance/meeting_words.hpp"
#include "platform/clock.hpp"

#include <optional>
#include <string>
#include <vector>

namespace governance {

/// What is elected, and what can be voted for: a candidate, or a list of names. Options are numbered from 1.
struct ElectionInputs {
    ElectionForm form = ElectionForm::majority;
    int places = 1;
    std::vector<int> names;   ///< How many names each option has; 1 for a candidate.
    std::vector<int> counted; ///< By count: votes for each option, in their order.
    /// SHA-256 of the lot's seed, hexadecimal: in the journal since before anybody voted, so that nobody can draw until
    /// the lot falls right.
    std::string lot_commitment;
    std::optional<std::string> lot_seed; ///< Shown when a lot was drawn, and only then.
    bool operator==(const ElectionInputs&) const = default;
};
BOOST_DESCRIBE_STRUCT(ElectionInputs, (), (form, places, names, counted, lot_commitment, lot_seed))

struct OptionWorking {
    int votes = 0;
    std::optional<int> quotas;    ///< Largest remainder: so many full quotas.
    std::optional<int> remainder; ///< And so many votes beyond them.
    int places = 0;
    bool operator==(const OptionWorking&) const = default;
};
BOOST_DESCRIBE_STRUCT(OptionWorking, (), (votes, quotas, remainder, places))

/// One place, in the order given out.
struct PlaceWorking {
    int option = 1;
    int name = 1; ///< On the list; 1 for a candidate.
    PlaceBy by = PlaceBy::majority;
    std::optional<int> divisor_tenths; ///< Of a quotient: 14, 30, 50 …
    bool by_votes = false;             ///< Others were as near, but have fewer votes in all.
    bool by_lot = false;
    bool operator==(const PlaceWorking&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlaceWorking, (), (option, name, by, divisor_tenths, by_votes, by_lot))

/// A lot: whoever has the smallest SHA-256 of "seed/round/place/option" comes first.
struct LotWorking {
    int place = 1;
    std::vector<int> order; ///< The options it was drawn between, as it fell.
    bool operator==(const LotWorking&) const = default;
};
BOOST_DESCRIBE_STRUCT(LotWorking, (), (place, order))

struct ElectionWorking {
    std::optional<int> quota;
    std::vector<OptionWorking> options;
    std::vector<PlaceWorking> elected;
    std::vector<LotWorking> lots;
    bool is_tied = false; ///< As near as each other, and the rules draw no lots.
    bool operator==(const ElectionWorking&) const = default;
};
BOOST_DESCRIBE_STRUCT(ElectionWorking, (), (quota, options, elected, lots, is_tied))

/// Counts an election. votes: for each option; needed: so many are a majority.
///
/// Fails with governance.election_lists_not_allowed, and with governance.election_lot_faulty when a lot must be drawn
/// and the seed is missing or is not the one that was committed to.
Result<ElectionWorking> count_election(const BodyRules&, const ElectionInputs&, int round,
                                       const std::vector<int>& votes, int needed);

/// Hexadecimal SHA-256 of a seed.
std::string commitment_of(std::string_view lot_seed);

struct ElectionOption {
    std::string name;               ///< Of the candidate or the list.
    std::vector<std::string> names; ///< On the list, in order; none for a candidate.
    bool operator==(const ElectionOption&) const = default;
};

/// An election before the body, over all its rounds.
struct Election {
    ElectionId id;
    AgendaItemId item_id;
    int position = 0;
    std::string post; ///< "Nestleder 2026–2027"
    ElectionForm form = ElectionForm::majority;
    int places = 1;
    std::vector<ElectionOption> options;
    std::string lot_seed; ///< Kept to itself until a lot is drawn.
    Instant at;
    std::optional<Instant> withdrawn_at;

    /// Name of whoever stands there; options and names from 1.
    [[nodiscard]] std::string name_at(int option, int name) const;
};

/// Everything that is wrong with it at once: governance.election_faulty with governance.election_places_faulty (a
/// majority election has one place; lists must have names enough), election_options_faulty (nobody to vote for, the
/// same twice, a list without names, a candidate with names) and election_lists_not_allowed as faults.
Result<void> check_election(const Election&, const BodyRules&);

} // namespace governance
