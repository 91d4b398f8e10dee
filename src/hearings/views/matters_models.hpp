#pragma once
// What pages and JSON say of the matters that concern an organisation. One model, both are made from it.
#include "hearings/views/hearing_models.hpp"

namespace hearings {

/// A matter that concerns an organisation and is not over: a case, with a hearing that it is asked in or without.
struct MatterRow {
    governance::CaseId id;
    NamedLink matter;
    std::string number, language;
    NamedLink body;
    std::optional<Date> meets_on; ///< When the body is planned to treat it.
    std::optional<HearingRow> hearing;
    std::optional<Date> closes_on; ///< The last day for saying something: of the hearing, else for input on the case.
    bool closes_this_week = false; ///< Within seven days.
    bool is_opened = false;        ///< Somebody who acts for the organisation has read the case or the hearing.
    std::optional<Stance> stance;  ///< What was answered; nothing is silence where there is a hearing.
};
BOOST_DESCRIBE_STRUCT(MatterRow, (),
                      (id, matter, number, language, body, meets_on, hearing, closes_on, closes_this_week, is_opened,
                       stance))

/// The members of a network that are silent in a hearing that is open.
struct SilentRow {
    HearingRow hearing;
    std::int64_t asked = 0; ///< Of the members.
    std::vector<NamedLink> silent;
};
BOOST_DESCRIBE_STRUCT(SilentRow, (), (hearing, asked, silent))

struct MattersView {
    NamedLink organisation;
    std::string url;
    std::int64_t closing_this_week = 0, not_opened = 0, not_answered = 0;
    std::vector<MatterRow> matters; ///< The first to close on top.
    std::vector<SilentRow> silent_members;
};
BOOST_DESCRIBE_STRUCT(MattersView, (),
                      (organisation, url, closing_this_week, not_opened, not_answered, matters, silent_members))

} // namespace hearings
