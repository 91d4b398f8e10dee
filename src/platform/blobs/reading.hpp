#pragma once
// Reading contents beside the process that has their folder.
#include "platform/blobs/store.hpp"

namespace blobs {

/// What had been written whole by now can be read, nothing can be written. A folder that is not there holds nothing.
/// Fails with platform.blob_store_unavailable.
Result<std::unique_ptr<Store>> open_for_reading(const std::string& folder);

} // namespace blobs
