#include "dispatch/domain/plain_number.hpp"

#include "directory/directory.hpp"

namespace dispatch {

std::string plain_organisation_number(std::string text) {
    auto digits = directory::checked_organisation_number(text);
    return digits ? *std::move(digits) : text;
}

} // namespace dispatch
