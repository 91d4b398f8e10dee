#pragma once
// Programs of the machine that a test runs beside itself.
#include <string>
#include <unistd.h>
#include <vector>

namespace world {

/// What a program reads from and writes to: open files, which stay the caller's.
struct Ends {
    int in = STDIN_FILENO, out = STDOUT_FILENO, errors = STDERR_FILENO;
};

/// Starts the program named first, with the words behind it. Throws when it is not installed.
pid_t start_program(std::vector<std::string> words, Ends);
/// Waits for its end; false when it failed.
bool succeeded(pid_t);

} // namespace world
