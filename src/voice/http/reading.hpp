#pragma once
// From the tables to what is shown.
#include "platform/http/call.hpp"
#include "voice/views/models.hpp"

namespace voice {

Result<PositionListView> read_positions(const http::Query&, std::optional<PositionState>);
/// Fails with voice.position_not_found.
Result<PositionView> read_position(const http::Query&, std::string_view number);
Result<HindranceListView> read_hindrances(const http::Query&, std::optional<HindranceState>);
/// Fails with voice.hindrance_not_found.
Result<HindranceView> read_hindrance(const http::Query&, std::string_view number);

} // namespace voice
