#pragma once
// Handing a body's records over to long-term keeping: a Noark 5 package, made and tried again.
#include "platform/i18n/translator.hpp"
#include "platform/services.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// Told as it goes: what is done now, in Norwegian, and how far it has come.
using Progress = std::function<void(std::string_view step, int done, int of)>;

struct NoarkOrder {
    std::string body;      ///< The last part of its address, "hovedstyret".
    std::string folder;    ///< Must not be there, be empty, or hold the same package already.
    std::string retention; ///< A retention plan as JSON; empty: the one that comes with the program.
};

struct NoarkReport {
    std::string sha256; ///< Of arkivuttrekk.xml, which holds the digest of all the others.
    int cases = 0, meetings = 0, registrations = 0, documents = 0;
    int cases_under_way = 0, meetings_to_come = 0; ///< Left out: what is not closed is not handed over.
    std::uint64_t bytes = 0;                       ///< Of the documents.
    bool was_there_before = false; ///< The folder held this package, byte for byte; nothing was written.
};

/// Writes the package of a body's closed cases and meetings, everything in them, shielded parts with their hjemmel
/// included.
///
/// The same records give the same bytes. Until all of it is written and verified the folder has another name, and an
/// interrupted run leaves none that looks whole. The journal is told of each new package. blobs: where documents are
/// read, which may be another store than the services' own. Fails with governance.body_not_found,
/// archive.nothing_to_extract, archive.folder_taken, archive.folder_unavailable, archive.retention_faulty,
/// archive.package_faulty, platform.blob_missing, platform.blob_damaged. Source: Noark 5, version 5.5, chapter 6.
Result<NoarkReport> extract_noark(const Services&, blobs::Store&, const NoarkOrder&, const Progress& = {});

/// Something in a package that is not as it says.
struct PackageFault {
    enum class Kind : std::uint8_t {
        missing,        ///< Named, but not there.
        unlisted,       ///< There, but named nowhere.
        size_differs,   ///< Another number of bytes than stated.
        digest_differs, ///< Another SHA-256 than stated.
        count_differs,  ///< Another number of elements than stated; `detail` says which.
        unreadable      ///< Not XML, or not of the form; `detail` says where and why.
    } kind;
    std::string file, detail;
};
struct PackageVerification {
    int files = 0, documents = 0;
    std::vector<PackageFault> faults;
    [[nodiscard]] bool holds() const { return faults.empty(); }
};
/// Computes every digest, size and count of a package again, from the folder alone.
PackageVerification verify_noark(const std::string& folder, const Progress& = {});
std::string words(const PackageVerification&, const i18n::Translator&);

} // namespace archive
