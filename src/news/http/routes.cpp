#include "news/actions/follow.hpp"
#include "news/http/following.hpp"
#include "news/rights.hpp"
#include "news/store/follow_store.hpp"
#include "news/views/pages.hpp"

namespace news {

void add_routes(http::Router& routes, const Outside& outside) {
    using ::right::everybody;
    using ::right::logged_in;
    routes.get("/me/following", logged_in,
               [outside](const http::Query& query) { return show_following(query, outside); },
               {.operation = "showFollowing",
                .summary = "What one follows, and what has happened there.",
                .answer = json::type_of<FollowingView>()});
    routes.post("/follows", logged_in,
                [outside](const http::Command& command) { return post_follow(command, outside); },
                {.operation = "follow",
                 .summary = "Follows a case, body, organisation or theme.",
                 .body = json::type_of<NewFollow>(),
                 .status = 303});
    routes.post("/follows/{follow}/end", logged_in, post_follow_end,
                {.operation = "stopFollowing", .summary = "Stops following something.", .status = 303});
    routes.post("/me/following/read", logged_in, post_read,
                {.operation = "markNoticesRead", .summary = "Marks one's notices as read.", .status = 303});
    routes.post("/me/mail-address", logged_in,
                [outside](const http::Command& command) { return post_address(command, outside); },
                {.operation = "setMailAddress",
                 .summary = "Gives the address that notices are mailed to, once confirmed.",
                 .body = json::type_of<NewAddress>(),
                 .status = 303});
    routes.get("/mail/confirm/{token}", everybody, show_confirm,
               {.operation = "showMailConfirmation",
                .summary = "The page that the link in the confirmation mail opens.",
                .answer = json::type_of<LinkView>()});
    routes.post("/mail/confirm/{token}", everybody, post_confirm,
                {.operation = "confirmMailAddress",
                 .summary = "Confirms the address of the link.",
                 .answer = json::type_of<LinkView>()});
    routes.get("/mail/unsubscribe/{token}", everybody, show_unsubscribe,
               {.operation = "showUnsubscribe",
                .summary = "The page that the link in each mail opens.",
                .answer = json::type_of<LinkView>()});
    routes.post("/mail/unsubscribe/{token}", everybody, post_unsubscribe,
                {.operation = "unsubscribe",
                 .summary = "Ends all mail to the address of the link, also in one click (RFC 8058).",
                 .answer = json::type_of<LinkView>()});
}

Result<Html> follow_card(const http::Query& query, std::string_view subject_kind, std::string_view subject_id) {
    std::optional<FollowView> view;
    for (const auto& follower : followers_of(query.principal)) {
        const auto found = TRY(store::find_follow(query.reader, follower, subject_kind, subject_id));
        if (!found) continue;
        view = FollowView{found->id.to_string(),
                          found->subject.kind,
                          found->subject.id,
                          found->subject.title,
                          found->subject.path,
                          found->by_mail,
                          follower.kind == "organisation",
                          found->since};
        break;
    }
    return views::follow_card(query, subject_kind, subject_id, view);
}

Result<std::vector<std::string>> organisations_told(db::Reader& reader, std::int64_t sequence) {
    return store::organisations_with_notice(reader, sequence);
}

Result<std::int64_t> count_for_organisation(db::Reader& reader, std::string_view organisation_id) {
    return store::count_for_organisation(reader, organisation_id);
}

Result<std::int64_t> move_organisation(db::Transaction& transaction, std::string_view from, std::string_view to) {
    return store::move_organisation(transaction, from, to);
}

} // namespace news
