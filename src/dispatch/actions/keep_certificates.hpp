#pragma once
// The certificates that receivers' post is encrypted to: changed, withdrawn, and told of before they run out.
#include "dispatch/actions/keep_systems.hpp"
#include "dispatch/actions/settle.hpp"

namespace dispatch {

/// What is wrong with a certificate that post is to be encrypted to.
std::vector<Fault> certificate_faults(const std::string& pem, Instant now);
/// Fails with platform.request_faulty, and as Keeping::open_system does. One that was withdrawn does not come back:
/// dispatch.withdrawn_certificate.
Result<void> change_certificate(const Keeping&, ReceiverId, const NewCertificate&);
/// From now on nothing is encrypted to it: post waits until there is another, and after the time that post waits for
/// silent receivers it takes its next way. Again does nothing. Fails as Keeping::open_system does.
Result<void> withdraw_certificate(const Keeping&, ReceiverId);

/// What holds of its certificate now, for people who have just said where they are written to.
Result<void> alert_of_certificate(const Keeping&, const Receiver&);
/// Tells of each certificate that is to run out soon, and again when it has.
Result<void> tell_of_certificates(const Settling&);

} // namespace dispatch
