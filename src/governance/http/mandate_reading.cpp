#include "governance/domain/meeting_errors.hpp"
#include "governance/http/body_reading.hpp"
#include "governance/store/body_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

std::vector<MandateView> mandate_views_of(const Body& body, const std::vector<Mandate>& mandates, Date today) {
    std::vector<MandateView> views;
    for (const auto& mandate : mandates) {
        const bool has_begun = mandate.valid_from <= today;
        const bool has_ended = mandate.valid_to && *mandate.valid_to <= today;
        views.insert(views.begin(),
                     {mandate.number, fmt::format("{}/mandates/{}", body.path(), mandate.number), mandate.text,
                      mandate.valid_from, mandate.valid_to, mandate.adopted_by, has_begun && !has_ended});
    }
    return views;
}

Result<MandatePageView> read_mandate_view(const http::Query& query) {
    const auto body = TRY(find_body(query.reader, query.request.path_value("body")));
    MandatePageView view;
    view.body = link_to(body, query.request.language);
    view.versions = mandate_views_of(body, TRY(mandates(query.reader, body.id)), query.today());
    const auto wanted = query.request.path_value("mandate");
    const auto found = std::ranges::find_if(
        view.versions, [&](const MandateView& mandate) { return std::to_string(mandate.number) == wanted; });
    if (found == view.versions.end()) return mandate_not_found.error();
    view.mandate = *found;
    return view;
}

} // namespace governance
