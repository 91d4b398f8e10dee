#pragma once
// Fullmakt: the right to read another person's post here, given by that person and accepted by the one who gets it.
#include "platform/clock.hpp"
#include "platform/json/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

inline constexpr int delegation_years_max = 5;
inline constexpr std::int64_t delegations_max = 20; ///< That one person has given and that are not over.
inline constexpr std::size_t delegation_senders_max = 20;

/// Only one in force lets anybody see anything.
enum class DelegationState : std::uint8_t { offered, coming, in_force, ended, expired };
BOOST_DESCRIBE_ENUM(DelegationState, offered, coming, in_force, ended, expired)

/// How far it has come.
struct DelegationCourse {
    Date valid_from, valid_to; ///< Both days count.
    std::optional<Instant> accepted_at, ended_at;
};
DelegationState state_of(const DelegationCourse&, Date today);
/// It may still let somebody see something.
inline bool is_open(DelegationState state) {
    return state != DelegationState::ended && state != DelegationState::expired;
}

enum class DelegationLetters : std::uint8_t { chosen_senders, all_senders };
BOOST_DESCRIBE_ENUM(DelegationLetters, chosen_senders, all_senders)

struct NewDelegation {
    Line<20> identity_number; ///< Of whoever gets it.
    Line<100> name;           ///< Of the same, in the giver's words.
    Date valid_from;          ///< Letters that came earlier stay hidden.
    Date valid_to;
    std::optional<DelegationLetters> letters;
    std::vector<Line<100>> senders;                 ///< Organisation numbers, kommunenummer, ids.
    std::optional<Prose<2000>> other_senders;       ///< The same, one a line.
    std::optional<bool> may_answer, counts_as_read; ///< No when nothing is said.
};
BOOST_DESCRIBE_STRUCT(NewDelegation, (),
                      (identity_number, name, valid_from, valid_to, letters, senders, other_senders, may_answer,
                       counts_as_read))

/// All the senders that are named, once each.
std::vector<std::string> senders_named(const NewDelegation&);
/// What can be told without looking anything up, all at once.
std::vector<Fault> faults_of(const NewDelegation&, Date today);

} // namespace dispatch
