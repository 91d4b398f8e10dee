#include "dispatch/domain/reply.hpp"
#include "dispatch/texts.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

#include <fmt/format.h>

namespace dispatch {

static constexpr const char* taken_file_types =
    "application/pdf,image/png,image/jpeg,image/gif,image/webp,text/plain,.odt,.ods,.odp";

Html reply_page(const http::Call& call, const ui::FormState& state, const ReplyFormView& view) {
    const auto& t = call.t;
    ui::Field words;
    words.name = "text";
    words.label = t(text::reply_text);
    words.rows = 10;
    words.length_max = static_cast<int>(reply_text_length_max);
    ui::Field files;
    files.name = "files";
    files.label = t(text::reply_files);
    files.hint = t(text::reply_files_hint({.count = t.number(view.files_max), .max = t.number(view.megabytes_max)}));
    files.type = "files";
    files.accept = taken_file_types;
    ui::Page page;
    page.title = t(text::reply_heading);
    page.crumbs = {{t(text::mailbox), call.url("/mailbox")}, {view.title, call.url(view.letter_url)}, {page.title, {}}};
    page.hero = ui::hero({.title = page.title, .lead = t(text::reply_lead({.title = view.title}))});
    const auto facts = ui::facts({{t(text::fact_sender), view.sender}, {t(text::fact_recipient), view.recipient}});
    const auto fields =
        html::join({ui::field(call, state, words), ui::field(call, state, files),
                    html::div(html::cls("buttons"), ui::submit(t(text::reply_send)),
                              ui::button_link(t(text::reply_cancel), call.url(view.letter_url), "secondary"))});
    page.content = html::div(html::cls("narrow"), ui::error_summary(call, state), facts,
                             ui::form(call, view.letter_url + "/replies", fields, true));
    page.has_errors = state.error != nullptr;
    page.alternates = {{http::Format::json, view.letter_url + "/reply.json"}};
    return ui::page(call, page);
}

} // namespace dispatch
