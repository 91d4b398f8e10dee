#pragma once
// One request from its head to its answer.
#include "platform/http/answer.hpp"
#include "platform/http/foundation.hpp"
#include "platform/http/machine_page.hpp"
#include "platform/http/multipart.hpp"
#include "platform/http/page_cache.hpp"
#include "platform/http/rate_limiter.hpp"

namespace http {

/// What all exchanges of a dispatcher share.
struct ExchangeSurroundings {
    Foundation foundation;
    PageCache& cache;
    RateLimiter& principal_limiter;
    MultipartLimits multipart;
};

/// Who answers: a route of a module, or a page for machines.
struct Answerer {
    const Route* route = nullptr;
    const MachinePage* page = nullptr;
};

/// admit() ──▶ take() for each piece of a body with files ──▶ finish(); or finish() alone, which does what is missing.
/// An answer ends it. Used by one thread at a time.
class Exchange {
public:
    /// A cache key that is not empty says that the answer may be kept for others.
    Exchange(ExchangeSurroundings&, Request, Answerer, std::string cache_key);
    ~Exchange();
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    [[nodiscard]] const Request& request() const { return request_; }
    [[nodiscard]] std::size_t body_bytes_max() const;
    /// True when the body may hold files and is to be given piece by piece; else finish() gets it whole.
    [[nodiscard]] bool takes_pieces() const { return multipart_ != nullptr || stream_handler() != nullptr; }

    // These may block: a worker calls them.

    /// Finds out who asks and whether they may, before anything of the body is kept.
    std::optional<Answer> admit();
    std::optional<Answer> take(std::string_view piece);
    Answer finish(std::string body);

    /// Never blocks.
    Answer refuse(const Error&);

private:
    Result<void> authorise();
    Result<void> read_body(std::string body);
    [[nodiscard]] const StreamHandler* stream_handler() const;
    /// To whoever takes the body as it comes, who is found at the first piece.
    Result<void> hand_over(std::string_view piece);
    Result<Response> handle();
    Response respond(std::string body);
    Response finished(Response);
    Response refusal(const Error&);
    Answer finish_kept(std::string body);
    Answer sealed(Response&&);
    [[nodiscard]] Trace trace() const;
    [[nodiscard]] bool is_private() const;

    ExchangeSurroundings& surroundings_;
    Request request_;
    Answerer answerer_;
    std::string cache_key_;
    Principal principal_;
    bool is_admitted_ = false;
    std::string_view problem_code_;
    std::unique_ptr<MultipartReceiver> receiver_;
    std::unique_ptr<MultipartReader> multipart_;
    std::unique_ptr<Command> command_; ///< Of a body that is taken as it comes.
    std::unique_ptr<BodyTaker> taker_;
};

/// The answer to a request that no exchange was made for.
Response refusal_of(const Foundation&, const Request&, const Principal&, const Error&);

} // namespace http
