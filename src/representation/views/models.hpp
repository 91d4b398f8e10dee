#pragma once
// What the pages of nominations and of how bodies are put together show, and their JSON.
#include "directory/ids.hpp"
#include "governance/ids.hpp"
#include "platform/journal/http/happenings.hpp"
#include "platform/ui/named_link.hpp"
#include "representation/domain/composition.hpp"
#include "representation/ids.hpp"

namespace representation {

using ui::NamedLink;

/// How many sit for a part of the sector: in the body, and with the bodies that share the duty to hear every region.
struct RegionRow {
    std::string number, name;
    int here = 0, together = 0;
};
BOOST_DESCRIBE_STRUCT(RegionRow, (), (number, name, here, together))

struct NetworkRow {
    NamedLink network;
    int here = 0;
};
BOOST_DESCRIBE_STRUCT(NetworkRow, (), (network, here))

struct SizeRow {
    Size size = Size::small;
    int here = 0;
};
BOOST_DESCRIBE_STRUCT(SizeRow, (), (size, here))

/// Only counts, and only when enough have told that a count gives nobody away.
struct GenderCounts {
    int women = 0, men = 0, others = 0, untold = 0;
};
BOOST_DESCRIBE_STRUCT(GenderCounts, (), (women, men, others, untold))

struct GapView {
    GapKind kind = GapKind::region;
    std::string key, words;
};
BOOST_DESCRIBE_STRUCT(GapView, (), (kind, key, words))

struct CompositionView {
    NamedLink body;
    std::string url;
    Date day;
    int seats = 0;
    std::vector<NamedLink> together_with;
    std::vector<RegionRow> regions;
    std::vector<NetworkRow> networks;
    std::vector<SizeRow> sizes;
    int municipalities = 0, counties = 0, others = 0;
    std::optional<GenderCounts> genders;
    int fewest_of_each_gender = 0;
    std::vector<GapView> gaps;
};
BOOST_DESCRIBE_STRUCT(CompositionView, (),
                      (body, url, day, seats, together_with, regions, networks, sizes, municipalities, counties, others,
                       genders, fewest_of_each_gender, gaps))

struct RoundRow {
    RoundId id;
    std::string number, url, language;
    NamedLink body;
    RoundState state = RoundState::open;
    int seats = 1, candidates = 0;
    Date valid_from;
    std::optional<Date> valid_to; ///< First day on which the appointments no longer hold.
    Date closes_on;
    bool is_invented = false;
    Instant opened_at, changed_at;
};
BOOST_DESCRIBE_STRUCT(RoundRow, (),
                      (id, number, url, language, body, state, seats, candidates, valid_from, valid_to, closes_on,
                       is_invented, opened_at, changed_at))

struct RoundListView {
    std::vector<RoundRow> rounds;
};
BOOST_DESCRIBE_STRUCT(RoundListView, (), (rounds))

struct CandidateView {
    CandidateId id;
    std::string name; ///< Empty once withdrawn.
    NamedLink workplace;
    std::string position, grounds;
    NamedLink nominator;
    bool is_from_network = false, is_withdrawn = false, is_chosen = false;
};
BOOST_DESCRIBE_STRUCT(CandidateView, (),
                      (id, name, workplace, position, grounds, nominator, is_from_network, is_withdrawn, is_chosen))

/// The candidates are those that the reader may see: the chosen ones for everybody, one's own for whoever nominated,
/// all for the body's secretariat.
struct RoundView : RoundRow {
    std::string wanted;
    bool is_ambassador = false;
    std::vector<CandidateView> candidates_shown;
    std::string reasons, outside_reason, acknowledgement;
    std::vector<GapView> gaps_before, gaps_after;
    std::optional<Instant> chosen_at;
    std::int64_t version = 1;
    std::vector<journal::HappeningView> happenings;
};
BOOST_DESCRIBE_STRUCT(RoundView, (RoundRow),
                      (wanted, is_ambassador, candidates_shown, reasons, outside_reason, acknowledgement, gaps_before,
                       gaps_after, chosen_at, version, happenings))

/// What the body is, and what it would be with those picked.
struct ChoiceView {
    RoundView round;
    std::vector<CandidateId> picked;
    CompositionView now, then;
};
BOOST_DESCRIBE_STRUCT(ChoiceView, (), (round, picked, now, then))

struct ChoiceQuestion {
    std::vector<CandidateId> candidates;
};
BOOST_DESCRIBE_STRUCT(ChoiceQuestion, (), (candidates))

struct RoundQuestion {
    std::optional<Line<80>> body;
};
BOOST_DESCRIBE_STRUCT(RoundQuestion, (), (body))

struct WorkplaceQuestion {
    std::optional<Line<80>> workplace;
};
BOOST_DESCRIBE_STRUCT(WorkplaceQuestion, (), (workplace))

} // namespace representation
