#include "platform/http/dispatcher.hpp"
#include "platform/errors.hpp"
#include "platform/http/body_rules.hpp"
#include "platform/http/csrf.hpp"
#include "platform/http/finishing.hpp"
#include "platform/http/header_values.hpp"
#include "platform/log/log.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace http {

Result<void> guarded(std::string_view request_id, const std::function<Result<void>()>& step) {
    try {
        return step();
    } catch (const std::exception& broken) {
        logging::error("http.request_broken", {{"id", request_id}, {"what", broken.what()}});
    } catch (...) {
        logging::error("http.request_broken", {{"id", request_id}, {"what", "no std::exception"}});
    }
    return platform::internal.error();
}

/// Letters and digits that people do not take for one another, for reading aloud.
static constexpr std::string_view id_letters = "0123456789abcdefghjkmnpqrstvwxyz";

static std::string random_prefix(Random& random) {
    std::string prefix;
    for (int i = 0; i < 10; ++i) {
        prefix += id_letters[random.below(id_letters.size())];
    }
    return prefix;
}

Dispatcher::Dispatcher(Foundation foundation, DispatcherOptions options, std::vector<MachinePage> machine_pages,
                       std::span<const embedded::File> assets)
    : foundation_{foundation}, options_{std::move(options)}, machine_pages_{std::move(machine_pages)},
      assets_{assets, options_.is_secure}, cache_{options_.page_cache_bytes,
                                                  [&journal = foundation.services.journal] { return journal.head(); },
                                                  clock()},
      address_limiter_{options_.address_rate, clock()}, change_limiter_{options_.change_rate, clock()},
      principal_limiter_{options_.principal_rate, clock()}, surroundings_{foundation_, cache_, principal_limiter_,
                                                                          options_.multipart},
      id_prefix_{random_prefix(foundation.services.random)} {}

std::string Dispatcher::next_id() {
    auto id = id_prefix_ + '-';
    for (auto number = ids_.fetch_add(1, std::memory_order_relaxed) + 1; number > 0; number /= id_letters.size()) {
        id += id_letters[number % id_letters.size()];
    }
    return id;
}

static bool lists(const std::vector<std::string>& addresses, std::string_view address) {
    return std::ranges::find(addresses, address) != addresses.end();
}

/// The last address of X-Forwarded-For that no trusted proxy has: what stands before it, the client may have written.
std::string_view Dispatcher::client_address(const Head& head) const {
    std::string_view client = head.remote_address;
    if (!lists(options_.trusted_proxies, client)) return client;
    for (auto header = head.headers.rbegin(); header != head.headers.rend(); ++header) {
        if (header->first != "x-forwarded-for") continue;
        const auto hops = split_list(header->second);
        for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
            client = *hop;
            if (!lists(options_.trusted_proxies, client)) return client;
        }
    }
    return client;
}

bool Dispatcher::is_secure(const Head& head) const {
    if (head.is_secure || options_.is_secure) return true;
    return lists(options_.trusted_proxies, head.remote_address) && head.header("x-forwarded-proto") == "https";
}

bool Dispatcher::is_operator(const Head& head) const {
    const auto client = client_address(head);
    return client.starts_with("127.") || client == "::1" || lists(options_.operator_addresses, client);
}

/// As much of a request as a refusal needs.
Request Dispatcher::request_of(const Head& head) {
    Request request;
    request.id = next_id();
    request.method = method_named(head.method).value_or(Method::get);
    request.target = head.target;
    request.path = head.target.substr(0, head.target.find('?'));
    if (const auto address = parse_address(head.target)) {
        request.path = address->path;
        request.language = address->language;
    }
    request.format = problem_format(request.path, head);
    request.headers = head.headers;
    request.remote_address = client_address(head);
    request.is_secure = is_secure(head);
    return request;
}

