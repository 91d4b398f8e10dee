#pragma once
#include "platform/json/described.hpp"

#include <optional>
#include <string>

namespace news {

/// What a queued mail holds.
struct MailJob {
    std::string person_id;
    std::optional<std::string> notice_id;
};
BOOST_DESCRIBE_STRUCT(MailJob, (), (person_id, notice_id))

} // namespace news
