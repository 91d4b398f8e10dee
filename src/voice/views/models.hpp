#pragma once
// What the pages show and the JSON holds.
#include "governance/case_words.hpp"
#include "platform/journal/http/happenings.hpp"
#include "platform/json/described.hpp"
#include "platform/ui/named_link.hpp"
#include "voice/ids.hpp"
#include "voice/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace voice {

using ui::NamedLink;

struct PositionRow {
    PositionId id;
    std::string number, url, title, language;
    PositionState state = PositionState::in_force;
    NamedLink addressee;
    std::string occasion;
    Date stated_on;
    NamedLink basis; ///< The case.
    bool has_response = false;
    bool is_invented = false;
    Instant stated_at, changed_at;
};
BOOST_DESCRIBE_STRUCT(PositionRow, (),
                      (id, number, url, title, language, state, addressee, occasion, stated_on, basis, has_response,
                       is_invented, stated_at, changed_at))

struct PositionListView {
    std::optional<PositionState> state;
    std::vector<PositionRow> positions;
};
BOOST_DESCRIBE_STRUCT(PositionListView, (), (state, positions))

struct PositionView : PositionRow {
    std::string statement;
    NamedLink body; ///< That decided.
    governance::Outcome outcome = governance::Outcome::adopted;
    std::optional<NamedLink> supersedes, superseded_by;
    std::optional<Date> withdrawn_on;
    std::string withdrawal_reason;
    std::string response;
    std::optional<Date> responded_on;
    std::vector<NamedLink> hindrances;    ///< That it raises.
    std::vector<NamedLink> consultations; ///< Items that stand on it.
    std::int64_t version = 1;
    std::vector<journal::HappeningView> happenings;
};
BOOST_DESCRIBE_STRUCT(PositionView, (PositionRow),
                      (statement, body, outcome, supersedes, superseded_by, withdrawn_on, withdrawal_reason, response,
                       responded_on, hindrances, consultations, version, happenings))

struct HindranceRow {
    HindranceId id;
    std::string number, url, title, language, law, provision;
    HindranceState state = HindranceState::reported;
    NamedLink reporter;
    std::int64_t supporters = 0;
    bool is_invented = false;
    Instant reported_at, changed_at;
};
BOOST_DESCRIBE_STRUCT(HindranceRow, (),
                      (id, number, url, title, language, law, provision, state, reporter, supporters, is_invented,
                       reported_at, changed_at))

struct HindranceListView {
    std::optional<HindranceState> state;
    std::vector<HindranceRow> hindrances;
};
BOOST_DESCRIBE_STRUCT(HindranceListView, (), (state, hindrances))

struct HindranceView : HindranceRow {
    std::string hinders, who_is_hit, proposal, state_note;
    Date state_since;
    std::optional<NamedLink> matter, position; ///< matter: the case that takes it up.
    std::vector<NamedLink> supported_by;
    std::vector<NamedLink> consultations; ///< Items where it is raised with the state.
    std::vector<HindranceState> next_states;
    std::int64_t version = 1;
    std::vector<journal::HappeningView> happenings;
};
BOOST_DESCRIBE_STRUCT(HindranceView, (HindranceRow),
                      (hinders, who_is_hit, proposal, state_note, state_since, matter, position, supported_by,
                       consultations, next_states, version, happenings))

struct PositionQuestion {
    std::optional<PositionState> state;
};
BOOST_DESCRIBE_STRUCT(PositionQuestion, (), (state))
struct HindranceQuestion {
    std::optional<HindranceState> state;
};
BOOST_DESCRIBE_STRUCT(HindranceQuestion, (), (state))

} // namespace voice
