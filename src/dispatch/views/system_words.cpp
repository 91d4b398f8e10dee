#include "dispatch/views/system_words.hpp"

#include "dispatch/texts.hpp"
#include "platform/ui/page.hpp"

namespace dispatch {

std::string system_kind_label(const http::Call& call, SystemKind kind) {
    return call.t.by_name(fmt::format("system.kind.{}", json::name_of(kind)));
}

Html refused_alert(const http::Call& call, const std::string& mail, Instant at) {
    return ui::alert(ui::Tone::danger, call.t(text::system_alert_refused),
                     html::p(call.t(text::system_alert_refused_text({.mail = mail, .at = call.t.date_time(at)}))));
}

Html silence_alert(const http::Call& call, bool sends_mail) {
    if (sends_mail) return {};
    return ui::alert(ui::Tone::warning, call.t(text::system_no_mail), html::p(call.t(text::system_no_mail_text)));
}

Html system_state(const http::Call& call, const PostSystemRow& row) {
    return row.closed_at ? ui::tag(call.t(text::system_closed), ui::Tone::neutral, ui::Icon::lock)
                         : ui::tag(call.t(text::system_in_use), ui::Tone::success, ui::Icon::checkmark_circle);
}

} // namespace dispatch
