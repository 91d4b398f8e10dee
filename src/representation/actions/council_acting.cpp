#include "representation/actions/council_acting.hpp"

namespace representation {

Result<void> tell(const Acting& acting, std::string_view type, const Council& council, journal::Body body,
                  std::vector<journal::Subject> others) {
    body.text("council", council.name_nb).text("slug", council.slug);
    journal::Event event;
    event.type = type;
    event.subjects = {{"council", council.id.to_string()}, {"organisation", council.host.to_string()}};
    for (auto& other : others) {
        const bool is_host = other.kind == "organisation" && other.id == council.host.to_string();
        if (!is_host) event.subjects.push_back(std::move(other));
    }
    event.body = std::move(body);
    TRY(acting.services.journal.append(acting.transaction, acting.principal, event, acting.now));
    return {};
}

} // namespace representation
