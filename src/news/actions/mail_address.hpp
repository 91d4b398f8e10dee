#pragma once
#include "news/news.hpp"
#include "platform/i18n/translator.hpp"

namespace news {

/// Keeps an address, sealed and unconfirmed, and queues the mail with the link that confirms it.
/// Fails with news.address_faulty, and with platform.right_missing for a client, which has no address.
Result<void> set_address(const Services&, const Outside&, const Principal&, std::string_view address, i18n::Language);
/// Makes the address of the link a confirmed one. Fails with news.link_unknown.
Result<void> confirm_address(const Services&, std::string_view token);
/// No more mail to the address of the link; what is followed stays followed on the page. Fails with news.link_unknown.
Result<void> unsubscribe(const Services&, std::string_view token);

/// What is sealed of a person: where mail goes, and the token of the links in it, the same in each mail so that old
/// mail still unsubscribes.
struct Reachable {
    std::string address, token;
};
db::Bytes sealed(const Outside&, std::string_view person_id, const Reachable&);
Result<Reachable> opened(const Outside&, std::string_view person_id, const db::Bytes&);

} // namespace news
