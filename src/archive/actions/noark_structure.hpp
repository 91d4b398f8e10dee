#pragma once
// arkivstruktur.xml: the records as Noark 5 orders them, and the files they name.
#include "archive/actions/noark_source.hpp"
#include "archive/actions/package_folder.hpp"
#include "platform/xml/writer.hpp"

namespace archive {

/// What was written besides the file itself.
struct StructureWritten {
    PackageCounts counts;
    std::vector<JournalLine> lines;
    std::vector<NoarkChange> changes;
};

/// Writes the structure and, below the folder, every document it names.
Result<StructureWritten> write_structure(xml::Writer&, NoarkSource&, const std::filesystem::path& folder,
                                         const Progress&);

} // namespace archive
