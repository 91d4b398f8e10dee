#include "platform/json/type.hpp"

#include <cstdlib>
#include <cxxabi.h>

namespace json {

static std::string demangled(const std::type_info& type) {
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> name{abi::__cxa_demangle(type.name(), nullptr, nullptr, &status),
                                                           &std::free};
    return status == 0 ? std::string{name.get()} : std::string{type.name()};
}

static bool is_letter(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

std::string readable_name(const std::type_info& type) {
    auto name = demangled(type);
    static constexpr std::string_view anonymous = "(anonymous namespace)::";
    for (auto at = name.find(anonymous); at != std::string::npos; at = name.find(anonymous))
        name.erase(at, anonymous.size());
    return name;
}

/// "news::Page<governance::CaseRow>" -> "PageCaseRow": of each qualified name its last part.
static std::string short_name(const std::string& qualified) {
    std::string out;
    for (std::size_t i = 0; i < qualified.size();) {
        auto end = i;
        while (end < qualified.size() && is_letter(qualified[end]))
            ++end;
        if (end > i && qualified.compare(end, 2, "::") != 0) out.append(qualified, i, end - i);
        i = end > i ? end : i + 1;
    }
    return out;
}

namespace typing {

Type named(Type::Kind kind, const std::type_info& info) {
    Type type{.kind = kind};
    const auto qualified = readable_name(info);
    const auto border = qualified.find("::");
    const auto bracket = qualified.find('<');
    type.name = short_name(qualified);
    if (border != std::string::npos && border < bracket) type.module = qualified.substr(0, border);
    return type;
}

} // namespace typing

} // namespace json
