#pragma once
// From the head of a request to who answers it: memory, an exchange with a worker, or a refusal.
#include "platform/http/address.hpp"
#include "platform/http/assets.hpp"
#include "platform/http/exchange.hpp"

#include <atomic>

namespace http {

struct DispatcherOptions {
    Rate address_rate{.per_second = 50, .burst = 500};   ///< Of an address, for all that is not answered from memory.
    Rate change_rate{.per_second = 10, .burst = 100};    ///< Of an address, for POST, PUT, PATCH and DELETE on top.
    Rate principal_rate{.per_second = 50, .burst = 500}; ///< Of a person or client, wherever they ask from.
    std::size_t page_cache_bytes = 32 << 20;             ///< 0 keeps no pages.
    MultipartLimits multipart{};
    /// A request with one of these is somebody's own and is never answered from the page cache.
    std::vector<std::string> session_cookies{"samband", "__Host-samband"};
    /// Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed.
    std::vector<std::string> trusted_proxies{};
    std::vector<std::string> operator_addresses{}; ///< Who may see /metrics, besides loopback.
    bool is_secure = false;                        ///< The public address is https, whoever does the TLS.
};

/// One for the program; threads may call everything at the same time.
class Dispatcher {
public:
    Dispatcher(Foundation, DispatcherOptions, std::vector<MachinePage> = {},
               std::span<const embedded::File> assets = {});

    /// What the head alone decides: an answer (from memory, or a refusal), or an exchange.
    struct Begun {
        std::optional<Answer> answer;
        std::unique_ptr<Exchange> exchange;
    };
    /// Never blocks. Leaves the head's headers empty when it gives an exchange.
    Begun begin(Head&);

    /// The answer to a request that cannot be read, comes too slowly, or cannot be served now. Never blocks.
    Answer refuse(const Head&, const Error&);

    [[nodiscard]] const Clock& clock() const { return foundation_.services.clock; }
    [[nodiscard]] PageCache::State page_cache_state() const { return cache_.state(); }

private:
    Result<Begun> decide(Head&);
    Result<Begun> begin_route(Method, const Address&, Head&);
    std::optional<Begun> begin_fixed(Method, const Address&, Head&);
    Begun from_memory(std::shared_ptr<const Document>, Method, const Head&, std::string_view route);
    Begun redirect_without_slash(const Head&);
    Begun answer_options(const Head&, const std::string& allowed, Offers offers = {});
    Result<void> check_rates(const Head&, Method);
    [[nodiscard]] std::string cache_key_of(const Destination&, Method, const Head&) const;
    Request request_of(const Head&);
    Request request_taking(Head&&, Method, i18n::Language, Destination&&);
    std::string next_id();
    [[nodiscard]] std::string_view client_address(const Head&) const;
    [[nodiscard]] bool is_secure(const Head&) const;
    [[nodiscard]] bool is_operator(const Head&) const;

    Foundation foundation_;
    DispatcherOptions options_;
    std::vector<MachinePage> machine_pages_;
    Assets assets_;
    PageCache cache_;
    RateLimiter address_limiter_, change_limiter_, principal_limiter_;
    ExchangeSurroundings surroundings_;
    std::string id_prefix_;
    std::atomic<std::uint64_t> ids_ = 0;
};

} // namespace http
