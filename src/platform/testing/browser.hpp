#pragma once
// Sends requests through the whole request border (address, rights, CSRF, body, handler, headers) without a socket, so
// that a module can test every route for every role in milliseconds.
#include "platform/http/dispatcher.hpp"
#include "platform/testing/world.hpp"
#include "platform/ui/page.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace world {

/// Nobody in particular.
Principal anonymous();

/// The finished bytes read back, so that a test sees what a client would.
http::Response received(http::Answer);

/// A file to be sent with a form.
struct File {
    std::string field;
    std::string name;
    std::string type;
    std::string bytes;
};

class Browser {
public:
    using Fields = std::vector<std::pair<std::string, std::string>>;

    /// Browser browser{world, [](http::Router& router) { governance::add_routes(router); }};
    Browser(World& world, const std::function<void(http::Router&)>& add_routes, ui::Site site = {});

    /// As a browser asks for a page. A suffix (".json") or the header chooses another format.
    http::Response get(std::string_view path, const Principal& = anonymous(), const Fields& headers = {});
    /// As one of our own forms is sent: the session's token is added.
    http::Response post(std::string_view path, const Fields& form, const Principal& = anonymous());
    /// The same with files (multipart/form-data).
    http::Response post_files(std::string_view path, const Fields& form, const std::vector<File>& files,
                              const Principal& = anonymous());
    /// As a program sends JSON, with the session's token as a header. The method may also be PUT, PATCH or DELETE.
    http::Response send_json(std::string_view method, std::string_view path, std::string_view json,
                             const Principal& = anonymous(), const Fields& headers = {});
    /// Exactly this and nothing added but Host.
    http::Response send(http::Head head, std::string body, const Principal& = anonymous());

    [[nodiscard]] const http::Router& routes() const { return router_; }

private:
    /// Takes everybody for who the test says they are.
    class Believer : public http::Authenticator {
    public:
        Principal principal;
        Result<Principal> authenticate(const http::Request&) override { return principal; }
    };

    http::Router router_;
    ui::Site site_;
    Believer believer_;
    http::Dispatcher dispatcher_;
};

} // namespace world
