#pragma once
// What a handler is given. A Query (GET) can read and nothing else; a Command (POST, PUT, PATCH, DELETE) can write.
#include "platform/http/response.hpp"
#include "platform/i18n/translator.hpp"
#include "platform/principal.hpp"
#include "platform/services.hpp"

namespace ui {
struct Site;
}

namespace http {

/// What queries and commands share, and what pages are drawn from.
struct Call {
    const Request& request;
    const Principal& principal;
    const i18n::Translator& t;
    Instant now;
    const ui::Site& site;
    const std::string& public_url;

    [[nodiscard]] bool wants_html() const { return request.format == Format::html; }
    [[nodiscard]] Date today() const { return norwegian_date(now); }
    /// A path of our own with the language's prefix: url("/cases") is "/nn/cases" on a nynorsk page.
    [[nodiscard]] std::string url(std::string_view path) const;
};

struct Query : Call {
    db::Reader& reader;
    journal::Journal& journal;
    blobs::Store& blobs;
};

struct Command : Call {
    const Services& services;

    /// Runs an action in a commit group.
    template <class Action>
    auto write(Action&& action) const {
        return services.database.write(std::forward<Action>(action));
    }

    /// The same for actions that make something, answered with the path of what was made: a second request with the
    /// same request key (Idempotency-Key, or the form's requestKey) of the same principal does nothing and gives the
    /// same path. Fails with platform.request_key_reused when the key came with another request before.
    [[nodiscard]] Result<std::string> once(const std::function<Result<std::string>(db::Transaction&)>& action) const;
};

/// Whatever a handler needs besides (an outside party, a setting) it captures; there are no globals.
using QueryHandler = std::function<Result<Response>(const Query&)>;
using CommandHandler = std::function<Result<Response>(const Command&)>;

/// Takes a body as it comes, however long and of whatever type, and answers at its end. A client that goes away takes
/// it with it. Used by one thread at a time.
class BodyTaker {
public:
    virtual ~BodyTaker() = default;
    virtual Result<void> take(std::string_view piece) = 0;
    virtual Result<Response> finish() = 0;
};
/// Begins to take the body of a request that may be made; the command outlives what it gives.
using StreamHandler = std::function<Result<std::unique_ptr<BodyTaker>>(const Command&)>;

} // namespace http
