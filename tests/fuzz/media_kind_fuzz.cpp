// First bytes of anything: recognising never fails, and what it calls text holds no control characters.
#include "platform/content/media_kind.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t length) {
    const std::string_view content{reinterpret_cast<const char*>(bytes), length};
    const auto kind = content::recognise(content);
    if (kind == content::MediaKind::text && content.find('\0') != std::string_view::npos) std::abort();
    return 0;
}
