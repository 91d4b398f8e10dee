#pragma once
// What the type of a problem document leads to (RFC 9457, section 3.1.1): the paragraph of docs/api/problems.md.
#include "platform/http/router.hpp"

namespace openapi {

struct ProblemType {
    std::string code;
    std::string title; ///< In the reader's language.
    std::string text;  ///< English, Markdown: what happened, who can mend it, how.
};
BOOST_DESCRIBE_STRUCT(ProblemType, (), (code, title, text))

struct ProblemTypes {
    std::vector<ProblemType> problems;
};
BOOST_DESCRIBE_STRUCT(ProblemTypes, (), (problems))

/// The sections "## code" of the page, in their order; titles from the catalogues.
std::vector<ProblemType> problem_types(std::string_view page, const i18n::Translator&);

/// GET /problems and GET /problems/{code}.
void add_problem_routes(http::Router&);

} // namespace openapi
