#pragma once
#include "dispatch/actions/content.hpp"
#include "platform/crypto/cms.hpp"

#include <functional>

namespace dispatch {

/// All documents of a dispatch in one ZIP, in their order, encrypted to a certificate; piece by piece until "" comes,
/// so that none is ever whole in memory. Receivers always unpack, so one document comes as a ZIP too.
///
/// Fails with platform.certificate_unusable.
Result<std::function<Result<std::string>()>> packed_pieces(blobs::Store&, std::shared_ptr<const Opened>,
                                                           const std::string& certificate_pem);

} // namespace dispatch
