#include "governance/listed_file.hpp"

#include "governance/views/case_labels.hpp"

namespace governance {

ui::DocumentRow listed(const http::Call& call, const ListedFile& file) {
    auto meta = std::string{short_name(file.media_type)} + " · " + size_in_words(call, file.size) + " · " +
                call.t.date(file.dated);
    const bool is_available = file.state == DocumentState::available;
    if (!is_available) meta += " · " + label(call, file.state);
    if (file.state == DocumentState::refused && !file.state_reason.empty()) meta += " · " + file.state_reason;
    return {.title = file.title,
            .path = is_available ? file.path : std::string{},
            .meta = std::move(meta),
            .icon = icon_of(file.media_type)};
}

} // namespace governance
