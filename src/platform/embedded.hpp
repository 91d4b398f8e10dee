#pragma once
// Files that travel inside the program: migrations, the browser's files, tables of facts. Made by cmake/embed.cmake.
#include <array>
#include <span>
#include <string_view>

namespace embedded {

struct File {
    std::string_view name; ///< Path below the folder that was embedded, with '/'.
    std::string_view bytes;
};

std::span<const File> migrations();
std::span<const File> assets();
std::span<const File> icons();
std::span<const File> problems(); ///< docs/api/problems.md
std::span<const File> directory_facts();
std::span<const File> governance_facts();
std::span<const File> hearings_facts();
std::span<const File> representation_facts();
std::span<const File> voice_facts();
std::span<const File> oparl_facts();

} // namespace embedded
