#pragma once
// Answers in the form in which they travel.
#include "platform/http/response.hpp"

#include <memory>

namespace http {

/// Status line, headers and content as bytes, made once and sent as often as it is asked for. What differs each time it
/// is sent (Date, X-Request-Id, Connection, how the end is told) is added by the connection.
struct Document {
    int status = 200;
    std::string head;              ///< Each line ends with CRLF; no empty line.
    std::string not_modified_head; ///< The same for 304; empty when there is no tag.
    std::string tag;               ///< The ETag, with its quotes.
    std::string own_content;
    std::string_view embedded_content; ///< Instead of own_content, for what is a part of the program.
    [[nodiscard]] std::string_view content() const {
        return embedded_content.data() == nullptr ? std::string_view{own_content} : embedded_content;
    }
    [[nodiscard]] std::size_t size() const { return head.size() + not_modified_head.size() + content().size(); }
};

/// What the log and the metrics want to know of a request.
struct Trace {
    std::string request_id{};
    std::string_view route; ///< Its pattern; empty when no route was found.
    std::string principal_id{};
    std::string_view problem_code{}; ///< Empty when all went well.
    bool is_from_cache = false;
};

/// Of an answer that comes in pieces.
struct Piece {
    std::string bytes;
    bool is_last = false;
};

struct Answer {
    std::shared_ptr<const Document> document;
    int status = 200;
    bool has_content = true;                     ///< False for HEAD and 304.
    std::function<Result<std::string>()> pieces; ///< Instead of the document's content.
    std::optional<std::uint64_t> length;         ///< Of all pieces, when known.
    std::optional<Piece> first_piece;            ///< What has been made of the pieces already.
    std::shared_ptr<Subscription> events;        ///< After the content: the line stays open for them.
    bool closes_connection = false;
    Trace trace;
};

/// "Wed, 04 Mar 2026 09:00:00 GMT" (RFC 9110, section 5.6.7).
std::string http_date(Instant);
std::string_view reason_phrase(int status);

/// The response as bytes. A header value with control characters is a broken invariant: it would split the answer.
std::shared_ptr<const Document> document_of(Response);
/// The same with a content that lives as long as the program.
std::shared_ptr<const Document> document_of(Response, std::string_view embedded_content);
/// The answer with that response, for a request with that method.
Answer answer_with(Response, Method);
/// The document, or 304 when the tags that the client knows hold its own.
Answer answer_from_document(std::shared_ptr<const Document>, Method, std::string_view if_none_match);

/// What comes next, until it is worth sending: small pieces travel together. May block.
Result<Piece> next_piece(const std::function<Result<std::string>()>& pieces);
/// Makes the first piece, so that a fault can still be told, and a short answer leaves with its length. May block.
/// Fails with `internal` when the answer is over and has another length than was said.
Result<void> begin_pieces(Answer&);

} // namespace http
