#pragma once
#include "governance/seats.hpp"
#include "platform/http/call.hpp"
#include "platform/ui/components.hpp"
#include "voice/views/co_funding_models.hpp"

namespace voice {

Html co_funding_list_page(const http::Call&, const CoFundingListView&, bool may_ask);
Html co_funding_page(const http::Call&, const CoFundingView&, bool may_speak);
/// may_exempt: the fields that only some may fill in.
Html co_funding_request_page(const http::Call&, const ui::FormState&, const CommentRule&, bool may_speak,
                             bool may_exempt);
Html co_funding_comment_page(const http::Call&, const ui::FormState&, const CoFundingView&,
                             const std::vector<governance::SeatCard>& speakers);
Html comment_rules_page(const http::Call&, const ui::FormState&, const CommentRuleListView&, bool may_add);

} // namespace voice
