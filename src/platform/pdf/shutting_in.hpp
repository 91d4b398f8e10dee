#pragma once
// What a process that opens files of strangers may still do, should one of them take it over.

namespace pdf {

/// From here on the process can open fonts and what draws with them, for reading, and no other file: no key, no
/// database, no other process's memory; and it can start no program, reach no network and send no signal. What the
/// kernel does not offer is left out. Sources: landlock(7), seccomp(2).
void shut_in();

/// Whether the kernel did what was asked of it; for tests.
struct ShutIn {
    bool files = false, calls = false;
};
ShutIn what_is_shut();

} // namespace pdf
