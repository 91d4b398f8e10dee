#include "platform/threads.hpp"

#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

namespace platform {

void name_this_thread(const std::string& name) {
    constexpr std::size_t name_length_max = 15;
    ::pthread_setname_np(::pthread_self(), name.substr(0, name_length_max).c_str());
}

void let_others_go_first() {
    constexpr int background = 5;
    // Linux keeps the share by thread. Where it is refused, the thread goes on as before, which is no fault.
    (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), background);
}

} // namespace platform
