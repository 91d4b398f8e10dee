#pragma once
// What Folkeregisteret answers about a person's guardians, read without trust.
#include "platform/json/value.hpp"
#include "registers/person_register.hpp"

namespace registers {

/// Fails with registers.answer_unreadable when the answer is about somebody else, or is no answer. An entry that is not
/// said to count now (erGjeldende), or whose times or kind cannot be read, makes nobody a guardian.
Result<GuardedPerson> guarded_person_in(std::string_view body, std::string_view identity_number, Instant now);

} // namespace registers
