#include "live/texts.hpp"
#include "live/views/pages.hpp"

#include <fmt/format.h>

namespace live {

Html public_part(const http::Call& call, const LiveView& view) {
    if (!view.room.is_open) {
        return live_part(
            view, call.t(text::body_is_closed),
            ui::alert(ui::Tone::warning, call.t(text::closed_meeting), html::p(call.t(text::body_is_closed))));
    }
    return live_part(view, said_of(call, view),
                     html::join({item_now(call, view), speakers_now(call, view), agenda_now(call, view)}));
}

Html public_page(const http::Call& call, const LiveView& view) {
    const auto& t = call.t;
    const auto below = view.room.url + "/live";
    const LivePlace place{below + "/events", below + "/public/part"};
    return ui::page(call, {.title = t(text::public_title({.meeting = view.room.title})),
                           .crumbs = {{t(text::meetings), call.url("/meetings")},
                                      {view.room.title, call.url(view.room.url)},
                                      {t(text::live), {}}},
                           .hero = ui::hero({.tags = {},
                                             .title = view.room.title,
                                             .lead = t(text::public_lead),
                                             .facts = {},
                                             .beside = {},
                                             .title_language = {}}),
                           .content = kept_current(call, view, place, public_part(call, view)),
                           .alternates = {{http::Format::json, view.room.url + "/live/public.json"}}});
}

} // namespace live
