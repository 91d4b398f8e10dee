#pragma once
// What the gateway of the demonstration has taken.
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"
#include "registers/development.hpp"

namespace registers {

struct TextMessagesView {
    std::vector<TakenTextMessage> messages; ///< The newest first.
};
BOOST_DESCRIBE_STRUCT(TextMessagesView, (), (messages))

Html text_messages_page(const http::Call&, const TextMessagesView&);

} // namespace registers
