#pragma once
// Why a dispatch failed, and what its sender can do.
#include "dispatch/domain/patience.hpp"
#include "dispatch/store/dispatch_store.hpp"
#include "platform/i18n/translator.hpp"

namespace dispatch {

struct Failure {
    FailureCause cause = FailureCause::faulty;
    std::string detail; ///< The reasons of a rejection, as they were told.
};
/// Nothing while it is under way, and when it ended well.
std::optional<Failure> failure_of(Status, const std::vector<Happening>& history);
std::string reason_of(const Failure&, const i18n::Translator&);
std::string remedy_of(const Failure&, const i18n::Translator&);

} // namespace dispatch
