#pragma once
// What an organisation said in a hearing, in its own name or through its network.
#include "hearings/domain/hearing.hpp"

namespace hearings {

struct Reply {
    int question = 0;            ///< Its number, from 1.
    std::optional<int> option{}; ///< Of a choice.
    std::string text{};
};

struct Answer {
    directory::OrganisationId organisation;
    Stance stance = Stance::support;
    std::string text; ///< Plain text; with support_if it holds the condition.
    std::vector<Reply> replies;
    std::optional<directory::OrganisationId> network; ///< Through which it was given.
    std::string given_by;                             ///< Id of the person.
    std::optional<std::string> legal_basis; ///< Text and replies are withheld under it; the stance is always open.
    Instant answered_at, changed_at;
    std::int64_t version = 1;
    bool is_inherited = false; ///< A predecessor said it, before a merger.
};

} // namespace hearings
