#include "archive/actions/noark_description.hpp"
#include "archive/actions/noark_journals.hpp"
#include "archive/actions/noark_structure.hpp"
#include "archive/domain/errors.hpp"
#include "archive/noark.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace archive {

namespace files = std::filesystem;

namespace {

constexpr const char* description_name = "arkivuttrekk.xml";
constexpr const char* seal_name = "arkivuttrekk.xml.sha256";

/// Writes one XML file and gives its digest.
template <class Write>
Result<std::string> write_xml(const files::path& path, Write&& write) {
    auto file = TRY(HashedFile::create(path));
    xml::Writer out{[&](std::string_view bytes) { return file.write(bytes); }};
    TRY(write(out));
    return file.finish();
}

class Extraction {
public:
    Extraction(NoarkSource& source, const files::path& place, const Progress& progress)
        : source_{source}, place_{place}, progress_{progress} {}

    Result<NoarkReport> write() {
        TRY(structure());
        TRY(journals());
        TRY(changes());
        const auto sha256 = TRY(write_xml(place_ / description_name, [&](xml::Writer& out) {
            return write_description(out, source_, written_.counts, described_);
        }));
        TRY(seal(sha256));
        TRY(check());
        const auto& counts = written_.counts;
        return NoarkReport{.sha256 = sha256,
                           .cases = counts.cases,
                           .meetings = counts.meetings,
                           .registrations = counts.registrations,
                           .documents = counts.objects,
                           .cases_under_way = source_.cases_under_way(),
                           .meetings_to_come = source_.meetings_to_come(),
                           .bytes = counts.bytes};
    }

private:
    Result<void> structure() {
        const auto sha256 = TRY(write_xml(place_ / "arkivstruktur.xml", [&](xml::Writer& out) -> Result<void> {
            written_ = TRY(write_structure(out, source_, place_, progress_));
            return {};
        }));
        const auto& counts = written_.counts;
        described_.push_back({"arkivstruktur",
                              sha256,
                              {{"mappe", counts.folders},
                               {"registrering", counts.registrations},
                               {"dokumentbeskrivelse", counts.descriptions},
                               {"dokumentobjekt", counts.objects}}});
        return {};
    }

    Result<void> journals() {
        auto& lines = written_.lines;
        if (lines.empty()) return {}; // the schema knows no journal without a registration
        std::ranges::sort(lines, {}, &JournalLine::place);
        for (const auto kind : {JournalKind::running, JournalKind::open}) {
            const std::string name = kind == JournalKind::running ? "loependeJournal" : "offentligJournal";
            const auto sha256 = TRY(write_xml(
                place_ / (name + ".xml"), [&](xml::Writer& out) { return write_journal(out, kind, source_, lines); }));
            described_.push_back({name, sha256, {{"journalregistrering", static_cast<int>(lines.size())}}});
        }
        return {};
    }

    Result<void> changes() {
        const auto& all = written_.changes;
        if (all.empty()) return {};
        const auto sha256 =
            TRY(write_xml(place_ / "endringslogg.xml", [&](xml::Writer& out) { return write_changes(out, all); }));
        described_.push_back({"endringslogg", sha256, {{"endring", static_cast<int>(all.size())}}});
        return {};
    }

    /// As sha256sum writes it, so that it can be tried without this program too.
    Result<void> seal(const std::string& sha256) {
        auto file = TRY(HashedFile::create(place_ / seal_name));
        TRY(file.write(fmt::format("{}  {}\n", sha256, description_name)));
        TRY(file.finish());
        return {};
    }

    /// What does not hold is not handed over.
    Result<void> check() {
        const auto verified = verify_noark(place_.string(), progress_);
        if (verified.holds()) return {};
        const auto& fault = verified.faults.front();
        return package_faulty.error({{"file", fault.file}, {"why", fault.detail}});
    }

    NoarkSource& source_;
    const files::path& place_;
    const Progress& progress_;
    StructureWritten written_;
    std::vector<DescribedFile> described_;
};

/// The digest of the package that is there already; empty when there is nothing. Fails with archive.folder_taken.
Result<std::string> digest_there(const files::path& folder) {
    std::error_code failure;
    if (!files::exists(folder, failure)) return std::string{};
    if (files::is_directory(folder, failure) && files::is_empty(folder, failure)) return std::string{};
    if (!files::exists(folder / description_name, failure)) return folder_taken.error({{"folder", folder.string()}});
    return digest_of_file(folder / description_name);
}

Result<void> tell_journal(const Services& services, const governance::BodyRecords& records, const NoarkReport& report) {
    return services.database.write([&](db::Transaction& transaction) -> Result<void> {
        journal::Event event{.type = "archive.records_extracted",
                             .subjects = {{"body", records.id.to_string()}},
                             .body = {},
                             .visibility = journal::Visibility::internal};
        event.body.text("format", "Noark 5")
            .text("sha256", report.sha256)
            .number("cases", report.cases)
            .number("meetings", report.meetings)
            .number("documents", report.documents);
        TRY(services.journal.append(transaction, the_program("uttrekk"), event, services.clock.now()));
        return {};
    });
}

} // namespace

Result<NoarkReport> extract_noark(const Services& services, blobs::Store& blobs, const NoarkOrder& order,
                                  const Progress& progress) {
    const auto plan = order.retention.empty() ? usual_retention() : TRY(parse_retention(order.retention));
    const files::path folder{order.folder};
    const auto before = TRY(digest_there(folder));
    const auto lease = TRY(services.database.reader());
    NoarkSource source{*lease, services, blobs, TRY(governance::body_records(*lease, order.body)), plan};
    TRY(source.survey(progress));
    auto package = TRY(PackageFolder::begin(folder));
    auto report = TRY(Extraction(source, package.place(), progress).write());
    if (before == report.sha256) {
        report.was_there_before = true;
        return report;
    }
    if (!before.empty()) return folder_taken.error({{"folder", order.folder}});
    TRY(package.keep());
    TRY(tell_journal(services, source.records(), report));
    return report;
}

} // namespace archive
