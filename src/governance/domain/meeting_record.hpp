#pragma once
// Everything that is known of one meeting, read together: what pages, minutes and checks are made from.
#include "governance/domain/body.hpp"
#include "governance/domain/impartiality.hpp"
#include "governance/domain/roll.hpp"
#include "governance/domain/treatment.hpp"
#include "governance/domain/written.hpp"

#include <map>

namespace governance {

/// A document that goes out with an item.
struct Paper {
    DocumentId document;
    std::string title;
    std::string path; ///< Empty when it may not be shown.
    Instant added_at;
    std::optional<std::string> late_consent; ///< Added later than the rules ask for: who agreed, and why.
};

struct Handover {
    AppointmentId to;
    Instant at;
};

struct ItemRecord {
    AgendaItem item;
    std::string title; ///< The case's, or the item's own; empty when the case's is shielded.
    std::string case_number;
    std::string case_path;
    std::string approves_number; ///< "2/2026": the meeting whose minutes the item approves.
    std::string referred_to_name;
    std::string shielded_by; ///< Legal basis when the case's proposal is shielded; then no words of it stand here.
    std::vector<Paper> papers;
    std::vector<Proposal> proposals;       ///< In order, withdrawn ones included.
    std::vector<Vote> votes;               ///< In order.
    std::vector<ElectionCourse> elections; ///< In order, withdrawn ones included.
    std::vector<WrittenBallot> written;    ///< In the order they came; only of what is treated in writing.
    std::vector<Dissent> dissents;
    std::vector<Impartiality> impartiality; ///< In the order raised; without the reasons.

    [[nodiscard]] const Proposal* proposal(ProposalId) const;
};

struct MeetingRecord {
    Body body;
    Meeting meeting;
    RulesVersion rules;                    ///< Those it was opened under, or that hold on its day.
    std::vector<Appointment> appointments; ///< All of the body's.
    std::vector<PresenceEntry> presence;
    std::vector<Handover> handovers;
    std::optional<MeetingDemand> demand;
    std::vector<ItemRecord> items; ///< In the order of the agenda.
    std::map<directory::PersonId, std::string> people;
    std::map<directory::OrganisationId, std::string> organisations;

    /// The roll as the log leaves it.
    [[nodiscard]] Roll roll() const;
    [[nodiscard]] const Appointment* appointment(AppointmentId) const;
    /// Name of the person appointed; empty when unknown.
    [[nodiscard]] std::string name(AppointmentId) const;
    /// Name of the organisation that the appointment is held for; empty when for nobody.
    [[nodiscard]] std::string on_behalf_of(AppointmentId) const;
    [[nodiscard]] const ItemRecord* item(AgendaItemId) const;
    /// True while what is said of the item is kept from outsiders: the doors are closed, and no minutes published yet
    /// that tell what became of it and leave out what a shield hides.
    [[nodiscard]] bool is_behind_doors(const AgendaItem&) const;
    /// Those without an outcome, by number or title.
    [[nodiscard]] std::vector<std::string> items_left() const;
};

} // namespace governance
