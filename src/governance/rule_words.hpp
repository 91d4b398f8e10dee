#pragma once
// The words of rules of procedure that all of governance and its readers share.
#include <boost/describe.hpp>
#include <cstdint>

namespace governance {

/// What a share is a share of. decided: votes for and against. cast: blank votes too. seats: all seats of the body.
enum class ShareOf : std::uint8_t { decided, cast, seats };
BOOST_DESCRIBE_ENUM(ShareOf, decided, cast, seats)

/// Who counts towards a quorum. voting: only those who vote on the question. present: everybody in the room who may.
enum class QuorumOf : std::uint8_t { voting, present };
BOOST_DESCRIBE_ENUM(QuorumOf, voting, present)

/// As many for as against, in what is no election. casting_vote: whoever leads the meeting decides. lapses: it falls.
enum class Tie : std::uint8_t { casting_vote, lapses };
BOOST_DESCRIBE_ENUM(Tie, casting_vote, lapses)

/// The same in an election. undecided: it is held again. lot: drawn.
enum class ElectionTie : std::uint8_t { undecided, lot };
BOOST_DESCRIBE_ENUM(ElectionTie, undecided, lot)

/// An election of one in which nobody has the majority. again: it is held again under the same majority. most_votes: a
/// second ballot is held, and whoever has the most votes is elected.
enum class SecondBallot : std::uint8_t { again, most_votes };
BOOST_DESCRIBE_ENUM(SecondBallot, again, most_votes)

/// How lists share the places. largest_remainder: by the quota of votes / (places + 1), rounded up to the next whole
/// number, and then by what is left over. sainte_lague: by the quotients of 1, 3, 5 …; modified: of 1.4, 3, 5 …
enum class ListMethod : std::uint8_t { largest_remainder, sainte_lague, sainte_lague_modified };
BOOST_DESCRIBE_ENUM(ListMethod, largest_remainder, sainte_lague, sainte_lague_modified)

/// Where a blank vote may be cast.
enum class BlankVotes : std::uint8_t { everywhere, elections, nowhere };
BOOST_DESCRIBE_ENUM(BlankVotes, everywhere, elections, nowhere)

/// An item after the notice. consent: it takes a consent in words. objection: it also falls when the chair or a share
/// of the members object. never: it is not taken up.
enum class LateItems : std::uint8_t { consent, objection, never };
BOOST_DESCRIBE_ENUM(LateItems, consent, objection, never)

/// When a question may be decided in writing. all_agree: nobody entitled to vote asks for a meeting. urgent: it cannot
/// wait for one, and the leader says why. always: it is how
/// the body works.
enum class WrittenWhen : std::uint8_t { never, all_agree, urgent, always };
BOOST_DESCRIBE_ENUM(WrittenWhen, never, all_agree, urgent, always)

/// What minutes must say.
enum class MinutesPart : std::uint8_t {
    time_and_place,
    presence,
    cases,
    decisions,
    vote_results,
    closing_basis,
    changes_of_presence,
    impartiality,
    dissents
};
BOOST_DESCRIBE_ENUM(MinutesPart, time_and_place, presence, cases, decisions, vote_results, closing_basis,
                    changes_of_presence, impartiality, dissents)

} // namespace governance
