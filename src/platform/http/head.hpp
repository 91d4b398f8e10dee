#pragma once
// The head of a request as it came over the wire, before anybody has understood it.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

struct Head {
    std::string method;                                       ///< As sent: "GET".
    std::string target;                                       ///< As sent: "/cases?state=planned".
    std::vector<std::pair<std::string, std::string>> headers; ///< Names in lower case.
    std::string remote_address;                               ///< Of the other end of the connection.
    bool is_http_1_1 = true;
    bool is_secure = false;
    bool is_chunked = false;
    std::optional<std::uint64_t> content_length;

    [[nodiscard]] std::optional<std::string_view> header(std::string_view lower_case_name) const {
        for (const auto& [name, value] : headers) {
            if (name == lower_case_name) return value;
        }
        return std::nullopt;
    }
    [[nodiscard]] bool has_body() const { return is_chunked || content_length.value_or(0) > 0; }
};

} // namespace http
