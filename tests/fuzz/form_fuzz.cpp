// Whatever the bytes: no crash, only UTF-8 comes out, and what was read is written so that it reads back as the same.
#include "platform/ensure.hpp"
#include "platform/http/percent.hpp"
#include "platform/http/request.hpp"
#include "platform/unicode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    ensure_or_stop(http::percent_decoded(http::percent_encoded(text)) == text);
    http::Request request;
    request.headers.emplace_back("cookie", text);
    request.headers.emplace_back("if-match", text);
    (void)request.cookie("samband");
    if (const auto version = request.expected_version()) ensure_or_stop(*version == -1 || *version > 0);

    const auto form = http::Form::parse(text);
    if (!form) return 0;
    for (const auto& [name, value] : form->fields()) {
        ensure_or_stop(unicode::is_valid(name) && unicode::is_valid(value));
        ensure_or_stop(form->first(name).has_value());
    }
    const auto again = http::Form::parse(form->to_string());
    // A field without a name and a value leaves no trace when it is written.
    if (form->to_string().find("&=&") == std::string::npos) {
        ensure_or_stop(again.has_value() && again->fields() == form->fields());
    }
    return 0;
}
