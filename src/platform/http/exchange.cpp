#include "platform/http/exchange.hpp"
#include "platform/errors.hpp"
#include "platform/http/csrf.hpp"
#include "platform/http/finishing.hpp"
#include "platform/http/header_values.hpp"
#include "platform/http/percent.hpp"
#include "platform/http/problem.hpp"
#include "platform/http/protocol_near.hpp"
#include "platform/http/upload.hpp"
#include "platform/log/log.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace http {

static Call call_of(const Foundation& foundation, const Request& request, const Principal& principal) {
    const auto& services = foundation.services;
    return {request,         principal,          services.texts.in(request.language), services.clock.now(),
            foundation.site, services.public_url};
}

/// A page for people leads to the login; whoever sent a form or is a machine is told what is missing. So is somebody
/// whose log-in failed: sent to the login again, they would never read why.
static bool leads_to_login(const Call& call, const Error& error) {
    return error.code == platform::not_logged_in.name && call.wants_html() && call.principal.is_anonymous() &&
           (call.request.method == Method::get || call.request.method == Method::head) &&
           call.request.path != call.site.log_in_path;
}

static const Protocol* protocol_of(const Router& router, const Request& request) {
    const auto match = router.match(request.method, request.path);
    return match.route == nullptr ? protocol_near(router, request.path) : match.route->about.protocol;
}

Response refusal_of(const Foundation& foundation, const Request& request, const Principal& principal,
                    const Error& error) {
    const auto call = call_of(foundation, request, principal);
    const auto* protocol = protocol_of(foundation.router, request);
    // A full queue is counted; a line in the log for each would be work on top of too much work.
    const bool is_ours = error.kind == ErrorKind::internal || error.kind == ErrorKind::unavailable;
    if (is_ours && error.code != platform::server_busy.name) {
        logging::error("http.could_not_answer", error, {{"id", request.id}});
    }
    auto response = protocol != nullptr ? protocol->refusal(call, error)
                    : leads_to_login(call, error)
                        ? see_other(call.url(call.site.log_in_path) + "?next=" + percent_encoded(request.target))
                        : problem(call, error);
    add_protection(response, request.is_secure);
    // A refusal has neither tag nor range, so finishing it cannot fail.
    const auto is_finished = finish(response, request, {.is_private = true, .is_negotiated = false});
    ensure(is_finished.has_value());
    return response;
}

static std::optional<MultipartShape> multipart_shape(const Request& request, const About& about) {
    const auto type = request.header("content-type");
    const auto word = type && about.takes_files ? parse_parameterised(*type).word : std::string{};
    if (word == "multipart/form-data") return MultipartShape::form;
    if (word == "multipart/related" && about.takes_related) return MultipartShape::related;
    return std::nullopt;
}

Exchange::Exchange(ExchangeSurroundings& surroundings, Request request, Answerer answerer, std::string cache_key)
    : surroundings_{surroundings}, request_{std::move(request)}, answerer_{answerer}, cache_key_{std::move(cache_key)} {
    const auto shape = answerer_.route == nullptr ? std::nullopt : multipart_shape(request_, answerer_.route->about);
    if (shape) {
        // Without a boundary no part is ever found, and the reader says so.
        const auto boundary = multipart_boundary(*request_.header("content-type"));
        const auto& about = answerer_.route->about;
        const auto& services = surroundings_.foundation.services;
        if (about.seals_files) request_.file_key = std::make_shared<crypto::Key>(crypto::Key::make(services.random));
        receiver_ = std::make_unique<UploadReceiver>(request_, services.blobs, services.clock,
                                                     [this] { return check_token(request_, principal_); });
        auto limits = surroundings_.multipart;
        limits.parts_max = std::max(limits.parts_max, about.parts_max);
        limits.file_name_bytes_max = std::max(limits.file_name_bytes_max, about.file_name_bytes_max);
        multipart_ =
            std::make_unique<MultipartReader>(boundary ? *boundary : std::string{}, *receiver_, limits, *shape);
    }
}

Exchange::~Exchange() = default;

std::size_t Exchange::body_bytes_max() const {
    if (answerer_.route == nullptr) return 0;
    const auto& about = answerer_.route->about;
    return about.takes_files && !multipart_ ? std::min(about.body_max, about.held_max) : about.body_max;
}

Trace Exchange::trace() const {
    Trace trace;
    trace.request_id = request_.id;
    trace.route = answerer_.route == nullptr ? std::string_view{answerer_.page->path} : answerer_.route->pattern;
    trace.principal_id = principal_.id;
    trace.problem_code = problem_code_;
    return trace;
}

bool Exchange::is_private() const {
    return !principal_.is_anonymous();
}

Response Exchange::refusal(const Error& error) {
    problem_code_ = error.code;
    return refusal_of(surroundings_.foundation, request_, principal_, error);
}

Answer Exchange::sealed(Response&& response) {
    auto answer = answer_with(std::move(response), request_.method);
    answer.trace = trace();
    return answer;
}

Answer Exchange::refuse(const Error& error) {
    return sealed(refusal(error));
}

