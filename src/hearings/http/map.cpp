#include "hearings/http/reading.hpp"

#include "directory/directory.hpp"
#include "hearings/texts.hpp"
#include "hearings/views/labels.hpp"

namespace hearings {

static constexpr int not_asked_class = 0, no_capacity_class = 1, against_class = 2, support_if_class = 3,
                     support_class = 5, silent_class = -1;

static int class_of(const std::optional<Stance>& stance) {
    if (!stance) return silent_class;
    switch (*stance) {
    case Stance::support:
        return support_class;
    case Stance::support_if:
        return support_if_class;
    case Stance::against:
        return against_class;
    case Stance::no_capacity:
        break;
    }
    return no_capacity_class;
}

Result<directory::DrawnMap> map_of_answers(const http::Query& query, const std::vector<Addressee>& all,
                                           std::string title) {
    const auto whole = anchoring_of(all).whole;
    directory::ColouredMap map;
    map.title = std::move(title);
    map.finding = query.t(text::hearing_map_finding(
        {.answered = whole.answered.organisations, .addressed = whole.addressed.organisations}));
    map.others = {not_asked_class, query.t(text::hearing_not_asked)};
    map.legend = {
        {label(query, Stance::support), support_class}, {label(query, Stance::support_if), support_if_class},
        {label(query, Stance::against), against_class}, {label(query, Stance::no_capacity), no_capacity_class},
        {query.t(text::tally_silent), silent_class},    {query.t(text::hearing_not_asked), not_asked_class}};
    std::vector<directory::OrganisationId> ids;
    for (const auto& one : all)
        ids.push_back(one.organisation);
    std::map<directory::OrganisationId, std::string> names;
    for (auto& one : TRY(directory::organisations_by_id(query.reader, ids, query.request.language)))
        names[one.id] = std::move(one.name);
    for (const auto& one : all) {
        if (!one.is_municipality) continue;
        const auto words = one.stance ? label(query, *one.stance) : query.t(text::tally_silent);
        map.by_number[one.number] = {class_of(one.stance), names[one.organisation] + ": " + words};
    }
    return directory::draw_municipalities(query, map);
}

} // namespace hearings
