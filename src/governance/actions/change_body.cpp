#include "governance/actions/bodies.hpp"
#include "governance/actions/body_checks.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/body_store.hpp"

namespace governance {

Result<void> change_body(const Acting& acting, BodyId id, const BodyChange& change,
                         std::optional<std::int64_t> version) {
    TRY(acting.require(right::maintain_bodies, id));
    TRY(check_themes(change.themes));
    auto body = TRY(load_body(acting.transaction, id));
    const auto version_read = body.version;
    if (version && *version != version_read) return stale_version.error();
    body.name_nb = change.name_nb;
    body.name_nn = change.name_nn;
    body.kind = change.kind;
    body.parent = change.parent;
    body.is_open = change.is_open;
    body.themes = change.themes;
    body.changed_at = acting.now;
    TRY(check_parent(acting.transaction, body));

    TRY(update_body(acting.transaction, body, version_read));
    TRY(acting.tell("governance.body_changed", body, journal::Body{}));
    return index_body(acting, body);
}

} // namespace governance
