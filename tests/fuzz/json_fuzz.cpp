// Whatever the bytes: no crash, and what was read as JSON or as a form is written so that it reads back as the same.
#include "platform/ensure.hpp"
#include "platform/json/described.hpp"

namespace {

enum class Colour { red, deep_blue };
BOOST_DESCRIBE_ENUM(Colour, red, deep_blue)

struct Inner {
    Line<20> name;
    std::optional<Colour> colour;
    bool operator==(const Inner&) const = default;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (name, colour))

struct Outer {
    Line<40> title;
    Prose<200> text;
    std::int64_t count = 0;
    std::uint8_t page = 1;
    double share = 0;
    bool is_open = false;
    std::optional<Date> day;
    std::optional<Instant> at;
    std::optional<Uuid> id;
    std::vector<Inner> inner;
    std::vector<std::string> words;
    json::Value anything;
    bool operator==(const Outer&) const = default;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (title, text, count, page, share, is_open, day, at, id, inner, words, anything))

void read_back(Outer read) {
    // Times are written with milliseconds.
    if (read.at) read.at = std::chrono::floor<std::chrono::milliseconds>(*read.at);
    const auto again = json::read<Outer>(json::write(read));
    ensure_or_stop(again.has_value());
    ensure_or_stop(*again == read);
}

/// The same bytes as a form: lines of name=value.
json::FormFields fields_of(std::string_view text) {
    json::FormFields fields;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        const auto sign = std::min(line.find('='), line.size());
        fields.emplace_back(line.substr(0, sign), sign < line.size() ? line.substr(sign + 1) : "");
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return fields;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    if (const auto parsed = json::parse(text)) {
        const auto again = json::parse(json::to_string(*parsed));
        ensure_or_stop(again.has_value() && *again == *parsed);
    }
    if (auto read = json::read<Outer>(text)) read_back(*std::move(read));
    const auto fields = fields_of(text);
    if (auto read = json::read_form<Outer>(fields)) read_back(*std::move(read));
    const auto asked = json::read_query<Outer>(fields);
    if (!asked) ensure_or_stop(!asked.error().faults.empty());
    return 0;
}
