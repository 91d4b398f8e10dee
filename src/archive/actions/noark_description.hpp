#pragma once
// arkivuttrekk.xml: what the package holds, as ADDML 8.3 says it, with digest and counts of each file.
#include "archive/actions/noark_source.hpp"
#include "platform/xml/writer.hpp"

namespace archive {

/// A file of the package's root and how many of what it holds.
struct DescribedFile {
    std::string name; ///< "arkivstruktur"; the file has ".xml" after it.
    std::string sha256;
    std::vector<std::pair<std::string, int>> counts; ///< Element, how many.
};

Result<void> write_description(xml::Writer&, const NoarkSource&, const PackageCounts&,
                               const std::vector<DescribedFile>&);

} // namespace archive
