#pragma once
#include "dispatch/office.hpp"

namespace dispatch {

/// Somebody whom one can log in as; nothing where the demonstration of governance lacks them.
Result<std::optional<Principal>> invented_person(const Office&, std::string_view number);
/// The citizen lets somebody read her post, who accepts and opens the newest letter.
Result<void> give_invented_delegation(const Office&);
/// The citizen is somebody's guardian: what the register for development says too, so that it is confirmed when
/// somebody looks.
Result<void> add_invented_guardianship(const Office&);

} // namespace dispatch