Answer Dispatcher::refuse(const Head& head, const Error& error) {
    const auto request = request_of(head);
    Answer answer;
    const auto outcome = guarded(request.id, [&]() -> Result<void> {
        answer = answer_with(refusal_of(foundation_, request, Principal{}, error), request.method);
        return {};
    });
    if (!outcome) answer = answer_with(plain("", "text/plain", 500), request.method);
    answer.trace.request_id = request.id;
    answer.trace.problem_code = error.code;
    return answer;
}

Dispatcher::Begun Dispatcher::begin(Head& head) {
    auto begun = decide(head);
    if (begun) return *std::move(begun);
    return {refuse(head, begun.error()), nullptr};
}

Result<Dispatcher::Begun> Dispatcher::decide(Head& head) {
    const auto method = method_named(head.method);
    if (!method) return platform::method_unknown.error({{"method", head.method}});
    if (const auto expected = head.header("expect"); expected && !equal_ignoring_case(*expected, "100-continue")) {
        return platform::expectation_failed.error();
    }
    if (head.target == "*" && *method == Method::options) return answer_options(head, "GET, HEAD, POST, OPTIONS");
    const auto address = TRY(parse_address(head.target));
    if (auto begun = begin_fixed(*method, address, head)) return *std::move(begun);
    return begin_route(*method, address, head);
}

/// What stands at a fixed path: the browser's files and the pages for machines.
std::optional<Dispatcher::Begun> Dispatcher::begin_fixed(Method method, const Address& address, Head& head) {
    if (method != Method::get && method != Method::head) return std::nullopt;
    static constexpr std::string_view assets_path = "/assets/";
    if (address.path.starts_with(assets_path) && !head.has_body()) {
        const auto name = std::string_view{address.path}.substr(assets_path.size());
        auto document = assets_.find(name, head.header("accept-encoding").value_or(""));
        if (document) return from_memory(std::move(document), method, head, "/assets/{file}");
    }
    const auto page = std::ranges::find(machine_pages_, address.path, &MachinePage::path);
    if (page == machine_pages_.end() || head.has_body()) return std::nullopt;
    if (page->is_for_operators && !is_operator(head)) return std::nullopt;
    Destination destination{.route = nullptr, .path = address.path, .format = Format::json, .path_values = {}};
    auto exchange = std::make_unique<Exchange>(
        surroundings_, request_taking(std::move(head), method, address.language, std::move(destination)),
        Answerer{.page = &*page}, std::string{});
    if (page->may_block) return Begun{std::nullopt, std::move(exchange)};
    return Begun{exchange->finish({}), nullptr};
}

Dispatcher::Begun Dispatcher::from_memory(std::shared_ptr<const Document> document, Method method, const Head& head,
                                          std::string_view route) {
    auto answer = answer_from_document(std::move(document), method, head.header("if-none-match").value_or(""));
    answer.trace.request_id = next_id();
    answer.trace.route = route;
    answer.trace.is_from_cache = true;
    return {std::move(answer), nullptr};
}

Result<void> Dispatcher::check_rates(const Head& head, Method method) {
    const auto client = rate_key(client_address(head));
    auto wait = address_limiter_.take(client);
    if (!wait && changes_state(method)) wait = change_limiter_.take(client);
    if (!wait) return {};
    auto error = platform::rate_limited.error({{"seconds", wait->count()}});
    error.retry_after_s = static_cast<int>(wait->count());
    return error;
}

/// Empty when the answer must not be kept: not a page for everybody, or asked for by somebody.
std::string Dispatcher::cache_key_of(const Destination& destination, Method method, const Head& head) const {
    const bool is_read = method == Method::get || method == Method::head;
    if (options_.page_cache_bytes == 0 || !is_read || !destination.route->about.is_cached) return {};
    for (const auto& [name, value] : head.headers) {
        if (name == "authorization" || name == "range") return {};
        if (name != "cookie") continue;
        const bool has_session =
            std::ranges::any_of(options_.session_cookies, [&sent = value](const std::string& cookie) {
                return sent.find(cookie) != std::string::npos;
            });
        if (has_session) return {};
    }
    const bool takes_gzip = accepts_coding(head.header("accept-encoding").value_or(""), "gzip");
    // The target has the language's prefix in it.
    auto key = head.target;
    key += '\n';
    key += static_cast<char>('a' + static_cast<int>(destination.format));
    key += takes_gzip ? 'z' : '-';
    key += is_secure(head) ? 's' : '-';
    return key;
}

