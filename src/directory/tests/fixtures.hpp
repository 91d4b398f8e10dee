#pragma once
// Files beside the tests. The test programs run in the folder of the repository.
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace directory::fixtures {

inline std::string read(const std::string& name) {
    std::ifstream file{"src/directory/tests/fixtures/" + name, std::ios::binary};
    if (!file) throw std::runtime_error{"run the tests in the repository's folder; no fixture " + name};
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

} // namespace directory::fixtures
