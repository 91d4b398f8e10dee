#pragma once
// What the two parties to a delegation see of it, and what was read by virtue of all of them.
#include "dispatch/domain/delegation.hpp"
#include "dispatch/ids.hpp"
#include "platform/json/described.hpp"

namespace dispatch {

struct DelegationRow {
    DelegationId id;
    std::string url;
    std::string person; ///< The other party: whoever accepted it or, before that, the name that the giver wrote.
    DelegationState state = DelegationState::offered;
    Date valid_from, valid_to;
};
BOOST_DESCRIBE_STRUCT(DelegationRow, (), (id, url, person, state, valid_from, valid_to))

struct DelegationsView {
    std::vector<DelegationRow> given, received;
    bool is_known = true; ///< False when nobody knows which post is this person's: then none can be given.
};
BOOST_DESCRIBE_STRUCT(DelegationsView, (), (given, received, is_known))

struct DelegationView : DelegationRow {
    bool is_giver = false;
    std::string written_name; ///< Of the one who gets it, as the giver wrote it.
    DelegationLetters letters = DelegationLetters::chosen_senders;
    std::vector<std::string> senders; ///< Names, when only some are chosen.
    bool may_answer = false, counts_as_read = false, covers_high = false;
    Instant given_at;
    std::optional<Instant> accepted_at, ended_at;
    std::optional<std::string> letters_url; ///< Where one reads by virtue of it now.
};
BOOST_DESCRIBE_STRUCT(DelegationView, (DelegationRow),
                      (is_giver, written_name, letters, senders, may_answer, counts_as_read, covers_high, given_at,
                       accepted_at, ended_at, letters_url))

/// What the form is drawn for.
struct DelegationFormView {
    struct Sender {
        std::string id, name;
    };
    std::vector<Sender> senders; ///< Who has sent the giver letters.
    bool covers_high = false;    ///< Logged in at the level that letters of level 4 ask for.
    Date today;
};

struct ReadingRow {
    Instant at;
    std::string name;
    std::string title; ///< Empty when the log-in is too weak to see it.
    std::string sender;
    std::optional<std::string> url; ///< As long as the letter lies in the mailbox.
};
BOOST_DESCRIBE_STRUCT(ReadingRow, (), (at, name, title, sender, url))

struct ReadingsView {
    std::vector<ReadingRow> readings; ///< The newest first, at most 200.
};
BOOST_DESCRIBE_STRUCT(ReadingsView, (), (readings))

} // namespace dispatch
