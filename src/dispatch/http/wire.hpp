#pragma once
// What the protocols of others have in common when they refuse: each has words of its own, all of them one grammar.
#include "platform/http/router.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace dispatch::wire {

/// From the envelope's words to a protocol's, one or two steps of a path at a time; the longer one wins, and a step
/// without a word of its own ("") is left out.
using Words = std::span<const std::pair<std::string_view, std::string_view>>;

/// "#/recipient/address/name" is "mottaker.postAdresse.navn" in the words of SvarUt v1.
std::string place(std::string_view pointer, Words);
/// "dispatch.content_faulty" is "CONTENT_FAULTY"; the one that clients know has the name they know.
std::string code(const Error&);
/// 400 for all that is wrong with a request, also what it repeats.
int status(const http::Call&, const Error&);
/// What is wrong and every fault, each with its place, in one line.
std::string message(const http::Call&, const Error&, Words);

} // namespace dispatch::wire
