#include "platform/openapi/problem_pages.hpp"

#include "platform/embedded.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"
#include "platform/http/represent.hpp"
#include "platform/texts.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>

namespace openapi {

namespace text = platform::text;
using html::attribute;

std::vector<ProblemType> problem_types(std::string_view page, const i18n::Translator& t) {
    std::vector<ProblemType> found;
    bool is_inside = false;
    while (!page.empty()) {
        const auto line = page.substr(0, page.find('\n'));
        page.remove_prefix(std::min(line.size() + 1, page.size()));
        if (line.starts_with("## ")) {
            const std::string code{line.substr(3)};
            found.push_back({code, t.by_name("problem." + code + ".title"), ""});
            is_inside = true;
        } else if (line.starts_with("# ")) {
            is_inside = false;
        } else if (is_inside && (!line.empty() || !found.back().text.empty())) {
            found.back().text += std::string{line} + "\n";
        }
    }
    for (auto& problem : found)
        problem.text.erase(problem.text.find_last_not_of('\n') + 1);
    return found;
}

static std::vector<ProblemType> all_problems(const i18n::Translator& t) {
    const auto files = embedded::problems();
    ensure(files.size() == 1);
    return problem_types(files.front().bytes, t);
}

static Html paragraph(const ProblemType& problem) {
    return html::div(attribute("lang", "en"), ui::markdown(problem.text));
}

static Html draw(const http::Call& call, const ProblemType& problem) {
    const auto& t = call.t;
    return ui::page(
        call, {.title = problem.title,
               .crumbs = {{t(text::api_title), "/api"}, {t(text::api_problems_title), "/problems"}, {problem.code, ""}},
               .hero = ui::hero({.title = problem.title, .facts = problem.code}),
               .content = paragraph(problem),
               .alternates = {{http::Format::json, "/problems/" + problem.code + ".json"}}});
}

static Html draw(const http::Call& call, const ProblemTypes& all) {
    const auto& t = call.t;
    std::vector<Html> entries;
    for (const auto& problem : all.problems) {
        entries.push_back(html::li(ui::link(problem.title, call.url("/problems/" + problem.code)), Html{" "},
                                   html::code(problem.code)));
    }
    return ui::page(call, {.title = t(text::api_problems_title),
                           .crumbs = {{t(text::api_title), "/api"}, {t(text::api_problems_title), ""}},
                           .hero = ui::hero({.title = t(text::api_problems_title), .lead = t(text::api_problems_lead)}),
                           .content = html::ul(entries),
                           .alternates = {{http::Format::json, "/problems.json"}}});
}

static Result<http::Response> list_problems(const http::Query& query) {
    const ProblemTypes all{all_problems(query.t)};
    return http::represent<ProblemTypes>(query, all,
                                         {.html = [&](const ProblemTypes& view) { return draw(query, view); }});
}

static Result<http::Response> show_problem(const http::Query& query) {
    const auto all = all_problems(query.t);
    const auto found = std::ranges::find(all, query.request.path_value("code"), &ProblemType::code);
    if (found == all.end()) return platform::path_not_found.error();
    return http::represent<ProblemType>(query, *found,
                                        {.html = [&](const ProblemType& view) { return draw(query, view); }});
}

void add_problem_routes(http::Router& router) {
    router.get("/problems", right::everybody, list_problems,
               {.operation = "listProblems",
                .summary = "Every problem code of the service.",
                .answer = json::type_of<ProblemTypes>(),
                .is_cached = true});
    router.get("/problems/{code}", right::everybody, show_problem,
               {.operation = "showProblem",
                .summary = "What a problem code means, who can mend it, and how.",
                .answer = json::type_of<ProblemType>(),
                .is_cached = true});
}

} // namespace openapi