/// What the protocol of a path tells about itself.
static Offers offers_at(const Router& router, std::string_view path) {
    for (const auto method : router.match(Method::options, path).other_methods) {
        const auto* route = router.match(method, path).route;
        if (route != nullptr && route->about.protocol != nullptr) return route->about.protocol->offers;
    }
    return {};
}

Result<Dispatcher::Begun> Dispatcher::begin_route(Method method, const Address& address, Head& head) {
    if (method == Method::options) {
        const auto allowed = allowed_methods(foundation_.router, address.path);
        if (allowed.empty()) return platform::path_not_found.error();
        return answer_options(head, allowed, offers_at(foundation_.router, address.path));
    }
    auto destination = find_destination(foundation_.router, method, address.path, head);
    std::string cache_key;
    if (destination) {
        cache_key = cache_key_of(*destination, method, head);
        const auto version = destination->route->version_of(destination->path_values);
        auto document = cache_key.empty() ? nullptr : cache_.find(cache_key, version);
        if (document) return from_memory(std::move(document), method, head, destination->route->pattern);
    }
    if (!destination || destination->route->about.protocol == nullptr) TRY(check_rates(head, method));
    if (!destination) {
        const auto stem = std::string_view{address.path}.substr(0, address.path.size() - 1);
        const bool has_slash = address.path.size() > 1 && address.path.ends_with('/') && head.target.starts_with('/');
        if (has_slash && foundation_.router.match(method, stem).route != nullptr) return redirect_without_slash(head);
        return std::move(destination).error();
    }
    TRY(check_body_rules(*destination->route, head));
    const Answerer answerer{.route = destination->route};
    auto query = TRY(Form::parse(address.query));
    auto request = request_taking(std::move(head), method, address.language, *std::move(destination));
    request.query = std::move(query);
    return Begun{std::nullopt,
                 std::make_unique<Exchange>(surroundings_, std::move(request), answerer, std::move(cache_key))};
}

Request Dispatcher::request_taking(Head&& head, Method method, i18n::Language language, Destination&& destination) {
    Request request;
    request.language = language;
    request.id = next_id();
    request.method = method;
    request.remote_address = client_address(head);
    request.is_secure = is_secure(head);
    request.target = head.target;
    request.path = std::move(destination.path);
    request.format = destination.format;
    request.path_values = std::move(destination.path_values);
    request.headers = std::move(head.headers);
    head.headers.clear();
    return request;
}

static Response protected_response(Response response, bool is_secure) {
    add_protection(response, is_secure);
    return response;
}

/// 308: whoever sent a form or a document sends it again to the address without the slash.
Dispatcher::Begun Dispatcher::redirect_without_slash(const Head& head) {
    const auto path_end = std::min(head.target.find('?'), head.target.size());
    Response response{.status = 308};
    response.with("location", head.target.substr(0, path_end - 1) + head.target.substr(path_end));
    auto answer = answer_with(protected_response(std::move(response), is_secure(head)), Method::get);
    answer.trace.request_id = next_id();
    return {std::move(answer), nullptr};
}

Dispatcher::Begun Dispatcher::answer_options(const Head& head, const std::string& allowed, Offers offers) {
    Response response{.status = 204};
    response.with("allow", allowed);
    for (const auto& [name, value] : offers)
        response.with(std::string{name}, value);
    auto answer = answer_with(protected_response(std::move(response), is_secure(head)), Method::options);
    answer.trace.request_id = next_id();
    return {std::move(answer), nullptr};
}

} // namespace http
