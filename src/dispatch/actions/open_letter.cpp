#include "dispatch/actions/open_letter.hpp"

#include "directory/directory.hpp"
#include "dispatch/domain/errors.hpp"

namespace dispatch {

Result<std::optional<db::Bytes>> mailbox_of(db::Reader& reader, const Principal& principal) {
    const auto person = directory::PersonId::parse(principal.id);
    if (principal.kind != PrincipalKind::person || !person) return std::optional<db::Bytes>{};
    return directory::identity_hash_of(reader, *person);
}

Result<void> open_letter(const Settling& settling, const db::Bytes& identity_hash, DispatchId id) {
    const auto letter = TRY(store::letter_of(settling.transaction, identity_hash, id));
    if (letter.dispatch.level == 4 && settling.principal.assurance != "high") return assurance_too_low.error();
    if (!TRY(store::set_opened(settling.transaction, id, letter.position, settling.now))) return {};
    if (letter.position > 0) return {};
    return mark_read(settling, letter.dispatch, HappeningKind::read, {});
}

} // namespace dispatch
