#pragma once
// The files of letters that are sent from here: read piece by piece, and large ones sent so.
#include "dispatch/sending.hpp"
#include "platform/crypto/digest.hpp"

namespace dispatch {

/// Beyond this a file goes ahead of its letter, and goes on where it was when the line breaks.
inline constexpr std::uintmax_t sent_whole_max = 8 << 20;

std::string authorization_of(const Post&);
/// Whether another attempt may go better than an answer with this status.
bool may_go_better(int status);
/// The server's own words. Fails never: it is the failure.
Error refused(const net::Answer&);

/// Each fails with dispatch.file_unreadable.
Result<std::string> content_of_file(const std::string& path);
Result<std::uintmax_t> size_of_file(const std::string& path);
Result<void> add_content(crypto::Sha256&, const std::string& path);

/// Sends a file in pieces (tus 1.0.0) and gives the id that a document names it by. After a break it asks how much is
/// safe and goes on there; each piece has as many attempts as the first.
///
/// Fails with dispatch.file_unreadable, dispatch.sending_refused, platform.outside_unreachable.
Result<std::string> upload_file(const Post&, const std::string& path);
/// What went ahead of a letter that was refused takes no room. Does nothing when it cannot.
void forget_upload(const Post&, const std::string& id);

} // namespace dispatch
