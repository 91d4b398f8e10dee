#pragma once
// What the routes of our own interface for sending share.
#include "dispatch/domain/new_dispatch.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/views/own_models.hpp"

namespace dispatch {

/// Metadata as JSON alone, or as the first part of a form with files behind it.
Result<SentParts> own_parts(const http::Command&);
/// The files that came before, as the documents name them; what is wrong with one is a fault in its place.
Result<void> add_uploads(Arrival&, const Office&, const Account&, const std::vector<NewDocument>&, Instant now);
/// What the same request made before. Asked first: its uploads are taken since, and a department may be closed.
Result<std::optional<std::string>> sent_before(const Office&, const http::Command&);
/// Below the path of all dispatches; what is remembered with the key of a request begins so when it made a mailing.
inline constexpr std::string_view mailings_base = "mailings/";
/// What has become of the letters of "mailings/…". Fails with dispatch.mailing_not_found.
Result<MailingView> mailing_at(db::Reader&, const Office&, std::string_view path, AccountId);
/// Of a failed outcome: what the request's key was told before, if anything. The same request may have been accepted
/// while this one was looked at, and what it took with it is no fault of this one.
Result<std::string> or_sent_before(const Office&, const http::Command&, Result<std::string> outcome);
PreflightFault shown_fault(const http::Call&, const Fault&);

} // namespace dispatch
