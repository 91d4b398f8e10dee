#pragma once
// The three pages of a meeting under way. Each has a part that is fetched alone when something has happened.
#include "live/views/models.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

namespace live {

Html public_page(const http::Call&, const LiveView&);
Html public_part(const http::Call&, const LiveView&);

/// The state: what was sent, and what stood in its way.
Html member_page(const http::Call&, const MemberView&, const ui::FormState& = {});
Html member_part(const http::Call&, const MemberView&, const ui::FormState& = {});

Html secretary_page(const http::Call&, const SecretaryView&, const ui::FormState& = {});
Html secretary_part(const http::Call&, const SecretaryView&, const ui::FormState& = {});

/// --- Pieces that they share. ---

/// What is kept current: the part, and below which addresses it is heard of and fetched.
struct LivePlace {
    std::string events, part;
};
Html kept_current(const http::Call&, const LiveView&, const LivePlace&, const Html& part);
/// The part itself: what it says aloud when it has changed, and its content.
Html live_part(const LiveView&, const std::string& said, const Html& content);
/// What is treated now, with its proposals and votes.
Html item_now(const http::Call&, const LiveView&);
Html speakers_now(const http::Call&, const LiveView&);
Html agenda_now(const http::Call&, const LiveView&);
/// What the minutes will say of the items that have been treated.
Html minutes_so_far(const http::Call&, const LiveView&);
/// "Avstemning pågår" or the newest result or what is treated: one sentence.
std::string said_of(const http::Call&, const LiveView&);
std::string label(const http::Call&, SpeakerKind);
/// "3 min", "90 s"
std::string seconds_in_words(const http::Call&, int seconds);
Html lines_of(const std::vector<std::string>& points);

} // namespace live
