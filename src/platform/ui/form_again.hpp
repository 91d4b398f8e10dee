#pragma once
// A form that did not go through comes back: with what was typed, and what was wrong with it.
#include "platform/ui/components.hpp"

#include <functional>

namespace ui {

/// Draws the page with the form, empty (a GET) or with what was sent.
using FormPage = std::function<Result<Html>(const http::Query&, const FormState&)>;

/// The answer to a change that failed: a fault of what was sent, or of its time, brings the form back to people with
/// the status of the error; everything else, and everything for machines, is the error itself.
Result<http::Response> answer_failure(const http::Command&, Error, const FormPage&);

/// The answer when something was made: where people look at it (303), where machines find it (201, Location).
http::Response answer_created(const http::Command&, const std::string& path);

/// The answer when something was changed: its page for people (303), nothing but the version for machines (204).
http::Response answer_changed(const http::Command&, const std::string& path, std::int64_t version = 0);

} // namespace ui
