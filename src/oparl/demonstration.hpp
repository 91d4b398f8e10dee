#pragma once
#include "platform/services.hpp"

namespace oparl {

/// Takes in an invented municipality's OParl system, through the same import as any other. Does nothing when it is
/// there already. Fails with what the import fails with.
Result<void> load_demonstration(const Services&);

} // namespace oparl
