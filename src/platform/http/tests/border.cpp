#include "platform/http/tests/border.hpp"

#include <charconv>

namespace border {

http::DispatcherOptions Program::quick() {
    http::DispatcherOptions options;
    options.address_rate = options.change_rate = options.principal_rate = http::Rate{};
    options.page_cache_bytes = 0;
    return options;
}

static const embedded::File files[] = {{"app.3f9c2a71.css", "body{}"},
                                       {"app.3f9c2a71.css.gz", "gzipped"},
                                       {"app.3f9c2a71.css.br", "brotli"},
                                       {"sprite.svg", "<svg/>"}};

Program::Program(http::DispatcherOptions options)
    : router{routes()}, dispatcher{{router, world.services, site, authenticator},
                                   std::move(options),
                                   http::machine_pages({http::database_probe(*world.database)},
                                                       [] { return std::string{"up 1\n"}; }),
                                   files} {}

void Program::change() {
    const auto changed = world.database->write([&](db::Transaction& transaction) {
        return world.journal->append(transaction, world.system,
                                     {.type = "test.thing_happened", .subjects = {}, .body = {}}, world.clock.now());
    });
    ensure(changed.has_value());
}

http::Router Program::routes() {
    http::Router added;
    add_pages(added);
    add_changes(added);
    return added;
}

/// /pieces?count=2&bytes=100&said=200&fails=1: so many pieces of so many bytes, with that length told, and a fault
/// instead of the piece with that number.
static Result<http::Response> in_pieces(const http::Query& query) {
    const auto number = [&query](std::string_view name) -> std::optional<std::size_t> {
        const auto text = query.request.query.first(name);
        if (!text) return std::nullopt;
        std::size_t value = 0;
        std::from_chars(text->data(), text->data() + text->size(), value);
        return value;
    };
    http::Response response{.content_type = "text/plain"};
    response.length = number("said");
    response.pieces = [count = number("count").value_or(1), bytes = number("bytes").value_or(1),
                       fails = number("fails"), made = std::size_t{0}]() mutable -> Result<std::string> {
        if (fails && made == *fails) return platform::blob_damaged.error();
        return ++made > count ? std::string{} : std::string(bytes, 'p');
    };
    return response;
}

void Program::add_pages(http::Router& added) {
    using http::Format;
    using http::Response;
    added.get("/page", right::everybody,
              [this](const http::Query& query) -> Result<Response> {
                  ++seen.pages;
                  const auto words = std::string{query.t.language() == i18n::Language::nn ? "Hei på deg" : "Hei"} +
                                     std::string(2000, '.');
                  return query.wants_html() ? http::html_document(html::p(words)) : http::json_text("{\"words\":1}");
              },
              {.operation = "showPage", .summary = "", .is_cached = true});
    added.get("/things/{name}", right::everybody,
              [](const http::Query& query) -> Result<Response> {
                  auto response = http::json_text(std::string{query.request.path_value("name")});
                  response.version = 7;
                  return response;
              },
              {.operation = "showThing", .summary = "", .formats = {Format::json, Format::csv}});
    added.get("/events/{topic}", right::everybody,
              [this](const http::Query& query) {
                  return http::event_stream(query.request, hub, query.request.path_value("topic"), "changed", "missed",
                                            [this]() -> Result<std::int64_t> { return newest_kept.load(); });
              },
              {.operation = "listenToTopic", .summary = "", .formats = {Format::events}});
    added.get("/broken", right::everybody, [](const http::Query&) -> Result<Response> { throw 7; },
              {.operation = "break", .summary = ""});
    added.get("/impossible", right::everybody,
              [](const http::Query&) -> Result<Response> {
                  ensure(1 + 1 == 3);
                  return Response{};
              },
              {.operation = "breakInvariant", .summary = ""});
    added.get(
        "/mine", right::logged_in,
        [](const http::Query& query) -> Result<Response> { return http::plain(query.principal.name, "text/plain"); },
        {.operation = "showMine", .summary = ""});
    added.get("/secret", Right{"test.other"}, [](const http::Query&) -> Result<Response> { return Response{}; },
              {.operation = "showSecret", .summary = ""});
    added.get(
        "/files/{name}", right::everybody,
        [](const http::Query& query) -> Result<Response> {
            const auto digest = TRY(query.blobs.put("0123456789"));
            return http::download(query.blobs, {digest, "text/plain", std::string{query.request.path_value("name")}});
        },
        {.operation = "showFile", .summary = "", .formats = {Format::binary}});
    added.get("/pieces", right::everybody, in_pieces,
              {.operation = "showPieces", .summary = "", .formats = {Format::binary}});
}

void Program::add_changes(http::Router& added) {
    using http::Response;
    added.post("/things", Right{"test.edit"},
               [this](const http::Command& command) -> Result<Response> {
                   ++seen.changes;
                   seen.form = command.request.form;
                   seen.files = command.request.files;
                   seen.body = command.request.body;
                   return http::see_other(command.url("/things/1"));
               },
               {.operation = "makeThing", .summary = "", .takes_files = true, .body_max = 200'000});
    added.post("/open", right::everybody,
               [this](const http::Command& command) -> Result<Response> {
                   ++seen.changes;
                   seen.form = command.request.form;
                   seen.body = command.request.body;
                   return http::plain("done", "text/plain");
               },
               {.operation = "sayOpen", .summary = "", .body_max = 1000});
    added.post("/faulty", right::everybody,
               [](const http::Command&) -> Result<Response> {
                   auto error = platform::request_faulty.error();
                   error.faults.push_back(platform::field_missing.at("#/title"));
                   return error;
               },
               {.operation = "sayFaulty", .summary = ""});
}

std::string code_of(const http::Response& response) {
    static constexpr std::string_view name = "\"code\":\"";
    const auto at = response.body.find(name);
    if (at == std::string::npos) return {};
    const auto begin = at + name.size();
    return response.body.substr(begin, response.body.find('"', begin) - begin);
}

http::Response send(http::Dispatcher& dispatcher, std::string_view method, std::string_view target, Headers headers,
                    std::string body, std::string_view remote_address) {
    http::Head head;
    head.method = method;
    head.target = target;
    head.remote_address = remote_address;
    headers.emplace_back("host", "samband.example");
    head.headers = std::move(headers);
    const bool may_have_body = method == "POST" || method == "PUT" || method == "PATCH";
    if (may_have_body || !body.empty()) head.content_length = body.size();
    auto begun = dispatcher.begin(head);
    if (begun.answer) return world::received(*std::move(begun.answer));
    return world::received(begun.exchange->finish(std::move(body)));
}

} // namespace border
