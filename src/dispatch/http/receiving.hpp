#pragma once
// What a receiver's system may do, whichever version of SvarInn it speaks.
#include "dispatch/actions/settle.hpp"
#include "dispatch/domain/envelope.hpp"
#include "dispatch/store/account_store.hpp"
#include "platform/http/router.hpp"

namespace dispatch::receiving {

/// A dispatch that waits, opened.
struct Waiting {
    Dispatch dispatch;
    Envelope envelope;
    /// The sender's name, and where answers go; else where its letters go back to, as far as it said.
    PostalAddress sender;
};
/// The oldest first, at most 200; none while the certificate is withdrawn. One that cannot be opened must not stop the
/// others.
Result<std::vector<Waiting>> waiting(const Office&, const http::Query&);

/// The documents of {forsendelse} as a ZIP, encrypted to the receiver's certificate. Fails with
/// dispatch.dispatch_not_found, also when it is another receiver's; dispatch.content_gone,
/// dispatch.withdrawn_certificate.
Result<http::Response> package(const Office&, const http::Query&);

/// The receiver has it: then it is read.
Result<void> acknowledge(const Office&, const http::Command&);
/// The receiver cannot take it: for now, and it stays; or ever, and it goes to the next channel. What may only go
/// digitally ends there: it is post between systems, and its sender chose no other way.
Result<void> report_failure(const Office&, const http::Command&, const std::string& words, bool is_permanent);

/// A key as a name that XML knows: receivers make elements of them.
std::vector<Extra> with_xml_names(const std::vector<Extra>&);

} // namespace dispatch::receiving
