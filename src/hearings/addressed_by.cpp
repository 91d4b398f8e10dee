#include "hearings/actions/acting.hpp"
#include "hearings/hearings.hpp"
#include "identity/identity.hpp"
#include "platform/ensure.hpp"

#include <algorithm>
#include <array>

namespace hearings {

static constexpr std::array told_events{"hearings.hearing_planned", "hearings.hearing_extended",
                                        "hearings.hearing_withdrawn", "hearings.documents_added",
                                        "hearings.silent_reminded"};

/// The hearing and the organisations among the event's subjects.
static Result<Hearing> hearing_of(db::Reader& reader, const journal::StoredEvent& event,
                                  std::vector<directory::OrganisationId>& asked) {
    std::optional<HearingId> hearing;
    for (const auto& [kind, id] : event.subjects) {
        if (kind == "hearing") hearing = TRY(HearingId::parse(id));
        if (kind == "organisation") asked.push_back(TRY(directory::OrganisationId::parse(id)));
    }
    ensure(hearing.has_value());
    return load_hearing(reader, *hearing);
}

Result<std::vector<Addressed>> addressed_by(db::Reader& reader, const journal::StoredEvent& event) {
    std::vector<Addressed> all;
    if (std::ranges::find(told_events, event.type) == told_events.end()) return all;
    std::vector<directory::OrganisationId> asked;
    const auto hearing = TRY(hearing_of(reader, event, asked));
    const auto today = norwegian_date(event.at);
    const auto people = TRY(identity::people_who_speak(reader, right::answer, today));
    const auto add = [&](directory::OrganisationId id) {
        const auto behind = people.find(id.to_string());
        if (behind == people.end() || std::ranges::find(all, id, &Addressed::organisation) != all.end()) return;
        all.push_back({id, hearing.title, hearing.path(), behind->second});
    };
    for (const auto id : asked) {
        add(id);
        for (const auto& network : TRY(directory::networks_of(reader, id, today)))
            add(network.id);
    }
    return all;
}

} // namespace hearings
