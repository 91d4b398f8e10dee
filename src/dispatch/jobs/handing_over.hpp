#pragma once
// What is common to handing one letter over, whoever carries it: reading it, holding it while somebody is away, and
// leaving it to the next way.
#include "dispatch/actions/carry.hpp"

namespace dispatch {

class HandingOver {
protected:
    HandingOver(const Office& office, const Carrier& carrier, Dispatch dispatch, std::int64_t attempt)
        : office_{office}, carrier_{carrier}, dispatch_{std::move(dispatch)}, attempt_{attempt} {}

    template <class Change>
    auto write(Change&& change) {
        const auto by = the_program(std::string{carrier_.name});
        const auto now = office_.services.clock.now();
        return office_.services.database.write([&](db::Transaction& transaction) {
            return change(Settling{transaction, office_, by, now});
        });
    }

    /// All that the letter itself says.
    struct Content {
        Envelope envelope;
        std::string sender_name, sender_number;
        std::vector<std::string> documents; ///< In the order of the envelope's.
    };
    Result<Content> read() const;

    Result<void> leave(HappeningKind why, bool is_for_paper = false);
    /// That somebody we ask is away is no fault of the sender's, and no reason to lose the way: it is tried again, for
    /// carrier_patience.
    Result<void> hold(const Error& why);
    /// It was refused for good.
    Result<void> refuse(const Error& why);

    const Office& office_;
    const Carrier& carrier_;
    const Dispatch dispatch_;
    const std::int64_t attempt_;
};

/// again: an attempt was begun before, whose end nobody may have seen.
enum class Begun : std::uint8_t { first, again, not_wanted };

} // namespace dispatch
