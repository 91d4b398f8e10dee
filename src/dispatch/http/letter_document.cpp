// A document of a letter that was opened, shown in the browser where it can be.
#include "dispatch/actions/content.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "platform/content/media_kind.hpp"
#include "platform/http/percent.hpp"

#include <charconv>
#include <fmt/format.h>

namespace dispatch {

namespace {

/// What stands first is enough to tell what it is; it is sent on with the rest.
struct FirstPiece {
    std::function<Result<std::string>()> rest;
    std::string piece;
    bool is_sent = false;
};

} // namespace

Result<http::Response> show_letter_document(const Office& office, const http::Query& query) {
    const auto letter = TRY(letter_in_path(office, query.reader, query)).letter;
    if (!letter.own_opened_at) return letter_unopened.error();
    const auto opened = TRY(open_dispatch(query.reader, office, letter.dispatch));
    const auto text = query.request.path_value("position");
    std::size_t position = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), position);
    if (failure != std::errc{} || end != text.data() + text.size() || position >= opened.documents.size()) {
        return dispatch_not_found.error();
    }
    auto first = std::make_shared<FirstPiece>();
    first->rest = document_pieces(query.blobs, opened, position);
    first->piece = TRY(first->rest());
    const auto kind = content::recognise(first->piece);
    const bool is_shown = kind == content::MediaKind::pdf || content::is_picture(kind);
    http::Response response;
    response.content_type = content::media_type(kind);
    response.length = static_cast<std::uint64_t>(opened.documents[position].bytes);
    response.with("content-disposition", fmt::format("{}; filename*=UTF-8''{}", is_shown ? "inline" : "attachment",
                                                     http::percent_encoded(opened.envelope.documents[position].name)));
    response.with("cache-control", "private, no-store");
    response.pieces = [first]() -> Result<std::string> {
        if (first->is_sent) return first->rest();
        first->is_sent = true;
        return first->piece;
    };
    return response;
}

} // namespace dispatch
