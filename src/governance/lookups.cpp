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

static BodyCard card_of(const Body& body, i18n::Language language) {
    return {body.id, body.name(language), body.path(), body.kind, body.parent};
}

Result<BodyCard> body_card(db::Reader& reader, BodyId id, i18n::Language language) {
    return card_of(TRY(load_body(reader, id)), language);
}

Result<BodyCard> body_card_by_key(db::Reader& reader, std::string_view key, i18n::Language language) {
    return card_of(TRY(find_body(reader, key)), language);
}

Result<std::vector<BodyCard>> body_cards(db::Reader& reader, i18n::Language language) {
    std::vector<BodyCard> cards;
    for (const auto& body : TRY(list_bodies(reader)))
        cards.push_back(card_of(body, language));
    return cards;
}

} // namespace governance
