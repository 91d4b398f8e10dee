#include "archive/actions/noark_structure_writer.hpp"

#include "archive/domain/derived_id.hpp"

#include <fmt/format.h>

namespace archive {

Result<StructureWritten> StructureWriter::write() {
    const auto& records = source_.records();
    out_.open("arkiv", {{"xmlns", "http://www.arkivverket.no/standarder/noark5/arkivstruktur"},
                        {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
    out_.text("systemID", derived_id("arkiv " + records.id.to_string()));
    out_.text("tittel", records.name);
    out_.text("arkivstatus", "Avsluttet");
    out_.text("dokumentmedium", "Elektronisk arkiv");
    period_of_making();
    out_.open("arkivskaper");
    out_.text("arkivskaperID", records.owner_number.empty() ? records.owner.to_string() : records.owner_number);
    out_.text("arkivskaperNavn", records.owner_name);
    out_.text("beskrivelse", records.name);
    out_.close();
    TRY(write_cases());
    TRY(write_meetings());
    out_.close();
    TRY(out_.finish());
    return std::move(written_);
}

void StructureWriter::period_of_making() {
    out_.text("opprettetDato", to_string(source_.first()));
    out_.text("opprettetAv", "Samband");
    out_.text("avsluttetDato", to_string(source_.last()));
    out_.text("avsluttetAv", "Samband");
}

void StructureWriter::begin_part(const std::string& name) {
    out_.open("arkivdel");
    out_.text("systemID", derived_id(fmt::format("arkivdel {} {}", name, source_.records().id.to_string())));
    out_.text("tittel", fmt::format("{}: {}", source_.records().name, name));
    out_.text("arkivdelstatus", "Avsluttet periode");
    out_.text("dokumentmedium", "Elektronisk arkiv");
    period_of_making();
    out_.text("arkivperiodeStartDato", to_string(norwegian_date(source_.first())));
    out_.text("arkivperiodeSluttDato", to_string(norwegian_date(source_.last())));
}

void StructureWriter::write_folder_head(const std::string& id, const std::string& number, const std::string& title,
                                        const std::string& open_title) {
    out_.text("systemID", id);
    out_.text("mappeID", number);
    out_.text("tittel", title);
    out_.text("offentligTittel", open_title);
}

void StructureWriter::write_times(Instant made, const std::string& by, Instant ended, const std::string& ended_by) {
    out_.text("opprettetDato", to_string(made));
    out_.text("opprettetAv", by);
    out_.text("avsluttetDato", to_string(ended));
    out_.text("avsluttetAv", ended_by);
}

void StructureWriter::told(std::string_view step, int done, int of) const {
    if (progress_) progress_(step, done, of);
}

Result<StructureWritten> write_structure(xml::Writer& out, NoarkSource& source, const std::filesystem::path& folder,
                                         const Progress& progress) {
    return StructureWriter{out, source, folder, progress}.write();
}

} // namespace archive
