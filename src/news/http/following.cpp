#include "news/http/following.hpp"

#include "news/actions/follow.hpp"
#include "news/actions/mail_address.hpp"
#include "news/domain/errors.hpp"
#include "news/store/address_store.hpp"
#include "news/store/follow_store.hpp"
#include "news/views/pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/journal/sentence.hpp"

namespace news {

static constexpr int notices_shown = 50;

static FollowView shown(const store::Follow& follow) {
    return {follow.id.to_string(),
            follow.subject.kind,
            follow.subject.id,
            follow.subject.title,
            follow.subject.path,
            follow.by_mail,
            follow.follower.kind == "organisation",
            follow.since};
}

static Result<std::vector<NoticeView>> notices(const http::Call& call, db::Reader& reader, journal::Journal& journal) {
    std::vector<NoticeView> views;
    for (const auto& notice : TRY(store::notices_of(reader, followers_of(call.principal), notices_shown))) {
        const auto events = TRY(journal.after(reader, notice.sequence - 1, 1));
        const auto what = events.empty() ? notice.event_type : journal::sentence(events.front(), call.t);
        views.push_back(
            {notice.id.to_string(), notice.title, notice.path, what, notice.sequence, notice.at, !notice.read_at});
    }
    return views;
}

static Result<FollowingView> following(const http::Call& call, db::Reader& reader, journal::Journal& journal,
                                       const Outside& outside) {
    FollowingView view;
    view.notices = TRY(notices(call, reader, journal));
    for (const auto& follower : followers_of(call.principal)) {
        for (const auto& follow : TRY(store::follows_of(reader, follower)))
            view.follows.push_back(shown(follow));
    }
    view.organisation = call.principal.organisation_name;
    if (const auto address = TRY(store::find_address(reader, call.principal.id))) {
        view.address = TRY(opened(outside, call.principal.id, address->sealed_address)).address;
        view.is_address_confirmed = address->confirmed_at.has_value();
    }
    return view;
}

Result<http::Response> show_following(const http::Query& query, const Outside& outside) {
    const auto view = TRY(following(query, query.reader, query.journal, outside));
    return http::represent<FollowingView>(
               query, view, {.html = [&](const FollowingView& v) { return views::following_page(query, v); }})
        .with("cache-control", "no-store");
}

Result<http::Response> post_follow(const http::Command& command, const Outside& outside) {
    const auto wanted = TRY(command.request.read<NewFollow>());
    auto reader = TRY(command.services.database.reader());
    const auto subject = TRY(outside.resolver(*reader, wanted.subject_kind, wanted.subject_id, command.t.language()));
    reader.reset();
    if (!subject) return subject_unknown.error({{"kind", wanted.subject_kind}, {"id", wanted.subject_id}});
    const FollowRequest request{*subject, wanted.for_organisation.value_or(false), wanted.by_mail.value_or(true)};
    TRY(command.write([&](db::Transaction& transaction) {
        return follow(transaction, command.services, command.principal, request, command.now);
    }));
    return http::see_other(command.url(subject->path));
}

Result<http::Response> post_follow_end(const http::Command& command) {
    const auto id = TRY(FollowId::parse(command.request.path_value("follow")));
    TRY(command.write([&](db::Transaction& transaction) {
        return stop_following(transaction, command.services, command.principal, id, command.now);
    }));
    return http::see_other(command.url("/me/following"));
}

Result<http::Response> post_read(const http::Command& command) {
    TRY(command.write([&](db::Transaction& transaction) {
        return store::mark_read(transaction, followers_of(command.principal), command.now);
    }));
    return http::see_other(command.url("/me/following"));
}

Result<http::Response> post_address(const http::Command& command, const Outside& outside) {
    auto wanted = command.request.read<NewAddress>();
    auto kept = wanted
                    ? set_address(command.services, outside, command.principal, wanted->address, command.t.language())
                    : Result<void>{wanted.error()};
    if (kept) return http::see_other(command.url("/me/following"));
    if (!command.wants_html() || kept.error().kind != ErrorKind::invalid_input) return kept.error();
    auto reader = TRY(command.services.database.reader());
    const auto view = TRY(following(command, *reader, command.services.journal, outside));
    return http::html_document(
        views::following_page(command, view, ui::FormState{&command.request.form, &kept.error()}), 422);
}

} // namespace news
