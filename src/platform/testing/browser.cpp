#include "platform/testing/browser.hpp"

#include "platform/http/header_values.hpp"

namespace world {

static constexpr std::string_view browser_accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
static constexpr std::string_view boundary = "----samband-test-boundary";

static http::Router with_routes(const std::function<void(http::Router&)>& add_routes) {
    http::Router router;
    add_routes(router);
    return router;
}

Principal anonymous() {
    return {};
}

/// No page is kept and nobody is slowed down: a test shows what the handlers do.
static http::DispatcherOptions without_limits() {
    http::DispatcherOptions options;
    options.address_rate = options.change_rate = options.principal_rate = http::Rate{};
    options.page_cache_bytes = 0;
    return options;
}

Browser::Browser(World& world, const std::function<void(http::Router&)>& add_routes, ui::Site site)
    : router_{with_routes(add_routes)}, site_{std::move(site)}, dispatcher_{{router_, world.services, site_, believer_},
                                                                            without_limits()} {}

http::Response received(http::Answer answer) {
    http::Response response{.status = answer.status};
    const bool is_renewed = answer.status == 304 && answer.document->status == 200;
    std::string_view head = is_renewed ? answer.document->not_modified_head : answer.document->head;
    head.remove_prefix(head.find('\n') + 1);
    while (!head.empty()) {
        const auto line = head.substr(0, head.find("\r\n"));
        head.remove_prefix(line.size() + 2);
        const auto colon = line.find(": ");
        std::string name{line.substr(0, colon)};
        std::string value{line.substr(colon + 2)};
        if (name == "content-type") response.content_type = value;
        if (name == "set-cookie") response.cookies.push_back(value);
        response.with(std::move(name), std::move(value));
    }
    if (!answer.has_content) return response;
    response.body = answer.document->content();
    while (answer.pieces) {
        const auto piece = answer.pieces();
        ensure(piece.has_value());
        if (piece->empty()) break;
        response.body += *piece;
    }
    return response;
}

http::Response Browser::send(http::Head head, std::string body, const Principal& principal) {
    believer_.principal = principal;
    if (!head.header("host")) head.headers.emplace_back("host", "samband.example");
    if (head.remote_address.empty()) head.remote_address = "192.0.2.1";
    auto begun = dispatcher_.begin(head);
    if (begun.answer) return received(*std::move(begun.answer));
    auto& exchange = *begun.exchange;
    if (auto refused = exchange.admit()) return received(*std::move(refused));
    return received(exchange.finish(std::move(body)));
}

static http::Head head_of(std::string_view method, std::string_view path, const Browser::Fields& headers) {
    http::Head head;
    head.method = method;
    head.target = path;
    head.headers = headers;
    return head;
}

http::Response Browser::get(std::string_view path, const Principal& principal, const Fields& headers) {
    auto head = head_of("GET", path, headers);
    if (!head.header("accept")) head.headers.emplace_back("accept", browser_accept);
    return send(std::move(head), {}, principal);
}

static http::Head form_head(std::string_view path, std::string_view type, std::size_t length) {
    auto head = head_of("POST", path,
                        {{"accept", std::string{browser_accept}},
                         {"content-type", std::string{type}},
                         {"origin", "https://samband.example"},
                         {"sec-fetch-site", "same-origin"}});
    head.content_length = length;
    return head;
}

http::Response Browser::post(std::string_view path, const Fields& form, const Principal& principal) {
    http::Form encoded;
    for (const auto& [name, value] : form) {
        encoded.add(name, value);
    }
    if (!principal.session_id.empty()) encoded.add("csrfToken", principal.csrf_token);
    auto body = encoded.to_string();
    auto head = form_head(path, "application/x-www-form-urlencoded", body.size());
    return send(std::move(head), std::move(body), principal);
}

http::Response Browser::post_files(std::string_view path, const Fields& form, const std::vector<File>& files,
                                   const Principal& principal) {
    std::string body;
    const auto begin_part = [&](std::string_view name) {
        body.append("--")
            .append(boundary)
            .append("\r\ncontent-disposition: form-data; name=\"")
            .append(name)
            .append("\"");
    };
    auto fields = form;
    if (!principal.session_id.empty()) fields.emplace(fields.begin(), "csrfToken", principal.csrf_token);
    for (const auto& [name, value] : fields) {
        begin_part(name);
        body.append("\r\n\r\n").append(value).append("\r\n");
    }
    for (const auto& file : files) {
        begin_part(file.field);
        body.append("; filename=\"").append(file.name).append("\"\r\ncontent-type: ").append(file.type);
        body.append("\r\n\r\n").append(file.bytes).append("\r\n");
    }
    body.append("--").append(boundary).append("--\r\n");
    auto head = form_head(path, std::string{"multipart/form-data; boundary="}.append(boundary), body.size());
    return send(std::move(head), std::move(body), principal);
}

http::Response Browser::send_json(std::string_view method, std::string_view path, std::string_view json,
                                  const Principal& principal, const Fields& headers) {
    auto head = head_of(method, path, headers);
    head.headers.emplace_back("accept", "application/json");
    if (!json.empty()) head.headers.emplace_back("content-type", "application/json");
    if (!principal.session_id.empty()) head.headers.emplace_back("x-csrf-token", principal.csrf_token);
    head.content_length = json.size();
    return send(std::move(head), std::string{json}, principal);
}

} // namespace world
