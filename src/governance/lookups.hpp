#pragma once
// Finding cases and bodies by what stands in an address or an event.
#include "governance/body_words.hpp"
#include "governance/ids.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace governance {

/// By number, "19/03109" or "19-03109". Fails with governance.case_number_faulty, governance.case_not_found.
Result<CaseId> case_by_number(db::Reader&, std::string_view number);

struct BodyCard {
    BodyId id;
    std::string name;
    std::string path; ///< "/bodies/hovedstyret", without language prefix.
    BodyKind kind = BodyKind::council;
    std::optional<BodyId> parent{};
};
/// Fails with governance.body_not_found.
Result<BodyCard> body_card(db::Reader&, BodyId, i18n::Language);
/// By the last part of its address, or its id. Fails with governance.body_not_found.
Result<BodyCard> body_card_by_key(db::Reader&, std::string_view key, i18n::Language);

/// All, by bokmål name.
Result<std::vector<BodyCard>> body_cards(db::Reader&, i18n::Language);

} // namespace governance
