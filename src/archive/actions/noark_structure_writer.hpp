#pragma once
// Writes arkivstruktur.xml: the whole here, cases and meetings in files of their own.
#include "archive/actions/noark_documents.hpp"
#include "archive/actions/noark_structure.hpp"
#include "governance/accounts.hpp"

#include <set>

namespace archive {

class StructureWriter {
public:
    StructureWriter(xml::Writer& out, NoarkSource& source, const std::filesystem::path& folder,
                    const Progress& progress)
        : out_{out}, source_{source}, documents_{out, source, folder, written_.counts}, progress_{progress} {}

    Result<StructureWritten> write();

private:
    void period_of_making();
    void begin_part(const std::string& name);
    Result<void> write_cases();
    void begin_class(const std::string& theme, const CaseToKeep& kept);
    void write_folder_head(const std::string& id, const std::string& number, const std::string& title,
                           const std::string& open_title);
    void write_times(Instant made, const std::string& by, Instant ended, const std::string& ended_by);
    Result<void> write_case(const CaseToKeep& kept, const std::string& theme);
    void write_notes(const CaseToKeep& kept);
    Result<void> write_registration(const CaseToKeep& kept, const Registration& registration, const std::string& theme);
    void add_line(const CaseToKeep& kept, const Registration& registration, const std::string& theme,
                  const std::string& id, const std::string& registration_id);
    Result<void> write_meetings();
    Result<void> write_meeting(const governance::MeetingAccount& meeting, const std::set<governance::MeetingId>& here);
    void begin_registration(const governance::MeetingAccount& meeting, const std::string& id, Instant made);
    void end_registration(const governance::MeetingAccount& meeting, std::string_view kind, std::string_view item_type);
    void write_item(const governance::MeetingAccount& meeting, const governance::ItemAccount& item);
    void write_treatment(const governance::ItemAccount& item, Instant closed);
    Result<void> write_minutes(const governance::MeetingAccount& meeting);
    void told(std::string_view step, int done, int of) const;

    xml::Writer& out_;
    NoarkSource& source_;
    StructureWritten written_;
    NoarkDocuments documents_;
    const Progress& progress_;
};

} // namespace archive
