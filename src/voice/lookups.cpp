#include "voice/lookups.hpp"

#include "voice/domain/errors.hpp"
#include "voice/store/position_store.hpp"

namespace voice {

Result<std::optional<std::string>> position_title(db::Reader& reader, std::string_view number) {
    auto found = store::position_by_number(reader, number);
    if (found) return std::optional{std::move(found->title)};
    if (found.error().code == position_not_found.name) return std::optional<std::string>{};
    return std::move(found).error();
}

} // namespace voice
