#pragma once
#include "news/views/models.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

namespace news::views {

Html following_page(const http::Call&, const FollowingView&, const ui::FormState& = {});
Html confirm_page(const http::Call&, const LinkView&);
Html unsubscribe_page(const http::Call&, const LinkView&);

/// The card with one button: to follow, or to stop. Without being logged in, a link to do so first.
Html follow_card(const http::Call&, std::string_view kind, std::string_view id, const std::optional<FollowView>&);

} // namespace news::views
