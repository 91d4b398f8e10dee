#pragma once
// Bodies, their mandates and rules, as rows.
#include "governance/domain/body.hpp"
#include "platform/db/database.hpp"

namespace governance {

/// Fails with governance.body_not_found.
Result<Body> load_body(db::Reader&, BodyId);
/// By slug or id, as it stands in an address. Fails with governance.body_not_found.
Result<Body> find_body(db::Reader&, std::string_view key);
/// All, by bokmål name.
Result<std::vector<Body>> list_bodies(db::Reader&);
Result<bool> is_slug_taken(db::Reader&, std::string_view slug);

/// All versions by number, each as it held on its first day; the first came with the body.
Result<std::vector<RulesVersion>> rules_versions(db::Reader&, BodyId);
/// Those that hold on the day. Fails with governance.body_not_found.
Result<RulesVersion> rules_in_force(db::Reader&, BodyId, Date day);
/// One version as it held on a day. Fails with governance.body_not_found.
Result<RulesVersion> rules_by_number(db::Reader&, BodyId, int number, Date day);
/// Of all bodies that follow a profile, the newest of each. Each has its body's name beside it.
struct FollowingRules {
    Body body;
    RulesVersion rules;
};
Result<std::vector<FollowingRules>> rules_following(db::Reader&, std::string_view profile);
/// All versions by number; none when no mandate has been adopted.
Result<std::vector<Mandate>> mandates(db::Reader&, BodyId);
/// "mandat vedtatt av Hovedstyret 12.1.2019": by what the body acts on the day; empty without a mandate.
Result<std::string> authority_of(db::Reader&, BodyId, Date day);

Result<void> insert_body(db::Transaction&, const Body&, Instant now);
/// Name, kind, parent, openness, themes. Fails with governance.stale_version when the body is no longer the one read.
Result<void> update_body(db::Transaction&, const Body&, std::int64_t version_read);
Result<void> insert_rules(db::Transaction&, BodyId, const RulesVersion&, Instant now);
/// Closes the one before it on the day the new one begins.
Result<void> insert_mandate(db::Transaction&, BodyId, const Mandate&, Instant now);

} // namespace governance
