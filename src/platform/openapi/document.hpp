#pragma once
// The OpenAPI 3.1 document, made from the table of routes and the described types; never by hand.
#include "platform/http/router.hpp"

namespace openapi {

/// Of each route its path, query fields, body in all encodings it is accepted in, answers in all formats, problems, and
/// the right it demands. The words round them are in the translator's language; the summaries are the routes' own
/// English.
json::Value document(const std::vector<http::Route>&, std::string_view public_url, const i18n::Translator&);

/// The first segment of a path, "cases"; "front" for the front page.
std::string tag_of(std::string_view pattern);
/// The names in braces.
std::vector<std::string_view> placeholders_of(std::string_view pattern);

/// What is wrong with a document by the rules of OpenAPI 3.1 that can go wrong here: references that lead nowhere,
/// doubled operation ids, parameters that the path has not, bodies without a schema, answers without a description,
/// unknown security schemes.
std::vector<std::string> faults_of(const json::Value& document);

} // namespace openapi
