#pragma once
// The business messages around a letter to a digital mailbox: Standard Business Documents in JSON. Source: Digdir's
// schemas sbdh, innbyggerpost_dpi_digital_1_0, _leveringskvittering_, _aapningskvittering_, _varslingfeiletkvittering_
// and _feil_1_0.
#include "registers/digital_mailboxes.hpp"

namespace registers {

/// sealed: the package as it is sent; its hash stands in the message.
json::Value letter_message(const MailboxLetter&, const crypto::BusinessKey&, std::string_view sealed,
                           std::string_view token, Instant now);

/// What was signed by whom, read without trust. Fails with registers.receipt_faulty (what).
Result<MailboxReceipt> receipt_in(const crypto::BusinessDocument&);

/// A receipt as a mailbox writes it, without signature.
struct ReceiptWords {
    std::string id, letter, provider_number, addressee_number, sender_number, type;
};
json::Value receipt_message(const ReceiptWords&, Instant now);

/// The organisation number behind "0192:"; "" when there is none.
std::string number_in(std::string_view identifier);
/// A member of a member …; nothing when one is missing.
const json::Value* member_at(const json::Value&, std::initializer_list<std::string_view> names);

} // namespace registers
