#include "dispatch/actions/failure.hpp"

#include "platform/json/described_members.hpp"

#include <fmt/format.h>

namespace dispatch {

std::optional<Failure> failure_of(Status status, const std::vector<Happening>& history) {
    using enum Status;
    if (status != rejected && status != failed_in_reception && status != not_delivered) return std::nullopt;
    Failure failure;
    failure.cause = status == not_delivered ? FailureCause::no_way : FailureCause::faulty;
    for (const auto& happening : history) {
        if (happening.kind == HappeningKind::rejected) failure.detail = happening.detail;
        if (happening.kind == HappeningKind::print_failed) {
            failure.cause = FailureCause::print_failed;
            failure.detail = happening.detail;
        }
        if (happening.kind != HappeningKind::gave_up) continue;
        if (const auto cause = json::enumerator_of<FailureCause>(happening.detail)) failure = {*cause, {}};
    }
    return failure;
}

std::string reason_of(const Failure& failure, const i18n::Translator& t) {
    const auto words = t.by_name(fmt::format("failure.reason.{}", json::name_of(failure.cause)));
    return failure.detail.empty() ? words : words + " " + failure.detail;
}

std::string remedy_of(const Failure& failure, const i18n::Translator& t) {
    return t.by_name(fmt::format("failure.remedy.{}", json::name_of(failure.cause)));
}

} // namespace dispatch
