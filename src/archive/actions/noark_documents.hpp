#pragma once
// Dokumentbeskrivelse and dokumentobjekt, and the files below dokumenter/.
#include "archive/actions/noark_parts.hpp"
#include "archive/actions/package_folder.hpp"

namespace archive {

/// A file of the package before it is there.
struct NewFile {
    std::string id; ///< Its name below dokumenter/, without ending.
    std::string media_type;
    Instant made_at;
    std::string made_by;
    int version = 1;
    bool is_archival = true; ///< variantformat: Arkivformat, else Produksjonsformat.
};

class NoarkDocuments {
public:
    NoarkDocuments(xml::Writer& out, NoarkSource& source, const std::filesystem::path& folder, PackageCounts& counts)
        : out_{out}, source_{source}, folder_{folder}, counts_{counts} {}

    /// A document of a case, with its file when it has one.
    Result<void> describe(const CaseToKeep&, const governance::DocumentAccount&, bool is_main, int number);
    /// The minutes of a meeting: the plain text, and the sealed text byte for byte.
    Result<void> describe_minutes(const governance::MeetingAccount&);

private:
    Result<void> copy(const governance::DocumentAccount&, const NewFile&);
    Result<void> add_text(const NewFile&, std::string_view bytes);
    void write_object(const NewFile&, const std::string& path, const std::string& sha256, std::uint64_t size);

    xml::Writer& out_;
    NoarkSource& source_;
    const std::filesystem::path& folder_;
    PackageCounts& counts_;
};

} // namespace archive
