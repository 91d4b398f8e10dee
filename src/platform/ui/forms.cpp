// The forms themselves: what every posting form carries besides its fields.
#include "platform/texts.hpp"
#include "platform/ui/words.hpp"

#include <fmt/format.h>

namespace ui {

using html::attribute;
using html::attribute_if;
using html::cls;

static Html hidden_field(std::string_view name, std::string_view value) {
    return html::input(attribute("type", "hidden"), attribute("name", name), attribute("value", value));
}

/// FNV-1a, 64 bits (RFC 9923): only tells one form of a page from another.
static std::uint64_t fingerprint(std::string_view text) {
    std::uint64_t sum = 0xcbf29ce484222325;
    for (const char letter : text) {
        sum = (sum ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
    }
    return sum;
}

/// The proof that the form is ours, and the key that lets a form sent twice count once. A visitor without a session
/// gets no key: strangers may share a stored page, and must not share a key.
static Html keys_of_form(const http::Call& call, std::string_view path, const Html& content) {
    std::vector<Html> fields;
    if (!call.principal.csrf_token.empty()) {
        fields.push_back(hidden_field("csrfToken", call.principal.csrf_token));
    }
    if (!call.principal.is_anonymous() && !call.request.id.empty()) {
        const auto sum = fingerprint(std::string{path} + content.bytes());
        fields.push_back(hidden_field("requestKey", fmt::format("{}-{:016x}", call.request.id, sum)));
    }
    return html::join(fields);
}

Html post_button(const http::Call& call, std::string_view text, std::string_view path, std::string_view variant,
                 const std::vector<std::pair<std::string, std::string>>& hidden) {
    Html content;
    for (const auto& [name, value] : hidden) {
        content += hidden_field(name, value);
    }
    return html::form(cls("post-button"), attribute("method", "post"), attribute("action", local_path(call, path)),
                      content, keys_of_form(call, path, content), submit(text, variant));
}

Html form(const http::Call& call, std::string_view path, const Html& content, bool takes_files, std::int64_t version) {
    const auto& t = call.t;
    std::optional<Html> version_field;
    if (version != 0) {
        version_field = hidden_field("version", std::to_string(version));
    }
    // The server tells all faults at once, in the page's language; the browser would tell one, in its own.
    return html::form(cls("form"), attribute("method", "post"), attribute("action", local_path(call, path)),
                      html::flag("novalidate"), attribute_if(takes_files, "enctype", "multipart/form-data"),
                      attribute("data-island", takes_files ? "guard upload" : "guard"),
                      attribute_if(takes_files, "data-sending", t(platform::text::ui_form_sending)),
                      attribute_if(takes_files, "data-failed", t(platform::text::ui_form_sending_failed)),
                      keys_of_form(call, path, content), version_field, content);
}

Html filter_form(const http::Call& call, std::string_view path, const Html& content) {
    std::optional<Html> button;
    if (content.bytes().find("type=\"submit\"") == std::string::npos) {
        button =
            html::button(cls("ds-button"), attribute("type", "submit"), words(call, platform::text::ui_filter_show));
    }
    // A filter that says "all" is empty and good: the browser must not ask for it.
    return html::form(cls("filter"), attribute("method", "get"), attribute("action", local_path(call, path)),
                      html::flag("novalidate"), attribute("data-island", "filter"),
                      attribute("data-announce", call.t(platform::text::ui_filter_hits)), attribute("data-size", "sm"),
                      content, button);
}

} // namespace ui
