#pragma once
#include "dispatch/office.hpp"
#include "dispatch/store/account_store.hpp"

namespace dispatch {

/// Departments of the demonstration's sender, where their post goes first, and a receiver for one type of it: all
/// invented.
Result<void> add_invented_departments(const Office&, const Account&);

} // namespace dispatch
