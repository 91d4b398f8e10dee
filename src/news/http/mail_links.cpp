#include "news/actions/mail_address.hpp"
#include "news/domain/errors.hpp"
#include "news/http/following.hpp"
#include "news/store/address_store.hpp"
#include "news/views/pages.hpp"
#include "platform/http/represent.hpp"

namespace news {

/// Opening a link changes nothing: mail scanners open every link. The button does.
static Result<LinkView> link_of(const http::Query& query) {
    const auto token = query.request.path_value("token");
    if (!TRY(store::find_address_by_token(query.reader, token))) return link_unknown.error();
    return LinkView{std::string{token}, false};
}

Result<http::Response> show_confirm(const http::Query& query) {
    const auto view = TRY(link_of(query));
    return http::represent<LinkView>(query, view,
                                     {.html = [&](const LinkView& v) { return views::confirm_page(query, v); }});
}

Result<http::Response> post_confirm(const http::Command& command) {
    TRY(confirm_address(command.services, command.request.path_value("token")));
    return http::represent<LinkView>(command, {"", true},
                                     {.html = [&](const LinkView& v) { return views::confirm_page(command, v); }});
}

Result<http::Response> show_unsubscribe(const http::Query& query) {
    const auto view = TRY(link_of(query));
    return http::represent<LinkView>(query, view,
                                     {.html = [&](const LinkView& v) { return views::unsubscribe_page(query, v); }});
}

Result<http::Response> post_unsubscribe(const http::Command& command) {
    TRY(unsubscribe(command.services, command.request.path_value("token")));
    return http::represent<LinkView>(command, {"", true},
                                     {.html = [&](const LinkView& v) { return views::unsubscribe_page(command, v); }});
}

} // namespace news
