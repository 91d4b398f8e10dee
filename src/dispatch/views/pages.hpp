#pragma once
#include "dispatch/views/mailbox_models.hpp"
#include "dispatch/views/outbox_models.hpp"
#include "dispatch/views/print_run_models.hpp"
#include "dispatch/views/silent_receiver_models.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"
#include "platform/ui/components.hpp"

namespace dispatch {

Html mailbox_page(const http::Call&, const MailboxView&);
Html letter_page(const http::Call&, const LetterView&);
/// Where a list of letters stands: one's own, an organisation's, somebody else's, or what was put away of them.
std::string path_of_mailbox(const std::optional<ActingView>&, Box, bool is_archive);
/// Whom somebody reads for, and by virtue of what.
std::string acting_words(const http::Call&, const ActingView&);
/// The form that answers a letter.
Html reply_page(const http::Call&, const ui::FormState&, const ReplyFormView&);
/// The form that signs a document of a letter.
Html signing_page(const http::Call&, const ui::FormState&, const SigningPageView&);
/// Part of the letter's page; nothing when no signature is asked for.
Html signing_section(const http::Call&, const std::optional<SigningView>&, bool is_addressee);
/// With the search as it was typed, when it could not be used.
Html outbox_page(const http::Call&, const ui::FormState&, const OutboxView&);
Html print_runs_page(const http::Call&, const PrintRunsView&);
Html print_run_page(const http::Call&, const PrintRunView&);
Html silent_receivers_page(const http::Call&, const SilentReceiversView&);
Html sent_page(const http::Call&, const SentView&);
/// What of it changes while one looks.
Html sent_part(const http::Call&, const SentView&);

std::string status_label(const http::Call&, Status);
Html status_tag(const http::Call&, Status);
/// "12,3 kB"
std::string size_in_words(const http::Call&, std::int64_t bytes);

} // namespace dispatch
