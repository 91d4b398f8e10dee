#pragma once
// The receivers that let post lie, or soon will.
#include "dispatch/domain/patience.hpp"
#include "dispatch/ids.hpp"
#include "platform/json/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

struct SilentReceiverRow {
    std::string name, organisation, organisation_url;
    std::int64_t waiting = 0;
    Instant oldest_at;
    std::optional<Instant> told_at;
};
BOOST_DESCRIBE_STRUCT(SilentReceiverRow, (), (name, organisation, organisation_url, waiting, oldest_at, told_at))

/// A receiver that will stop, or has: its certificate has run out, runs out soon or is withdrawn.
struct UneasyCertificateRow {
    std::string name, organisation, organisation_url;
    std::optional<Instant> ends_at, withdrawn_at;
};
BOOST_DESCRIBE_STRUCT(UneasyCertificateRow, (), (name, organisation, organisation_url, ends_at, withdrawn_at))

struct SilentReceiversView {
    std::vector<SilentReceiverRow> receivers;
    std::vector<UneasyCertificateRow> certificates;
};
BOOST_DESCRIBE_STRUCT(SilentReceiversView, (), (receivers, certificates))

} // namespace dispatch
