#pragma once
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"
#include "voice/words.hpp"

namespace voice {

std::string label(const http::Call&, ConsultationPoint);
std::string label(const http::Call&, ConsultationOutcome);
std::string label(const http::Call&, CostSide);
Html outcome_tag(const http::Call&, ConsultationOutcome);
/// The words of a number in a calculation; a number written out is itself.
std::string number_label(const http::Call&, std::string_view name);
std::string method_label(const http::Call&, std::string_view code, int version);
/// "1 234,5" of "1234.5".
std::string amount_words(const http::Call&, std::string_view decimal);
/// With its unit: "60 000 kroner".
std::string amount_words(const http::Call&, std::string_view decimal, std::string_view unit);

} // namespace voice
