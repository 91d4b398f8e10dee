#pragma once
// The two ways to come by the pages of a system: over HTTP, and from a folder that somebody has put them in.
#include "oparl/actions/intake.hpp"

namespace oparl {

using Positions = std::map<std::string, std::string>;

/// Reads every *.json below the folder in the order of their paths. Fails with oparl.source_unreadable.
Result<void> walk_folder(const std::string& folder, const Positions&, const ImportRequest&, Intake&);

/// Reads the system, its bodies and all their lists, page by page. Asks the lists only for what was changed since the
/// instant, where one is given. Fails with oparl.source_unreadable, and as fetch does for the first page; what happens
/// to later ones is told by the intake.
Result<void> walk_system(const Positions&, std::optional<Instant> since, const ImportRequest&, Intake&);

} // namespace oparl
