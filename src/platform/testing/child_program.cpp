#include "platform/testing/child_program.hpp"

#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>

namespace world {

pid_t start_program(std::vector<std::string> words, Ends ends) {
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends.in, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, ends.out, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, ends.errors, STDERR_FILENO);
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t id = -1;
    const auto failure = ::posix_spawnp(&id, arguments[0], &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) throw std::runtime_error{words[0] + " cannot be started. Run: tools/setup test"};
    return id;
}

bool succeeded(pid_t id) {
    int status = 0;
    return ::waitpid(id, &status, 0) == id && status == 0;
}

} // namespace world
