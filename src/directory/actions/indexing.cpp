#include "directory/actions/indexing.hpp"

#include "directory/domain/sector.hpp"
#include "directory/store/history_store.hpp"
#include "directory/store/organisation_store.hpp"
#include "platform/search/search.hpp"

namespace directory {

Result<void> index_organisation(db::Transaction& transaction, const Organisation& organisation,
                                const std::vector<NameUse>& names, const std::vector<NumberUse>& numbers, Instant now) {
    std::string text{search_word(organisation.kind)};
    const auto append = [&](std::string_view words) {
        if (words.empty()) return;
        text += ' ';
        text += words;
    };
    for (const auto& use : numbers) {
        append(use.number);
    }
    append(organisation.organisation_number);
    for (const auto& use : names) {
        append(use.name);
    }
    return search::put(transaction, {.kind = "organisation",
                                     .id = organisation.id.to_string(),
                                     .language = i18n::Language::nb,
                                     .title = shown_name(organisation, i18n::Language::nb),
                                     .text = std::move(text),
                                     .url = "/organisations/" + organisation.slug,
                                     .changed_at = now});
}

Result<void> index_organisation(db::Transaction& transaction, OrganisationId id, Instant now) {
    const auto organisation = TRY(store::organisation(transaction, id));
    const auto names = TRY(store::names(transaction, id));
    const auto numbers = TRY(store::numbers(transaction, id));
    return index_organisation(transaction, organisation, names, numbers, now);
}

} // namespace directory
