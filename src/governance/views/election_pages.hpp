#pragma once
// Elections on pages: what everybody sees of them, and the secretary's forms.
#include "governance/views/meeting_pages.hpp"

namespace governance {

/// Who could be voted for, what each round came to with its working, and who is elected; nothing when there are none.
Html elections_of(const http::Call&, const std::vector<MinutesElection>&, const std::string& anchor);

/// Below the item's own address: the elections that wait for a ballot, and the way to a new one.
Html election_links(const http::Call&, const std::string& item_path, const ItemView&);

Html new_election_page(const http::Call&, const ui::FormState&, const MeetingView&, const ItemView&);
/// The next round: by count, and voter by voter.
Html election_round_page(const http::Call&, const ui::FormState&, const MeetingView&, const ItemView&,
                         const MinutesElection&);

/// "Valgt", "Ingen valgt ennå": what a round came to.
std::string election_result(const http::Call&, VoteResult);

} // namespace governance
