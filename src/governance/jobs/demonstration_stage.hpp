#pragma once
// What the steps of the demonstration share: who is who by key, and the order of time in which everything happens.
#include "governance/actions/acting.hpp"
#include "governance/demonstration.hpp"
#include "governance/jobs/demonstration_meetings.hpp"
#include "platform/ensure.hpp"

#include <algorithm>
#include <map>

namespace governance::demonstration {

/// Looks up what a file of facts speaks of; the files travel with the program and are tested with it.
template <class Value>
Value& named(std::map<Key, Value>& all, const Key& key) {
    const auto found = all.find(key);
    ensure(found != all.end());
    return found->second;
}

struct StagedPerson {
    directory::PersonId id;
    std::string name;
};

struct StagedMember {
    AppointmentId id;
    AppointmentRole role;
    Key person;
};

struct StagedBody {
    BodyId id;
    std::vector<StagedMember> members;
    Principal secretary, chair;

    [[nodiscard]] AppointmentId appointment_of(const Key& person) const {
        const auto found = std::ranges::find(members, person, &StagedMember::person);
        ensure(found != members.end());
        return found->id;
    }
};

struct StagedMeeting {
    MeetingId id;
    std::vector<AgendaItemId> items;
    std::vector<Key> present; ///< Those whose votes count, deputies included.
};

/// A document's bytes are stored before any transaction begins.
struct Paper {
    std::string name;
    std::uint64_t size = 0;
    blobs::Digest digest;
};

struct Stage {
    const Services& services;
    const directory::PersonKey& person_key;
    Date today;
    DemonstrationReport report;
    Principal program, secretariat;
    std::map<Key, StagedPerson> people;
    std::map<Key, StagedBody> bodies;
    std::map<Key, CaseId> cases;
    std::map<Key, StagedMeeting> meetings;
    std::map<const SaidDocument*, Paper> papers;

    Stage(const Services& lent, const directory::PersonKey& key, Date day)
        : services{lent}, person_key{key}, today{day} {}
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;
};

/// When a step happens, and the transaction it happens in.
struct Moment {
    db::Transaction& transaction;
    Instant now;

    [[nodiscard]] Acting as(const Stage& stage, const Principal& principal) const {
        return {transaction, stage.services, principal, now};
    }
    [[nodiscard]] Moment later(std::chrono::minutes by) const { return {transaction, now + by}; }
};

class Timeline {
public:
    using Step = std::function<Result<void>(const Moment&)>;
    void add(Date day, std::chrono::minutes after_midnight, Step step) {
        steps_.push_back({at_norwegian_time(day, after_midnight), std::move(step)});
    }
    /// In the order of time, those before that instant only; steps at the same time in the order added. Many steps
    /// share a transaction, because each commit waits for the disk.
    Result<void> run(const Services&, Instant before, const DemonstrationProgress&);

private:
    struct Entry {
        Instant at;
        Step step;
    };
    std::vector<Entry> steps_;
};

// Each puts its part of the content on the timeline. Stage and content must live until it has run.
void add_people(Timeline&, Stage&, const SaidPeople&);
void add_body(Timeline&, Stage&, const SaidBody&);
void add_case(Timeline&, Stage&, const SaidCase&);
void add_meeting(Timeline&, Stage&, const SaidMeeting&);
/// What is treated in writing, from the day its window opens.
void add_window(Timeline&, Stage&, const SaidMeeting&, Date day);
void add_minutes(Timeline&, Stage&, const SaidMeeting&);
/// The day it is held on, or on which its window ends.
Date last_day_of(const SaidMeeting&, Date today);
/// The treatment of one item, from its proposals to its outcome, minute by minute.
Result<void> treat_item(Stage&, const Moment&, const SaidMeeting&, std::size_t item);
/// Makes the proposals of all items and treats none.
Result<void> propose_all(Stage&, const Moment&, const SaidMeeting&);
/// The day on which the demonstration begins: people are registered and bodies made.
Date first_day();

} // namespace governance::demonstration
