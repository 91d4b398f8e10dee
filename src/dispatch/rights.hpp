#pragma once
#include "platform/principal.hpp"

namespace dispatch::right {

/// Send, and ask what became of what was sent; the scope is the account.
inline constexpr Right send{"dispatch.send"};
/// The same for a system that proves itself with a token besides; the scope is each account that it was given.
inline constexpr Right send_for{"dispatch.send_for"};
/// Fetch what was sent to a receiver's organisations; the scope is the receiver.
inline constexpr Right receive{"dispatch.receive"};
/// See what an organisation has sent; the scope is the organisation.
inline constexpr Right see_outbox{"dispatch.see_outbox"};
/// Read what an organisation is sent; the scope is the organisation. Each opening says who.
inline constexpr Right read_post{"dispatch.read_post"};
/// Answer what an organisation is sent, in its name; the scope is the organisation.
inline constexpr Right answer_post{"dispatch.answer_post"};
/// Follow print runs, and confirm by hand that one was printed. Shows neither names nor content.
inline constexpr Right tend_print{"dispatch.tend_print"};

/// Stop what an organisation has sent, while it is unread; the scope is the organisation.
inline constexpr Right recall{"dispatch.recall"};
/// See which receivers let post lie, all over the sector: names and numbers, nothing of what is sent.
inline constexpr Right see_receivers{"dispatch.see_receivers"};
/// Open, change and close an organisation's accounts, integrations and receivers; the scope is the organisation.
inline constexpr Right keep_systems{"dispatch.keep_systems"};

} // namespace dispatch::right
