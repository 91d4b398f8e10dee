#pragma once
// How the journal looks.
#include "platform/feed/feed.hpp"
#include "platform/http/call.hpp"
#include "platform/journal/http/models.hpp"

namespace journal {

Html journal_page(const http::Call&, const JournalView&);
feed::Feed journal_feed(const http::Call&, const JournalView&);
Html event_page(const http::Call&, const ProvenEventView&);

} // namespace journal
