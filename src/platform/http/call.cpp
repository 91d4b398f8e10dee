#include "platform/http/call.hpp"

namespace http {

std::string Call::url(std::string_view path) const {
    return std::string{i18n::path_prefix(request.language)}.append(path);
}

} // namespace http
