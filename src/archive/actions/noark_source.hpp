#pragma once
// What a package is made from, read case by case, and what the parts of a package tell one another.
#include "archive/domain/case_history.hpp"
#include "archive/domain/registrations.hpp"
#include "archive/domain/retention.hpp"
#include "archive/noark.hpp"
#include "governance/accounts.hpp"

#include <map>

namespace archive {

struct CaseToKeep {
    governance::CaseAccount account;
    CaseHistory history;
    std::vector<Registration> registrations; ///< Point into the account.
};

/// A line of the journals, gathered while the structure is written.
struct JournalLine {
    JournalNumbers::Place place;
    int case_year = 0, case_serial = 0;
    std::string case_number, case_title, open_case_title, unit, responsible, case_basis;
    std::string theme, theme_name;
    std::string id, registration, title, open_title, basis, kind, party_kind, party;
    int number = 1, attachments = 0;
    Date entered, dated;
};

struct PackageCounts {
    int cases = 0, meetings = 0, folders = 0, registrations = 0, descriptions = 0, objects = 0;
    std::uint64_t bytes = 0;
    bool has_shielded = false, has_removed = false, has_to_destroy = false;
};

/// Reads for one package; the first and the last day are those of what it holds.
class NoarkSource {
public:
    NoarkSource(db::Reader& reader, const Services& services, blobs::Store& blobs, governance::BodyRecords records,
                RetentionPlan plan)
        : reader_{reader}, services_{services}, blobs_{blobs}, records_{std::move(records)}, plan_{std::move(plan)} {}

    /// Keeps the closed ones of the body's records, numbers their registrations and finds the period.
    Result<void> survey(const Progress&);

    [[nodiscard]] Result<CaseToKeep> read_case(governance::CaseId);
    [[nodiscard]] Result<governance::MeetingAccount> read_meeting(governance::MeetingId);
    [[nodiscard]] const governance::BodyRecords& records() const { return records_; }
    [[nodiscard]] const RetentionPlan& plan() const { return plan_; }
    [[nodiscard]] const JournalNumbers& numbers() const { return numbers_; }
    [[nodiscard]] blobs::Store& blobs() { return blobs_; }
    [[nodiscard]] Instant first() const { return first_; }
    [[nodiscard]] Instant last() const { return last_; }
    [[nodiscard]] Instant newest_of(const std::string& theme) const { return newest_of_theme_.at(theme); }
    [[nodiscard]] int cases_under_way() const { return cases_under_way_; }
    [[nodiscard]] int meetings_to_come() const { return meetings_to_come_; }

private:
    void widen(Instant from, Instant to);

    db::Reader& reader_;
    const Services& services_;
    blobs::Store& blobs_;
    governance::BodyRecords records_;
    RetentionPlan plan_;
    JournalNumbers numbers_;
    std::map<std::string, Instant> newest_of_theme_;
    Instant first_ = Instant::max(), last_ = Instant::min();
    int cases_under_way_ = 0, meetings_to_come_ = 0;
};

} // namespace archive
