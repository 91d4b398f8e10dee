#pragma once
// A small program to send requests to: some routes, one person, the platform's own services.
#include "platform/errors.hpp"
#include "platform/http/dispatcher.hpp"
#include "platform/http/event_stream.hpp"
#include "platform/testing/browser.hpp"
#include "platform/texts.hpp"
#include "platform/ui/page.hpp"

#include <atomic>

namespace border {

/// "Bearer kari" and the cookie samband=kari are Kari, who may edit; any other token is refused.
class KnowsKari : public http::Authenticator {
public:
    Result<Principal> authenticate(const http::Request& request) override {
        const auto authorization = request.header("authorization");
        const auto cookie = request.cookie("samband");
        if (!authorization && !cookie) return Principal{};
        auto kari = world::World::person("kari", {Right{"test.edit"}});
        if (authorization) {
            if (*authorization != "Bearer kari") return platform::not_logged_in.error();
            kari.session_id.clear();
            kari.csrf_token.clear();
            kari.kind = PrincipalKind::client;
        } else if (*cookie != "kari") {
            return Principal{};
        }
        return kari;
    }
};

/// What the routes have been asked, for tests to look at.
struct Seen {
    std::atomic<int> pages = 0;
    std::atomic<int> changes = 0;
    http::Form form;
    std::vector<http::UploadedFile> files;
    std::string body;
};

struct Program {
    explicit Program(http::DispatcherOptions options = quick());

    /// Something happens in the world: one event in the journal.
    void change();

    /// No limits of rate and no page cache, unless a test is about them.
    static http::DispatcherOptions quick();

    world::World world{db::Dialect::sqlite, {&platform::text::catalogue}};
    ui::Site site;
    KnowsKari authenticator;
    Seen seen;
    http::EventHub hub{4};                     ///< GET /events/{topic} listens here.
    std::atomic<std::int64_t> newest_kept = 0; ///< What the database would say is the newest of any topic.
    http::Router router;
    http::Dispatcher dispatcher;

private:
    http::Router routes();
    void add_pages(http::Router&);
    void add_changes(http::Router&);
};

using Headers = std::vector<std::pair<std::string, std::string>>;

/// Sends a request past all sockets. The body's length is added.
http::Response send(http::Dispatcher&, std::string_view method, std::string_view target, Headers headers = {},
                    std::string body = {}, std::string_view remote_address = "192.0.2.1");

/// The member "code" of a problem document, found as text.
std::string code_of(const http::Response&);

} // namespace border
