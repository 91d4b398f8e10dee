#pragma once
// The front door of news: following a case, a body, an organisation or a theme, and being told when something happens.
#include "news/follow.hpp"
#include "platform/html/html.hpp"
#include "platform/http/router.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/journal/journal.hpp"
#include "platform/mail/message.hpp"
#include "platform/services.hpp"

#include <functional>
#include <optional>

namespace news {

/// What can be followed is known to the modules that own it; app/ gathers them. Nothing when there is no such thing.
using Resolver = std::function<Result<std::optional<Followable>>(db::Reader&, std::string_view kind,
                                                                 std::string_view id, i18n::Language)>;

/// What news needs from outside.
struct Outside {
    Resolver resolver;
    /// Seals and opens addresses; made from the program's master key.
    std::function<db::Bytes(std::string_view plain, std::string_view person_id)> seal;
    std::function<Result<std::string>(const db::Bytes& sealed, std::string_view person_id)> open;
    /// Hands a message to the mail server. Empty when none is configured: notices are then shown on the page only.
    std::function<Result<void>(const mail::Message&)> send;
};

void add_routes(http::Router&, const Outside&);

/// The card with the button to follow, or to stop following; for the side column of a page.
Result<Html> follow_card(const http::Query&, std::string_view subject_kind, std::string_view subject_id);

/// Somebody whom an event is for, whether they follow anything or not: an organisation that is asked something.
struct Addressed {
    Follower follower;
    std::string title, path;         ///< The page of what it is about.
    std::vector<std::string> people; ///< Who act for it; mail goes to those that have confirmed an address.
};
/// Known to the modules that send such events; app/ gathers them.
using AddressedBy = std::function<Result<std::vector<Addressed>>(db::Reader&, const journal::StoredEvent&)>;

/// Turns each public event into notices for those who follow one of its subjects and those it is for, and queues mail.
journal::Consumer notice_consumer(const Services&, AddressedBy = {});

/// The ids of the organisations that got a notice of the event at that place in the journal.
Result<std::vector<std::string>> organisations_told(db::Reader&, std::int64_t sequence);

/// Jobs of kind "news.mail" and "news.confirm".
inline constexpr std::string_view mail_job = "news.mail";
inline constexpr std::string_view confirm_job = "news.confirm";
/// Sends the notice as mail with List-Unsubscribe (RFC 8058). Sends nothing when the address is gone or unconfirmed.
Result<void> send_notice(const Services&, const Outside&, const jobs::Job&);
/// Sends the mail that asks to confirm an address.
Result<void> send_confirmation(const Services&, const Outside&, const jobs::Job&);

/// How much refers to an organisation, and moving it to the successor after a merger.
Result<std::int64_t> count_for_organisation(db::Reader&, std::string_view organisation_id);
Result<std::int64_t> move_organisation(db::Transaction&, std::string_view from, std::string_view to);

} // namespace news
