#pragma once
#include "dispatch/office.hpp"

namespace dispatch {

/// Writes to the people of accounts and receivers whose post needs somebody: one mail for each, about all there is to
/// tell, at most once an hour. A mail that may have been sent when the program died is sent again. Fails when the mail
/// server is away: what was not sent waits for the next time.
Result<void> mail_alerts(const Office&);

} // namespace dispatch