Result<void> Exchange::authorise() {
    if (is_admitted_ || answerer_.route == nullptr) return {};
    const auto& foundation = surroundings_.foundation;
    TRY(check_origin(request_, foundation.services.public_url));
    principal_ = TRY(foundation.authenticator.authenticate(request_));
    if (!principal_.is_anonymous() && answerer_.route->about.protocol == nullptr) {
        if (const auto wait = surroundings_.principal_limiter.take(principal_.id)) {
            auto error = platform::rate_limited.error({{"seconds", wait->count()}});
            error.retry_after_s = static_cast<int>(wait->count());
            return error;
        }
    }
    // The handler asks again for the body or organisation that the right is for.
    if (!principal_.may_somewhere(answerer_.route->right)) TRY(principal_.require(answerer_.route->right));
    is_admitted_ = true;
    return {};
}

std::optional<Answer> Exchange::admit() {
    const auto admitted = guarded(request_.id, [this] { return authorise(); });
    if (!admitted) return refuse(admitted.error());
    return std::nullopt;
}

std::optional<Answer> Exchange::take(std::string_view piece) {
    const auto taken = guarded(request_.id, [&]() -> Result<void> {
        TRY(authorise());
        return multipart_ ? multipart_->take(piece) : hand_over(piece);
    });
    if (!taken) return refuse(taken.error());
    return std::nullopt;
}

const StreamHandler* Exchange::stream_handler() const {
    return answerer_.route == nullptr ? nullptr : std::get_if<StreamHandler>(&answerer_.route->handler);
}

Result<void> Exchange::hand_over(std::string_view piece) {
    if (!taker_) {
        TRY(check_token(request_, principal_));
        const auto& foundation = surroundings_.foundation;
        command_ = std::make_unique<Command>(Command{call_of(foundation, request_, principal_), foundation.services});
        taker_ = TRY((*stream_handler())(*command_));
    }
    return taker_->take(piece);
}

Result<void> Exchange::read_body(std::string body) {
    if (stream_handler() != nullptr) return hand_over(body);
    if (multipart_) {
        TRY(multipart_->take(body));
        return multipart_->finish();
    }
    const bool is_foreign = answerer_.route != nullptr && answerer_.route->about.protocol != nullptr;
    if (is_foreign || request_.has_json_body()) {
        request_.body = std::move(body);
    } else if (!body.empty()) {
        request_.form = TRY(Form::parse(body));
    }
    return {};
}

/// Lends a reader to a query; a command takes its transactions itself.
Result<Response> Exchange::handle() {
    const auto& foundation = surroundings_.foundation;
    const auto& services = foundation.services;
    if (answerer_.page != nullptr) return answerer_.page->answer(request_);
    if (taker_) return taker_->finish();
    const auto call = call_of(foundation, request_, principal_);
    if (const auto* answer_query = std::get_if<QueryHandler>(&answerer_.route->handler)) {
        const auto reader = TRY(services.database.reader());
        return (*answer_query)(Query{call, *reader, services.journal, services.blobs});
    }
    return std::get<CommandHandler>(answerer_.route->handler)(Command{call, services});
}

Response Exchange::finished(Response response) {
    if (request_.format == Format::html && response.content_type.starts_with("text/html")) {
        response.with("content-language", std::string{i18n::code(request_.language)});
    }
    add_protection(response, request_.is_secure);
    const bool is_negotiated = answerer_.route != nullptr && answerer_.route->about.formats.size() > 1;
    const auto is_finished =
        http::finish(response, request_, {.is_private = is_private(), .is_negotiated = is_negotiated});
    if (is_finished) return response;
    auto refused = refusal(is_finished.error());
    if (is_finished.error().code == platform::range_unsatisfiable.name) {
        refused.with("content-range", fmt::format("bytes */{}", response.length.value_or(0)));
    }
    return refused;
}

Response Exchange::respond(std::string body) {
    Response response;
    const auto outcome = guarded(request_.id, [&]() -> Result<void> {
        TRY(authorise());
        TRY(read_body(std::move(body)));
        TRY(check_token(request_, principal_));
        response = finished(TRY(handle()));
        return {};
    });
    return outcome ? response : refusal(outcome.error());
}

Answer Exchange::finish(std::string body) {
    return cache_key_.empty() ? sealed(respond(std::move(body))) : finish_kept(std::move(body));
}

/// The page is made as if nobody had it, so that it serves all who wait for it; each then gets it in their own way.
Answer Exchange::finish_kept(std::string body) {
    const auto known = request_.header("if-none-match");
    const std::string known_tags{known.value_or(std::string_view{})};
    std::erase_if(request_.headers, [](const auto& header) { return header.first == "if-none-match"; });

    std::optional<Answer> own;
    const auto document = surroundings_.cache.find_or_make(
        cache_key_,
        [&]() -> std::shared_ptr<const Document> {
            auto response = respond(std::move(body));
            const bool may_be_kept = response.status == 200 && response.cookies.empty() && !response.pieces &&
                                     !response.events && !is_private();
            own = sealed(std::move(response));
            return may_be_kept ? own->document : nullptr;
        },
        answerer_.route->version_of(request_.path_values));
    if (own && !document) return *std::move(own);
    auto answer = answer_from_document(document, request_.method, known_tags);
    answer.trace = trace();
    return answer;
}

} // namespace http
