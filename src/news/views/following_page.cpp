#include "news/texts.hpp"
#include "news/views/pages.hpp"

#include <fmt/format.h>

namespace news::views {

using namespace html;

static Html notices(const http::Call& call, const FollowingView& view) {
    const auto& t = call.t;
    if (view.notices.empty()) return ui::empty_state(t(text::notices_none_heading), t(text::notices_none_text));
    std::vector<ui::Happening> happenings;
    for (const auto& notice : view.notices) {
        auto what = join({ui::link(notice.title, call.url(notice.path)), Html{": " + notice.what}});
        if (notice.is_new) what = join({what, Html{" "}, ui::tag(t(text::notice_new), ui::Tone::info)});
        happenings.push_back({t.date_time(notice.at), to_string(notice.at), what, {}, ui::Icon::bell});
    }
    return join(
        {ui::timeline(happenings), ui::post_button(call, t(text::notices_read), "/me/following/read", "tertiary")});
}

static Html follows(const http::Call& call, const FollowingView& view) {
    const auto& t = call.t;
    if (view.follows.empty()) {
        return ui::empty_state(t(text::follows_none_heading), t(text::follows_none_text),
                               ui::Action{t(text::follows_find), call.url("/cases"), ui::Icon::magnifier});
    }
    std::vector<std::vector<Html>> rows;
    for (const auto& follow : view.follows) {
        rows.push_back(
            {ui::link(follow.title, call.url(follow.path)),
             Html{follow.for_organisation ? view.organisation : t(text::follow_self)},
             Html{follow.by_mail ? t(text::follow_page_and_mail) : t(text::follow_page)},
             ui::post_button(call, t(text::follow_end), fmt::format("/follows/{}/end", follow.id), "tertiary")});
    }
    return ui::table(t(text::follows_heading),
                     {{t(text::follow_what)},
                      {t(text::follow_for), false, true},
                      {t(text::follow_how), false, true},
                      {t(text::follow_end)}},
                     rows);
}

static Html address(const http::Call& call, const FollowingView& view, const ui::FormState& state) {
    const auto& t = call.t;
    auto told = view.address.empty()        ? Html{}
                : view.is_address_confirmed ? p(t(text::address_confirmed({.address = view.address})))
                                            : p(t(text::address_waiting({.address = view.address})));
    return join({told, ui::form(call, "/me/mail-address",
                                join({ui::field(call, state,
                                                {.name = "address",
                                                 .label = t(text::address_label),
                                                 .hint = t(text::address_hint),
                                                 .value = view.address,
                                                 .type = "email",
                                                 .is_required = true,
                                                 .autocomplete = "email"}),
                                      ui::submit(t(text::address_save), "secondary")}))});
}

Html following_page(const http::Call& call, const FollowingView& view, const ui::FormState& state) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::following_title);
    page.crumbs = {{t(text::me_title), "/me"}, {page.title, ""}};
    page.hero = ui::hero({.title = page.title, .lead = t(text::following_lead)});
    page.has_errors = state.error != nullptr;
    page.content = ui::columns(
        join({ui::error_summary(call, state), ui::section(t(text::notices_heading), "notices", notices(call, view)),
              ui::section(t(text::follows_heading), "follows", follows(call, view))}),
        ui::card(t(text::address_heading), address(call, view, state)), t(text::address_heading));
    return ui::page(call, page);
}

static Html link_page(const http::Call& call, const std::string& title, const std::string& lead, const Html& content) {
    ui::Page page;
    page.title = title;
    page.crumbs = {{title, ""}};
    page.hero = ui::hero({.title = title, .lead = lead});
    page.content = content;
    return ui::page(call, page);
}

Html confirm_page(const http::Call& call, const LinkView& view) {
    const auto& t = call.t;
    if (view.is_done) return link_page(call, t(text::confirm_title), t(text::confirm_done), {});
    return link_page(call, t(text::confirm_title), t(text::confirm_lead),
                     ui::post_button(call, t(text::confirm_button), "/mail/confirm/" + view.token, "primary"));
}

Html unsubscribe_page(const http::Call& call, const LinkView& view) {
    const auto& t = call.t;
    if (view.is_done) return link_page(call, t(text::unsubscribe_title), t(text::unsubscribe_done), {});
    return link_page(call, t(text::unsubscribe_title), t(text::unsubscribe_lead),
                     ui::post_button(call, t(text::unsubscribe_button), "/mail/unsubscribe/" + view.token, "primary"));
}

Html follow_card(const http::Call& call, std::string_view kind, std::string_view id,
                 const std::optional<FollowView>& follow) {
    const auto& t = call.t;
    if (call.principal.is_anonymous()) {
        return ui::card(
            t(text::card_heading),
            join({p(t(text::card_lead)),
                  ui::button_link(t(text::card_log_in), call.url("/login") + "?next=" + call.url(call.request.path),
                                  "secondary", ui::Icon::bell)}));
    }
    if (follow) {
        return ui::card(t(text::card_heading),
                        join({p(t(follow->by_mail ? text::card_following_mail : text::card_following)),
                              ui::post_button(call, t(text::follow_end), fmt::format("/follows/{}/end", follow->id))}));
    }
    std::vector<std::pair<std::string, std::string>> hidden{{"subjectKind", std::string{kind}},
                                                            {"subjectId", std::string{id}}};
    return ui::card(
        t(text::card_heading),
        join({p(t(text::card_lead)), ui::post_button(call, t(text::card_follow), "/follows", "secondary", hidden)}));
}

} // namespace news::views
