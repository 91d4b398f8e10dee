#pragma once
// The visible list of routes. No route without a right: the argument is required.
#include "platform/http/call.hpp"

#include <span>
#include <variant>

namespace http {

using PathValues = std::map<std::string, std::string, std::less<>>;
using Offers = std::span<const std::pair<std::string_view, std::string>>;
/// A protocol that others have laid down. Its requests are taken whatever media type and format they name, its bodies
/// handed over as they are, and its refusals written in its own words. Who may ask how often, it decides itself: its
/// clients are machines, which the rates for people would stop.
struct Protocol {
    Response (*refusal)(const Call&, const Error&);
    /// Headers of the answer to OPTIONS, in lower case.
    Offers offers{};
};

/// What the API page and /openapi.json tell about a route.
struct About {
    std::string_view operation; ///< "showCase": unique, camelCase.
    std::string_view summary;   ///< One English sentence.
    std::vector<Format> formats{Format::html, Format::json};
    const json::Type* query = nullptr;  ///< json::type_of<CaseFilter>()
    const json::Type* body = nullptr;   ///< json::type_of<NewCase>()
    const json::Type* answer = nullptr; ///< json::type_of<CaseView>()
    int status = 200;
    bool is_cached =
        false; ///< For anonymous readers the answer may be kept until the journal moves or the minute ends.
    /// Of what is kept, from the path's values, when it changes less often than the journal moves. Must not block, and
    /// must rise before anybody is told of the change.
    std::function<std::int64_t(const PathValues&)> version{};
    bool takes_files = false;   ///< multipart/form-data with files.
    bool takes_related = false; ///< Besides, multipart/related: its first part as a field, the others as files.
    bool seals_files = false;   ///< They are kept under a fresh key, which is handed over with the request.
    std::size_t parts_max = 64;
    std::size_t file_name_bytes_max = 226;
    std::size_t body_max = 1 << 20; ///< Bytes; files are counted too.
    std::size_t held_max = 1 << 20; ///< Where files are taken: of a body that is none of theirs, and so held in memory.
    const Protocol* protocol = nullptr;
};

struct Route {
    Method method;
    std::string_view pattern; ///< "/cases/{number}/documents/{document}"
    Right right;
    std::variant<QueryHandler, CommandHandler, StreamHandler> handler;
    About about;

    /// That a kept answer is good for; nothing when it is good until the journal moves.
    [[nodiscard]] std::optional<std::int64_t> version_of(const PathValues& values) const {
        if (!about.version) return std::nullopt;
        return about.version(values);
    }
};

/// A literal segment beats a placeholder, from left to right: "/cases/new" before "/cases/{number}".
class Router {
public:
    void get(std::string_view pattern, Right, QueryHandler, About);
    void post(std::string_view pattern, Right, CommandHandler, About);
    void put(std::string_view pattern, Right, CommandHandler, About);
    void patch(std::string_view pattern, Right, CommandHandler, About);
    void remove(std::string_view pattern, Right, CommandHandler, About);
    /// A PATCH whose body is handed over as it comes. Only for a protocol: nothing is asked of its media type.
    void patch_stream(std::string_view pattern, Right, StreamHandler, About);

    /// The route and the path's values; none with the methods that the path has, for 405.
    struct Match {
        const Route* route = nullptr;
        PathValues path_values;
        std::vector<Method> other_methods;
        [[nodiscard]] bool knows_path() const { return route != nullptr || !other_methods.empty(); }
    };
    /// HEAD is matched as GET.
    [[nodiscard]] Match match(Method, std::string_view path) const;
    [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

private:
    void add(Route route);
    std::vector<Route> routes_;
    std::vector<std::vector<std::string_view>> segments_;            ///< Of each route's pattern.
    std::map<std::size_t, std::vector<std::size_t>> routes_of_size_; ///< Number of segments to places in routes_.
};

} // namespace http
