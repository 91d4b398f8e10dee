#include "governance/domain/impartiality.hpp"

#include "governance/domain/meeting_errors.hpp"

#include <algorithm>

namespace governance {

ImpartialityRuling ruling_of(ImpartialityGround ground, bool body_agrees) {
    if (!body_agrees) return ImpartialityRuling::impartial;
    return ground == ImpartialityGround::own_wish ? ImpartialityRuling::exempted : ImpartialityRuling::disqualified;
}

static bool has_no_part(const Impartiality& raised) {
    return raised.ruling && *raised.ruling != ImpartialityRuling::impartial;
}

std::vector<AppointmentId> without_part(const std::vector<Impartiality>& raised) {
    std::vector<AppointmentId> found;
    for (const auto& each : raised) {
        if (has_no_part(each)) found.push_back(each.who);
    }
    return found;
}

Result<void> require_ruled(const std::vector<Impartiality>& raised) {
    const auto open = std::ranges::count_if(raised, [](const Impartiality& each) { return !each.ruling; });
    if (open == 0) return {};
    return impartiality_open.error({{"count", std::int64_t{open}}});
}

Result<void> require_part(const std::vector<Impartiality>& raised, AppointmentId who) {
    const auto is_out = [&](const Impartiality& each) { return each.who == who && has_no_part(each); };
    if (std::ranges::any_of(raised, is_out)) return voter_disqualified.error();
    return {};
}

} // namespace governance
