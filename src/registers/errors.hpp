#pragma once
#include "platform/error.hpp"

namespace registers {

inline constexpr ErrorCode register_unavailable{"registers.register_unavailable", ErrorKind::unavailable};
inline constexpr ErrorCode answer_unreadable{"registers.answer_unreadable", ErrorKind::unavailable};

// Those who let us ask, and those who carry notices
inline constexpr ErrorCode token_not_given{"registers.token_not_given", ErrorKind::unavailable};
inline constexpr ErrorCode text_message_refused{"registers.text_message_refused", ErrorKind::conflict};
inline constexpr ErrorCode text_message_unavailable{"registers.text_message_unavailable", ErrorKind::unavailable};

// Those who carry letters to digital mailboxes
inline constexpr ErrorCode mailbox_refused{"registers.mailbox_refused", ErrorKind::conflict};
inline constexpr ErrorCode mailbox_unavailable{"registers.mailbox_unavailable", ErrorKind::unavailable};
inline constexpr ErrorCode receipt_faulty{"registers.receipt_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode mailbox_message_faulty{"registers.mailbox_message_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode mailbox_message_taken{"registers.mailbox_message_taken", ErrorKind::conflict};

// Altinn, which carries messages
inline constexpr ErrorCode altinn_refused{"registers.altinn_refused", ErrorKind::conflict};
inline constexpr ErrorCode altinn_recipient_reserved{"registers.altinn_recipient_reserved", ErrorKind::conflict};
inline constexpr ErrorCode altinn_unavailable{"registers.altinn_unavailable", ErrorKind::unavailable};
inline constexpr ErrorCode altinn_message_faulty{"registers.altinn_message_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode altinn_message_taken{"registers.altinn_message_taken", ErrorKind::conflict};
inline constexpr ErrorCode altinn_message_missing{"registers.altinn_message_missing", ErrorKind::not_found};

// What the registers for development refuse
inline constexpr ErrorCode token_refused{"registers.token_refused", ErrorKind::unauthenticated};
inline constexpr ErrorCode question_faulty{"registers.question_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode person_missing{"registers.person_missing", ErrorKind::not_found};
inline constexpr ErrorCode organisation_missing{"registers.organisation_missing", ErrorKind::not_found};

} // namespace registers
