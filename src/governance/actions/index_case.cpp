#include "governance/actions/case_change.hpp"
#include "governance/store/case_file_store.hpp"
#include "governance/store/document_store.hpp"
#include "governance/store/shield_store.hpp"
#include "platform/search/search.hpp"

namespace governance {

static std::string text_of(const CaseFile& file) {
    std::string text = file.matter.summary + "\n" + file.matter.background;
    for (const auto& point : file.matter.points) {
        text += "\n" + point.text;
    }
    for (const auto& record : file.matter.records) {
        for (const auto& point : record.points) {
            text += "\n" + point;
        }
    }
    for (const auto& document : file.documents) {
        if (document.state == DocumentState::available) text += "\n" + document.title;
    }
    return text;
}

Result<void> index_case(db::Transaction& transaction, const Case& matter, Date today) {
    auto documents = TRY(documents_of(transaction, matter.id));
    auto shields = TRY(shields_of(transaction, matter.id));
    const auto file =
        public_part({.matter = matter, .documents = std::move(documents), .shields = std::move(shields)}, today);
    const auto number = file.matter.number.to_string();
    return search::put(transaction, {.kind = "case",
                                     .id = matter.id.to_string(),
                                     .language = matter.language,
                                     .title = file.matter.title.empty() ? number : file.matter.title,
                                     .text = number + "\n" + text_of(file),
                                     .url = matter.url(),
                                     .changed_at = matter.changed_at});
}

} // namespace governance
