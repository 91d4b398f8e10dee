#include "platform/net/http_client.hpp"

#include "platform/errors.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <memory>
#include <netinet/in.h>
#include <sys/socket.h>

namespace net {

namespace {

/// libcurl wants to be told once before threads use it.
struct Library {
    Library() { curl_global_init(CURL_GLOBAL_DEFAULT); }
    ~Library() { curl_global_cleanup(); }
};

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

struct Receiving {
    Answer answer;
    std::size_t bytes_max = 0;
    bool is_too_large = false;
    bool is_refused = false;
};

std::size_t receive_body(char* bytes, std::size_t size, std::size_t count, void* user) {
    auto& receiving = *static_cast<Receiving*>(user);
    const auto length = size * count;
    if (receiving.answer.body.size() + length > receiving.bytes_max) {
        receiving.is_too_large = true;
        return 0;
    }
    receiving.answer.body.append(bytes, length);
    return length;
}

std::size_t receive_header(char* bytes, std::size_t size, std::size_t count, void* user) {
    auto& receiving = *static_cast<Receiving*>(user);
    const std::string_view line{bytes, size * count};
    const auto colon = line.find(':');
    if (colon != std::string_view::npos && receiving.answer.headers.size() < 200) {
        std::string name{line.substr(0, colon)};
        for (auto& letter : name)
            letter = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
        auto value = line.substr(colon + 1);
        while (!value.empty() && (value.front() == ' ' || value.front() == '\t'))
            value.remove_prefix(1);
        while (!value.empty() && (value.back() == '\r' || value.back() == '\n'))
            value.remove_suffix(1);
        receiving.answer.headers.insert_or_assign(std::move(name), std::string{value});
    }
    return line.size();
}

bool is_private_v4(std::uint32_t address) {
    const auto in = [address](std::uint32_t network, int bits) {
        return address >> (32 - bits) == network >> (32 - bits);
    };
    // RFC 6890: this host, private, shared, loopback, link-local, benchmarking, multicast and reserved.
    return in(0x00000000, 8) || in(0x0A000000, 8) || in(0x64400000, 10) || in(0x7F000000, 8) || in(0xA9FE0000, 16) ||
           in(0xAC100000, 12) || in(0xC0A80000, 16) || in(0xC6120000, 15) || in(0xE0000000, 3);
}

bool is_private(const sockaddr* address) {
    if (address->sa_family == AF_INET) {
        return is_private_v4(ntohl(reinterpret_cast<const sockaddr_in*>(address)->sin_addr.s_addr));
    }
    if (address->sa_family != AF_INET6) return true;
    const auto& bytes = reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr.s6_addr;
    if (IN6_IS_ADDR_V4MAPPED(&reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr)) {
        return is_private_v4(static_cast<std::uint32_t>(bytes[12]) << 24 | static_cast<std::uint32_t>(bytes[13]) << 16 |
                             static_cast<std::uint32_t>(bytes[14]) << 8 | bytes[15]);
    }
    return (bytes[0] & 0xE0) != 0x20; // global unicast is 2000::/3
}

/// Asked for each address just before the connection: a name that leads elsewhere the second time is caught too.
curl_socket_t open_public_socket(void* user, curlsocktype, curl_sockaddr* address) {
    if (is_private(&address->addr)) {
        static_cast<Receiving*>(user)->is_refused = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void set_up(CURL* handle, const Request& request, Receiving& receiving, curl_slist* headers) {
    curl_easy_setopt(handle, CURLOPT_URL, request.url.c_str());
    if (request.method == "HEAD")
        curl_easy_setopt(handle, CURLOPT_NOBODY, 1L); // else it waits for the length it is told
    curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout.count()));
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(std::min<std::int64_t>(request.timeout.count(), 5000)));
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "samband");
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, receive_body);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &receiving);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, receive_header);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &receiving);
    if (!request.body.empty() || request.method == "POST" || request.method == "PUT") {
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request.body.data());
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    }
    if (!request.may_be_private) {
        curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_public_socket);
        curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &receiving);
        curl_easy_setopt(handle, CURLOPT_PROXY, ""); // a proxy would hide the address from the check
    }
}

} // namespace

Result<Answer> fetch(const Request& request) {
    static const Library library;
    const Handle handle{curl_easy_init(), curl_easy_cleanup};
    if (!handle) return platform::outside_unreachable.error({{"url", request.url}, {"why", "no memory"}});
    List headers{nullptr, curl_slist_free_all};
    for (const auto& [name, value] : request.headers) {
        headers.reset(curl_slist_append(headers.release(), (name + ": " + value).c_str()));
    }
    Receiving receiving;
    receiving.bytes_max = request.answer_bytes_max;
    set_up(handle.get(), request, receiving, headers.get());
    const auto outcome = curl_easy_perform(handle.get());
    if (receiving.is_refused) return platform::outside_address_refused.error({{"url", request.url}});
    if (receiving.is_too_large) {
        return platform::outside_answer_too_large.error(
            {{"url", request.url}, {"limit", static_cast<std::int64_t>(request.answer_bytes_max)}});
    }
    if (outcome != CURLE_OK) {
        return platform::outside_unreachable.error({{"url", request.url}, {"why", curl_easy_strerror(outcome)}});
    }
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    receiving.answer.status = static_cast<int>(status);
    return std::move(receiving.answer);
}

} // namespace net
