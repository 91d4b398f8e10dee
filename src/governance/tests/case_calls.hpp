#pragma once
// Requests to the routes of cases, as the server would hand them on, without a network.
#include "governance/tests/case_world.hpp"
#include "governance/texts.hpp"
#include "platform/http/router.hpp"
#include "platform/texts.hpp"
#include "platform/ui/page.hpp"

namespace governance::tests {

template <class World>
class CallsOf : public World {
protected:
    CallsOf() { add_routes(router, {}); }

    /// ".json", ".csv" and ".atom" at the end of the path choose the format, what follows "?" is the query.
    http::Request request(http::Method method, std::string target) {
        http::Request made;
        made.method = method;
        made.id = "request-1";
        if (const auto mark = target.find('?'); mark != std::string::npos) {
            made.query = *http::Form::parse(target.substr(mark + 1));
            target.resize(mark);
        }
        made.path = made.target = target;
        for (const auto format : {http::Format::json, http::Format::csv, http::Format::atom}) {
            const auto end = http::suffix(format);
            if (!made.path.ends_with(end)) continue;
            made.format = format;
            made.path.resize(made.path.size() - end.size());
        }
        return made;
    }

    Result<http::Response> answer(http::Request& asked, const Principal& who) {
        const auto match = router.match(asked.method, asked.path);
        if (match.route == nullptr) {
            ADD_FAILURE() << "no route for " << asked.path;
            return http::Response{};
        }
        asked.path_values = match.path_values;
        if (!who.may_somewhere(match.route->right)) TRY(who.require(match.route->right));
        const http::Call call{asked, who, texts.in(asked.language), this->now(), site, public_url};
        if (const auto* command = std::get_if<http::CommandHandler>(&match.route->handler)) {
            return (*command)(http::Command{call, this->world.services});
        }
        const auto lease = TRY(this->world.database->reader());
        return std::get<http::QueryHandler>(match.route->handler)(
            http::Query{call, *lease, *this->world.journal, *this->world.blobs});
    }

    Result<http::Response> get(std::string target, const Principal& who = {}) {
        auto asked = request(http::Method::get, std::move(target));
        return answer(asked, who);
    }
    /// The body of an answer that must be 200.
    std::string body(std::string target, const Principal& who = {}) {
        const auto response = get(target, who);
        EXPECT_TRUE(response.has_value()) << target << ": " << (response ? "" : describe(response.error()));
        return response ? response->body : std::string{};
    }
    Result<http::Response> post(std::string target, const std::string& form, const Principal& who) {
        auto asked = request(http::Method::post, std::move(target));
        asked.form = *http::Form::parse(form);
        return answer(asked, who);
    }
    Result<http::Response> post_json(std::string target, std::string json, const Principal& who) {
        auto asked = request(http::Method::post, std::move(target));
        asked.format = http::Format::json;
        asked.headers = {{"content-type", "application/json"}};
        asked.body = std::move(json);
        return answer(asked, who);
    }

    /// All of an answer that comes in parts.
    static std::string whole(const http::Response& response) {
        return response.part ? *response.part(0, *response.length) : response.body;
    }

    http::Router router;
    ui::Site site;
    std::string public_url = "https://samband.example";
    i18n::Library texts{{&platform::text::catalogue, &governance::text::catalogue}};
};
using CaseCalls = CallsOf<CaseWorld>;

} // namespace governance::tests
