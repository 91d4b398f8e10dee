#pragma once

#include <string>

namespace platform {

/// Gives the calling thread a name that `top -H`, `gdb` and `perf` show. At most 15 bytes; the system keeps no more.
void name_this_thread(const std::string& name);

/// From now on the calling thread gets a third of the processor that those which answer people get when both want it.
/// Nothing waits for ever: it is a share, not a rank (nice 5, per thread: setpriority(2), sched(7)).
void let_others_go_first();

} // namespace platform
