#pragma once
// What the contact register answers, read without trust.
#include "platform/json/value.hpp"
#include "registers/contact_register.hpp"

namespace registers {

/// Those asked for, in their order. Fails with registers.answer_unreadable when the answer is no answer to the
/// question: no list, or somebody missing in it.
Result<std::vector<Contact>> contacts_in(std::string_view body, std::span<const std::string> identity_numbers);

/// The address when it is one that mail can be sent to, else "".
std::string usable_mail(std::string_view);
/// A mobile number as "+4790000000", else "". Numbers without a country are Norwegian.
std::string usable_mobile(std::string_view);

} // namespace registers
