#pragma once
#include "dispatch/views/models.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"

namespace dispatch {

Html mailbox_page(const http::Call&, const MailboxView&);
Html letter_page(const http::Call&, const LetterView&);
Html outbox_page(const http::Call&, const OutboxView&);
Html print_runs_page(const http::Call&, const PrintRunsView&);
Html print_run_page(const http::Call&, const PrintRunView&);
Html silent_receivers_page(const http::Call&, const SilentReceiversView&);
Html sent_page(const http::Call&, const SentView&);

/// "12,3 kB"
std::string size_in_words(const http::Call&, std::int64_t bytes);

} // namespace dispatch
