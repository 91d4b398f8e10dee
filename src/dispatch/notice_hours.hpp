#pragma once
#include <chrono>

namespace dispatch {

/// When people are told of letters, every day, by the clock in Norway. Hours that end before they begin are all hours.
struct NoticeHours {
    std::chrono::hours from{7}, until{21};
};

} // namespace dispatch
