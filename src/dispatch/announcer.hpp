#pragma once
// From the journal to those who watch dispatches: each commit that touched one becomes a small event for its page, and
// one for the system of its account.
#include "dispatch/office.hpp"
#include "platform/journal/follower.hpp"

namespace dispatch {

inline constexpr std::string_view changed_event{"changed"};
/// What the page of a dispatch listens to, and what an account's systems do.
std::string dispatch_topic(std::string_view dispatch);
std::string account_topic(std::string_view account);

/// Announces as long as it lives. While nobody listens it reads nothing.
class Announcer {
public:
    explicit Announcer(const Office&);

private:
    Result<void> tell_accounts(const std::vector<journal::Touch>&);

    const Office& office_;
    journal::Follower dispatches_;
};

} // namespace dispatch
