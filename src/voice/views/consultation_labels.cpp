#include "voice/views/consultation_labels.hpp"

#include "platform/json/described_members.hpp"
#include "platform/ui/components.hpp"
#include "voice/domain/amount.hpp"
#include "voice/texts.hpp"

#include <fmt/format.h>

namespace voice {

std::string label(const http::Call& call, ConsultationPoint point) {
    return call.t.by_name(fmt::format("consultation.point.{}", json::name_of(point)));
}
std::string label(const http::Call& call, ConsultationOutcome outcome) {
    return call.t.by_name(fmt::format("consultation.outcome.{}", json::name_of(outcome)));
}
std::string label(const http::Call& call, CostSide side) {
    return call.t.by_name(fmt::format("cost.side.{}", json::name_of(side)));
}

Html outcome_tag(const http::Call& call, ConsultationOutcome outcome) {
    using enum ConsultationOutcome;
    switch (outcome) {
    case agreed:
        return ui::tag(label(call, outcome), ui::Tone::success, ui::Icon::checkmark_circle);
    case partly:
        return ui::tag(label(call, outcome), ui::Tone::info, ui::Icon::checkmark);
    case not_agreed:
        return ui::tag(label(call, outcome), ui::Tone::danger, ui::Icon::minus_circle);
    case postponed:
        return ui::tag(label(call, outcome), ui::Tone::neutral, ui::Icon::hourglass);
    }
    return {};
}

std::string number_label(const http::Call& call, std::string_view name) {
    const auto words = call.t.by_name(fmt::format("cost.number.{}", name));
    return words.empty() ? std::string{name} : words;
}

std::string method_label(const http::Call& call, std::string_view code, int version) {
    return call.t(
        text::cost_method_version({.name = call.t.by_name(fmt::format("cost.method.{}", code)), .version = version}));
}

std::string amount_words(const http::Call& call, std::string_view decimal) {
    const auto amount = Amount::parse(decimal);
    ensure(amount.has_value());
    auto words = call.t.number(amount->whole());
    if (amount->whole() == 0 && amount->ten_thousandths() < 0) words.insert(0, "−");
    if (const auto fraction = amount->decimals(); !fraction.empty())
        words += (call.t.language() == i18n::Language::en ? "." : ",") + fraction;
    return words;
}

std::string amount_words(const http::Call& call, std::string_view decimal, std::string_view unit) {
    return amount_words(call, decimal) + "\u00a0" + call.t.by_name(fmt::format("cost.unit.{}", unit));
}

} // namespace voice
