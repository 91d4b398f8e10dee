#include "platform/http/answer.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"
#include "platform/http/header_values.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace http {

std::string http_date(Instant instant) {
    static constexpr std::string_view days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(instant - day)};
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[std::chrono::weekday{day}.c_encoding()],
                       static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

std::string_view reason_phrase(int status) {
    static constexpr std::pair<int, std::string_view> phrases[] = {
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {411, "Length Required"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {422, "Unprocessable Content"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
    };
    for (const auto& [number, phrase] : phrases) {
        if (number == status) return phrase;
    }
    return "Status";
}

static void append_line(std::string& head, std::string_view name, std::string_view value) {
    const auto is_control = [](char letter) {
        return (letter >= 0 && letter < ' ' && letter != '\t') || letter == 0x7f;
    };
    ensure(std::ranges::none_of(value, is_control) && std::ranges::none_of(name, is_control));
    head.append(name).append(": ").append(value).append("\r\n");
}

static std::string status_line(int status) {
    return fmt::format("HTTP/1.1 {} {}\r\n", status, reason_phrase(status));
}

/// RFC 9110, section 15.4.5: what a 304 repeats, and what protects the page it renews.
static bool belongs_to_not_modified(std::string_view name) {
    return name != "content-type" && name != "content-encoding" && name != "content-language";
}

static std::shared_ptr<Document> make_document(Response&& response, std::optional<std::size_t> length) {
    auto document = std::make_shared<Document>();
    document->status = response.status;
    document->head = status_line(response.status);
    if (!response.content_type.empty()) append_line(document->head, "content-type", response.content_type);
    if (length) append_line(document->head, "content-length", std::to_string(*length));
    if (const auto tag = response.header("etag"); tag && response.status == 200) {
        document->tag = *tag;
        document->not_modified_head = status_line(304);
    }
    for (const auto& [name, value] : response.headers) {
        append_line(document->head, name, value);
        if (!document->tag.empty() && belongs_to_not_modified(name)) {
            append_line(document->not_modified_head, name, value);
        }
    }
    for (const auto& cookie : response.cookies) {
        append_line(document->head, "set-cookie", cookie);
    }
    document->own_content = std::move(response.body);
    return document;
}

static bool has_no_content(int status) {
    return status == 204 || status == 304;
}

std::shared_ptr<const Document> document_of(Response response) {
    ensure(!response.pieces && !response.events && !has_no_content(response.status));
    const auto length = response.body.size();
    return make_document(std::move(response), length);
}

std::shared_ptr<const Document> document_of(Response response, std::string_view embedded_content) {
    auto document = make_document(std::move(response), embedded_content.size());
    document->embedded_content = embedded_content;
    return document;
}

Answer answer_with(Response response, Method method) {
    Answer answer;
    answer.status = response.status;
    answer.has_content = method != Method::head && !has_no_content(response.status);
    answer.length = response.length;
    answer.pieces = std::move(response.pieces);
    if (answer.has_content) answer.events = std::move(response.events);
    std::optional<std::size_t> length;
    if (!answer.pieces && !answer.events && !has_no_content(response.status)) length = response.body.size();
    answer.document = make_document(std::move(response), length);
    return answer;
}

Answer answer_from_document(std::shared_ptr<const Document> document, Method method, std::string_view if_none_match) {
    Answer answer;
    const bool is_known = !if_none_match.empty() && lists_tag(if_none_match, document->tag);
    answer.status = is_known ? 304 : document->status;
    answer.has_content = method != Method::head && !is_known;
    answer.document = std::move(document);
    return answer;
}

/// Handing a piece from a worker to the loop costs more than making a small one.
static constexpr std::size_t piece_bytes_min = 64 * 1024;

Result<Piece> next_piece(const std::function<Result<std::string>()>& pieces) {
    Piece piece;
    while (piece.bytes.size() < piece_bytes_min && !piece.is_last) {
        auto more = TRY(pieces());
        piece.is_last = more.empty();
        piece.bytes = piece.bytes.empty() ? std::move(more) : std::move(piece.bytes) + more;
    }
    return piece;
}

Result<void> begin_pieces(Answer& answer) {
    if (!answer.pieces || !answer.has_content) return {};
    answer.first_piece = TRY(next_piece(answer.pieces));
    const std::uint64_t bytes = answer.first_piece->bytes.size();
    const auto said = answer.length.value_or(bytes);
    const bool is_all = answer.first_piece->is_last;
    if (bytes > said || (is_all && bytes < said)) {
        return platform::internal.error({{"reason", std::string{"the answer has another length than was said"}}});
    }
    if (is_all) answer.length = bytes;
    return {};
}

} // namespace http
