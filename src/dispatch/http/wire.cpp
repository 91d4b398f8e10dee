#include "dispatch/http/wire.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/http/problem.hpp"

#include <algorithm>

namespace dispatch::wire {

/// Takes one step, or the two that have a word together, off the path.
static std::string_view next_word(std::string_view& path, Words words) {
    const auto one = path.substr(0, path.find('/'));
    const auto two = path.substr(0, path.find('/', std::min(one.size() + 1, path.size())));
    for (const auto steps : {two, one}) {
        const auto found = std::ranges::find(words, steps, &Words::value_type::first);
        if (found == words.end() && steps != one) continue;
        path.remove_prefix(std::min(steps.size() + 1, path.size()));
        return found == words.end() ? steps : found->second;
    }
    return {};
}

std::string place(std::string_view pointer, Words words) {
    if (pointer.starts_with("#")) pointer.remove_prefix(1);
    if (pointer.starts_with("/")) pointer.remove_prefix(1);
    const bool is_document = pointer.starts_with("documents/");
    std::string written;
    while (!pointer.empty()) {
        const bool is_file_name = is_document && pointer == "name";
        const auto word = next_word(pointer, words);
        if (word.empty()) continue;
        written.append(written.empty() ? "" : ".").append(is_file_name ? "filnavn" : word);
    }
    return written;
}

std::string code(const Error& error) {
    if (error.code == duplicate.name) return "GJENTAGENDE_FORSENDELSE";
    std::string code{error.code.substr(error.code.find('.') + 1)};
    std::ranges::transform(code, code.begin(),
                           [](char letter) { return letter >= 'a' && letter <= 'z' ? letter - 0x20 : letter; });
    return code;
}

int status(const http::Call& call, const Error& error) {
    const auto status = http::status_of(error, call.request);
    return status == 422 || status == 409 ? 400 : status;
}

std::string message(const http::Call& call, const Error& error, Words words) {
    auto text = call.t.detail_of(error);
    for (const auto& fault : error.faults) {
        const auto where = place(fault.pointer, words);
        text.append(" ").append(where).append(where.empty() ? "" : ": ").append(call.t.detail_of(fault));
    }
    return text;
}

} // namespace dispatch::wire
