#include "archive/domain/registrations.hpp"

#include "platform/ensure.hpp"

#include <algorithm>

namespace archive {

using governance::DocumentAccount;
using governance::DocumentRole;

std::vector<Registration> registrations_of(const std::vector<DocumentAccount>& documents) {
    const bool has_main = std::ranges::any_of(
        documents, [](const DocumentAccount& document) { return document.role != DocumentRole::vedlegg; });
    std::vector<Registration> found;
    for (const auto& document : documents) {
        if (has_main && document.role == DocumentRole::vedlegg) continue;
        found.push_back({&document, {}, static_cast<int>(found.size()) + 1});
    }
    if (!has_main) return found;
    const auto paper = std::ranges::find_if(
        found, [](const Registration& each) { return each.main->role == DocumentRole::saksframlegg; });
    auto& target = paper == found.end() ? found.front() : *paper;
    for (const auto& document : documents) {
        if (document.role == DocumentRole::vedlegg) target.attachments.push_back(&document);
    }
    return found;
}

void JournalNumbers::add(const Registration& registration) {
    by_time_.try_emplace({registration.main->added_at, registration.main->id});
}

void JournalNumbers::settle() {
    std::map<int, int> last_of_year;
    for (const auto& [key, place] : by_time_) {
        const auto year = static_cast<int>(norwegian_date(key.first).year());
        places_.emplace(key.second, Place{year, ++last_of_year[year]});
    }
}

JournalNumbers::Place JournalNumbers::of(governance::DocumentId main) const {
    const auto found = places_.find(main);
    ensure(found != places_.end());
    return found->second;
}

} // namespace archive
