#pragma once
#include "platform/http/call.hpp"
#include "platform/ui/components.hpp"
#include "voice/views/models.hpp"

namespace voice {

Html positions_page(const http::Call&, const PositionListView&, bool may_speak);
Html position_page(const http::Call&, const PositionView&, bool may_speak);
Html new_position_page(const http::Call&, const ui::FormState&);
/// Its withdrawal, or what the addressee did with it.
Html withdrawal_page(const http::Call&, const ui::FormState&, const PositionView&);
Html response_page(const http::Call&, const ui::FormState&, const PositionView&);

Html hindrances_page(const http::Call&, const HindranceListView&, bool may_report);
struct HindranceRights {
    bool may_support = false;
    bool may_move = false;
};
Html hindrance_page(const http::Call&, const HindranceView&, HindranceRights);
Html new_hindrance_page(const http::Call&, const ui::FormState&);
Html move_page(const http::Call&, const ui::FormState&, const HindranceView&);

} // namespace voice
