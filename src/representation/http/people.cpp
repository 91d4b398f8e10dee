#include "representation/http/people.hpp"

#include "directory/directory.hpp"
#include "governance/held_seats.hpp"

#include <algorithm>

namespace representation {

Result<std::vector<ui::Choice>> people_of(const http::Query& query, const std::string& workplace) {
    std::vector<ui::Choice> choices;
    const auto found = directory::find_organisation_by_key(query.reader, workplace, query.request.language);
    if (!found) return choices; // The form is shown again, and its hint says what to write.
    std::vector<directory::PersonId> ids;
    for (const auto& seat : TRY(governance::seats_for_organisation(query.reader, found->id))) {
        const bool is_known = std::ranges::find(ids, seat.person) != ids.end();
        if (seat.is_valid_on(query.today()) && !is_known) ids.push_back(seat.person);
    }
    for (const auto& person : TRY(directory::people_by_id(query.reader, ids))) {
        choices.push_back({.value = person.id.to_string(), .label = person.name, .hint = {}});
    }
    return choices;
}

} // namespace representation
