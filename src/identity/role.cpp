#include "identity/role.hpp"

#include "platform/ensure.hpp"

#include <algorithm>
#include <array>

// Who may do what, on whose behalf. The rights are named by the modules that ask for them; they are written out here
// because identity/ stands below governance/ and may not include it. The test of all routes fails on a right that no
// line has.
namespace identity {

namespace {

constexpr std::array operate{Right{"platform.operate"}, Right{"journal.read_internal"}, Right{"dispatch.tend_print"},
                             Right{"dispatch.see_receivers"}};
constexpr std::array secretariat{
    Right{"governance.plan_case"},
    Right{"governance.prepare_case"},
    Right{"governance.shield"},
    Right{"governance.see_shielded"},
    Right{"governance.maintain_bodies"},
    Right{"governance.appoint_members"},
    Right{"governance.hold_meeting"},
    Right{"governance.approve_minutes"},
    Right{"directory.maintain"},
    Right{"directory.see_people"},
    Right{"journal.read_internal"},
    Right{"news.follow_for"},
    Right{"hearings.hold"},
    Right{"hearings.see_withheld"},
    Right{"hearings.require_assessment"},
    Right{"hearings.assess"},
    Right{"hearings.answer_booklet"},
    Right{"governance.keep_rules"},
    Right{"voice.speak"},
    Right{"representation.nominate"},
    Right{"representation.choose"},
    Right{"representation.keep_seats"},
    Right{"voice.report_hindrance"},
    Right{"voice.ask_statement"},
    Right{"voice.exempt"},
    Right{"voice.keep_comment_rules"},
    Right{"dispatch.tend_print"},
    Right{"dispatch.see_receivers"},
};
constexpr std::array body_secretary{
    Right{"governance.plan_case"},        Right{"governance.prepare_case"}, Right{"governance.shield"},
    Right{"governance.see_shielded"},     Right{"governance.hold_meeting"}, Right{"governance.appoint_members"},
    Right{"governance.approve_minutes"},  Right{"hearings.hold"},           Right{"hearings.see_withheld"},
    Right{"hearings.require_assessment"}, Right{"hearings.assess"},         Right{"representation.choose"},
};
constexpr std::array body_chair{Right{"governance.see_shielded"}, Right{"governance.approve_minutes"},
                                Right{"hearings.assess"}};
constexpr std::array council_member{Right{"governance.see_shielded"}};
constexpr std::array network_coordinator{Right{"governance.plan_case"},    Right{"governance.prepare_case"},
                                         Right{"news.follow_for"},         Right{"hearings.hold"},
                                         Right{"hearings.answer"},         Right{"voice.report_hindrance"},
                                         Right{"representation.nominate"}, Right{"voice.ask_statement"}};
constexpr std::array on_behalf{Right{"news.follow_for"}};
/// Of a member of the sector, which hearings ask.
constexpr std::array for_member{
    Right{"news.follow_for"},        Right{"hearings.answer"},         Right{"hearings.answer_booklet"},
    Right{"voice.report_hindrance"}, Right{"representation.nominate"}, Right{"voice.ask_statement"},
    Right{"dispatch.see_outbox"},    Right{"dispatch.recall"},         Right{"dispatch.see_receivers"},
    Right{"dispatch.keep_systems"},  Right{"dispatch.read_post"},      Right{"dispatch.answer_post"}};
/// Of the post alone: neither the organisation's voice, nor the secrets of its systems.
constexpr std::array for_post{Right{"dispatch.see_outbox"}, Right{"dispatch.recall"}, Right{"dispatch.see_receivers"},
                              Right{"dispatch.read_post"}};
/// State bodies apply for co-funding too.
constexpr std::array for_state{Right{"news.follow_for"}, Right{"voice.ask_statement"}};

constexpr std::array<RoleLine, 12> table{{
    {Role::operator_, "operator", Reach::everything, operate},
    {Role::secretariat, "secretariat", Reach::everything, secretariat},
    {Role::body_secretary, "body_secretary", Reach::one_body, body_secretary},
    {Role::body_chair, "body_chair", Reach::one_body, body_chair},
    {Role::council_member, "council_member", Reach::one_body, council_member},
    {Role::network_coordinator, "network_coordinator", Reach::one_organisation, network_coordinator},
    {Role::municipal_director, "municipal_director", Reach::one_organisation, for_member},
    {Role::representative, "representative", Reach::one_organisation, for_member},
    {Role::post_clerk, "post_clerk", Reach::one_organisation, for_post},
    {Role::state_officer, "state_officer", Reach::one_organisation, for_state},
    {Role::supplier, "supplier", Reach::one_organisation, on_behalf},
    {Role::citizen, "citizen", Reach::oneself, {}},
}};

} // namespace

std::span<const RoleLine> role_table() {
    return table;
}

const RoleLine& line_of(Role role) {
    const auto& line = table[static_cast<std::size_t>(role)];
    ensure(line.role == role);
    return line;
}

bool includes(Role wide, Role narrow) {
    const auto& rights = line_of(wide).rights;
    return std::ranges::all_of(line_of(narrow).rights,
                               [&](const Right& right) { return std::ranges::find(rights, right) != rights.end(); });
}

std::optional<Role> role_named(std::string_view name) {
    const auto found = std::ranges::find(table, name, &RoleLine::name);
    if (found == table.end()) return {};
    return found->role;
}

} // namespace identity
