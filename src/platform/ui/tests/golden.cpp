#include "platform/ui/tests/golden.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace {

/// The folder in the source tree, looked for from the working folder upwards.
std::filesystem::path golden_folder() {
    for (auto folder = std::filesystem::current_path();; folder = folder.parent_path()) {
        const auto here = folder / "src/platform/ui/tests";
        if (std::filesystem::exists(here)) return here / "golden";
        if (folder == folder.root_path()) return {};
    }
}

/// One element a line, so that a difference can be read.
std::string in_lines(std::string_view markup) {
    std::string lines;
    for (std::size_t index = 0; index < markup.size(); ++index) {
        if (index > 0 && markup[index] == '<' && markup[index - 1] == '>') lines += '\n';
        lines += markup[index];
    }
    return lines + "\n";
}

} // namespace

void expect_golden(std::string_view name, std::string_view markup) {
    const auto folder = golden_folder();
    ASSERT_FALSE(folder.empty()) << "run the tests from inside the source tree";
    const auto file = folder / name;
    const std::string actual = in_lines(markup);
    if (std::getenv("SAMBAND_REWRITE_GOLDEN")) {
        std::filesystem::create_directories(folder);
        std::ofstream{file, std::ios::binary} << actual;
        return;
    }
    std::ostringstream expected;
    expected << std::ifstream{file, std::ios::binary}.rdbuf();
    EXPECT_EQ(actual, expected.str()) << "golden/" << name << "; SAMBAND_REWRITE_GOLDEN=1 writes it anew";
}
