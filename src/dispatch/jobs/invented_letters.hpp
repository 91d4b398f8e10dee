#pragma once
#include "dispatch/office.hpp"
#include "dispatch/store/account_store.hpp"

namespace dispatch {

/// Sends the demonstration's letters, all invented, from the account: to a citizen, to somebody on paper, and to the
/// organisation with the number. One of them is answered.
Result<void> send_invented_letters(const Office&, const Account&, const std::string& organisation_number);

} // namespace dispatch
