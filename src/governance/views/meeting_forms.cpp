#include "governance/views/meeting_forms.hpp"

#include <fmt/format.h>

namespace governance {

Html tick_box(const http::Call& call, const ui::FormState& state, std::string_view name, const i18n::Message& label,
              bool is_ticked) {
    const auto field = ui::labelled_field(call, name, label);
    return ui::checkboxes(call, state, field,
                          {{.value = "true", .label = field.label, .hint = {}, .is_chosen = is_ticked}});
}

std::string as_local_time(Instant instant) {
    const auto local = instant + norwegian_offset(instant);
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(local - midnight).count();
    return fmt::format("{}T{:02}:{:02}", to_string(Date{midnight}), minutes / 60, minutes % 60);
}

} // namespace governance
