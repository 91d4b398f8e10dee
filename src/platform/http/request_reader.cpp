// The parser has an assertion that a slow client breaks with three lawful bytes (basic_parser::parse_chunk_header, "n
// >= 5" while the last chunk arrives byte by byte); without it the code goes on correctly. Boost 1.81 to 1.88.
#define BOOST_DISABLE_ASSERTS

#include "platform/http/request_reader.hpp"
#include "platform/errors.hpp"
#include "platform/http/header_values.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

namespace http {

namespace beast = boost::beast;
using Fault = beast::error_code;

static Error malformed(std::string reason) {
    return platform::request_malformed.error({{"reason", std::move(reason)}});
}

static std::string_view view(beast::string_view text) {
    return {text.data(), text.size()};
}

/// Puts what the parser finds into the head and the body.
class RequestReader::Parser final : public beast::http::basic_parser<true> {
public:
    Parser(Head& head, std::string& body) : head_{head}, body_{body} {
        // Our own limits hold: they depend on the route, and answer each with its own status.
        body_limit(boost::none);
        header_limit(std::numeric_limits<std::uint32_t>::max());
        eager(false);
    }

    // Called by newer Boost for the fields behind a chunked body, which nobody here asks for.
    virtual void on_trailer_field_impl(beast::http::field, beast::string_view, beast::string_view, Fault&) {}

private:
    void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target, int version,
                         Fault&) override {
        head_.method = view(method);
        head_.target = view(target);
        head_.is_http_1_1 = version == 11;
    }
    void on_response_impl(int, beast::string_view, int, Fault&) override {}
    void on_field_impl(beast::http::field, beast::string_view name, beast::string_view value, Fault&) override {
        // A field behind the body must not pass for one of the head.
        if (!is_header_done()) head_.headers.emplace_back(lower_case(view(name)), view(value));
    }
    void on_header_impl(Fault&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, Fault&) override {}
    std::size_t on_body_impl(beast::string_view bytes, Fault&) override {
        body_ += view(bytes);
        return bytes.size();
    }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, Fault&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes, Fault&) override {
        body_ += view(bytes);
        return bytes.size();
    }
    void on_finish_impl(Fault&) override {}

    Head& head_;
    std::string& body_;
};

RequestReader::RequestReader(HeadLimits limits) : limits_{limits}, parser_{std::make_unique<Parser>(head_, body_)} {}
RequestReader::~RequestReader() = default;

bool RequestReader::is_complete() const {
    return has_head_ && parser_->is_done();
}

bool RequestReader::keeps_alive() const {
    return parser_->keep_alive();
}

void RequestReader::restart() {
    head_.method.clear();
    head_.target.clear();
    head_.headers.clear();
    head_.is_chunked = false;
    head_.content_length.reset();
    body_.clear();
    head_bytes_ = 0;
    has_begun_ = false;
    has_head_ = false;
    std::destroy_at(parser_.get());
    std::construct_at(parser_.get(), head_, body_);
}

/// Refuses line ends that others might not see as such, and lines that others might join.
static Result<void> check_lines(std::string_view lines) {
    for (auto at = lines.find('\n'); at != std::string_view::npos; at = lines.find('\n', at + 1)) {
        if (at == 0 || lines[at - 1] != '\r') return malformed("a line ends without a carriage return");
        const bool is_folded = at + 1 < lines.size() && (lines[at + 1] == ' ' || lines[at + 1] == '\t');
        if (is_folded) return malformed("a header line is folded");
    }
    return {};
}

Result<std::size_t> RequestReader::take(std::string_view bytes) {
    if (bytes.empty() || is_complete()) return std::size_t{0};
    return has_head_ ? take_body(bytes) : take_head(bytes);
}

Result<std::size_t> RequestReader::take_head(std::string_view bytes) {
    std::size_t skipped = 0;
    if (!has_begun_) {
        // Empty lines before a request are passed over (RFC 9112, section 2.2).
        while (skipped < bytes.size() && (bytes[skipped] == '\r' || bytes[skipped] == '\n')) {
            ++skipped;
        }
        bytes.remove_prefix(skipped);
        if (bytes.empty()) return skipped;
        has_begun_ = true;
    }
    Fault fault;
    const auto used = parser_->put(boost::asio::buffer(bytes.data(), bytes.size()), fault);
    head_bytes_ += used;
    const bool needs_more = fault == beast::http::error::need_more;
    if (fault && !needs_more) return malformed(fault.message());

    // The parser may leave the first line until it has seen the last one.
    const auto target_bytes =
        head_.target.empty() ? std::min(bytes.find('\n', used), bytes.size()) - used : head_.target.size();
    if (target_bytes > limits_.target_bytes_max) {
        return platform::address_too_long.error({{"limit", static_cast<std::int64_t>(limits_.target_bytes_max)}});
    }
    const auto waiting = needs_more ? bytes.size() - used : 0;
    if (head_bytes_ + waiting > limits_.bytes_max || head_.headers.size() > limits_.fields_max) {
        return platform::header_too_large.error({{"limit", static_cast<std::int64_t>(limits_.bytes_max)}});
    }
    TRY(check_lines(bytes.substr(0, needs_more ? bytes.size() : used)));
    if (parser_->is_header_done()) TRY(check_head());
    if (parser_->is_header_done()) {
        has_head_ = true;
        head_.is_chunked = parser_->chunked();
        if (const auto length = parser_->content_length()) head_.content_length = *length;
    }
    return skipped + used;
}

/// Refuses what two readers might understand differently.
Result<void> RequestReader::check_head() const {
    const auto count = [&](std::string_view name) {
        return std::ranges::count(head_.headers, name, &std::pair<std::string, std::string>::first);
    };
    if (count("content-length") > 1) return malformed("more than one Content-Length");
    const auto length = head_.header("content-length");
    if (length && !std::ranges::all_of(*length, [](char letter) { return letter >= '0' && letter <= '9'; })) {
        return malformed("Content-Length is no number");
    }
    if (const auto coding = head_.header("transfer-encoding")) {
        if (length) return malformed("both Content-Length and Transfer-Encoding");
        if (!head_.is_http_1_1) return malformed("Transfer-Encoding in HTTP/1.0");
        if (count("transfer-encoding") > 1 || !equal_ignoring_case(*coding, "chunked")) {
            return malformed("a Transfer-Encoding other than chunked");
        }
    }
    if (count("host") > 1) return malformed("more than one Host");
    const auto host = head_.header("host");
    if (!host && head_.is_http_1_1) return malformed("no Host");
    if (host && host->find_first_of(" \t,/\\@?#\"<>") != std::string_view::npos) return malformed("Host is no host");
    return {};
}

Result<std::size_t> RequestReader::take_body(std::string_view bytes) {
    std::size_t used = 0;
    while (used < bytes.size() && !parser_->is_done()) {
        Fault fault;
        const auto more = parser_->put(boost::asio::buffer(bytes.data() + used, bytes.size() - used), fault);
        used += more;
        if (fault == beast::http::error::need_more) break;
        if (fault) return malformed(fault.message());
    }
    // The lines between chunks are short; one that fills a buffer is an attack.
    if (bytes.size() - used > limits_.bytes_max && !parser_->is_done()) {
        return platform::header_too_large.error({{"limit", static_cast<std::int64_t>(limits_.bytes_max)}});
    }
    return used;
}

} // namespace http
