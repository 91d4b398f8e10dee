#pragma once
#include "platform/json/described.hpp"

#include <optional>
#include <string>

namespace news {

/// What a queued mail holds.
struct MailJob {
    std::string person_id;
    std::optional<std::string> notice_id;
    std::optional<bool> is_unasked; ///< For somebody who follows nothing: not sent once they have ended mail.
};
BOOST_DESCRIBE_STRUCT(MailJob, (), (person_id, notice_id, is_unasked))

} // namespace news
