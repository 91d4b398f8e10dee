#pragma once
// What every action of dispatch stands on. Made once by the program; outlives its routes and jobs.
#include "directory/directory.hpp"
#include "dispatch/receipt_keys.hpp"
#include "dispatch/vault.hpp"
#include "platform/services.hpp"

namespace dispatch {

/// What the operator has decided.
struct Terms {
    std::optional<std::int64_t> paper_letter_oere{}; ///< Price of a letter on paper; nothing when nobody has said.
};

struct Office {
    const Services& services;
    Vault vault;
    directory::PersonKey person_key;
    ReceiptKeys receipt_keys;
    Terms terms{};
};

} // namespace dispatch
