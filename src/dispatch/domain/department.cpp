#include "dispatch/domain/department.hpp"

#include "dispatch/domain/errors.hpp"

#include <algorithm>

namespace dispatch {

std::vector<Fault> faults_of(const NewDepartment& wanted) {
    static constexpr std::size_t key_length_min = 2;
    const std::string_view key = wanted.key;
    const bool is_simple = std::ranges::all_of(key, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    });
    if (is_simple && key.size() >= key_length_min) return {};
    return {department_key_faulty.at("#/key")};
}

} // namespace dispatch
