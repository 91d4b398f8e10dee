#include "governance/lookups.hpp"

#include "governance/domain/case_number.hpp"
#include "governance/domain/errors.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/case_store.hpp"

namespace governance {

Result<CaseId> case_by_number(db::Reader& reader, std::string_view number) {
    const auto parsed = TRY(CaseNumber::parse(number));
    const auto found = TRY(find_case_id(reader, parsed));
    if (!found) return case_not_found.error({{"number", std::string{number}}});
    return *found;
}

Result<BodyCard> body_card(db::Reader& reader, BodyId id, i18n::Language language) {
    const auto body = TRY(load_body(reader, id));
    return BodyCard{body.id, body.name(language), body.path(), body.kind};
}

Result<std::vector<BodyCard>> body_cards(db::Reader& reader, i18n::Language language) {
    std::vector<BodyCard> cards;
    for (const auto& body : TRY(list_bodies(reader)))
        cards.push_back({body.id, body.name(language), body.path(), body.kind});
    return cards;
}

} // namespace governance
