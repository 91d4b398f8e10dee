// Trying a package from its folder alone: what it says of itself, computed again.
#include "archive/actions/package_folder.hpp"
#include "archive/domain/facts.hpp"
#include "archive/noark.hpp"
#include "archive/texts.hpp"
#include "platform/ensure.hpp"
#include "platform/http/header_values.hpp"
#include "platform/xml/reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace archive {

namespace files = std::filesystem;

namespace {

struct Stated {
    std::string name, sha256;
    std::map<std::string, std::string> counts; ///< Element to how many, as written.
};

std::string_view grammar(std::string_view name) {
    const auto all = embedded::archive_facts();
    const auto found = std::ranges::find(all, name, &embedded::File::name);
    return found == all.end() ? std::string_view{} : found->bytes;
}

/// The files that ADDML describes: each dataObject that has a file.
class DescriptionReader {
public:
    xml::Reading reading() {
        return {.began = [this](const xml::Path& path, const xml::Attributes& attributes) { began(path, attributes); },
                .ended = [this](const xml::Path& path, std::string_view text) { ended(path, text); }};
    }
    std::vector<Stated> stated;

private:
    void began(const xml::Path& path, const xml::Attributes& attributes) {
        if (path.back() == "dataObject") stated.emplace_back();
        if (path.back() != "property") return;
        const auto name = std::ranges::find(attributes, "name", &std::pair<std::string, std::string>::first);
        names_.push_back(name == attributes.end() ? std::string{} : name->second);
    }
    void ended(const xml::Path& path, std::string_view text) {
        if (path.back() == "property") names_.pop_back();
        if (path.back() != "value" || stated.empty() || names_.empty()) return;
        const auto place = fmt::format("{}", fmt::join(names_, "/"));
        if (place == "file/name") stated.back().name = text;
        if (place == "file/checksum/value") stated.back().sha256 = text;
        if (place == "info/numberOfOccurrences") element_ = text;
        if (place == "info/numberOfOccurrences/value") stated.back().counts[element_] = text;
    }
    std::vector<std::string> names_;
    std::string element_;
};

struct StatedObject {
    std::string file, sha256, size;
};

/// A name that leads out of the folder names nothing in the package.
bool leads_out(const std::string& name) {
    return files::path{name}.is_absolute() || name.find("..") != std::string::npos;
}

class Verifier {
public:
    Verifier(files::path folder, const Progress& progress) : folder_{std::move(folder)}, progress_{progress} {}

    PackageVerification verify() {
        DescriptionReader description;
        if (!read("arkivuttrekk.xml", description.reading())) return std::move(result_);
        check_seal();
        for (const auto& file : description.stated) {
            if (file.name.empty()) continue;
            if (leads_out(file.name)) {
                fault(PackageFault::Kind::missing, file.name);
                continue;
            }
            check_digest(file.name, file.sha256);
            check_content(file);
        }
        int done = 0;
        for (const auto& object : objects_) {
            check_object(object);
            if (progress_) progress_("prøver", ++done, static_cast<int>(objects_.size()));
        }
        find_unlisted();
        return std::move(result_);
    }

private:
    void fault(PackageFault::Kind kind, const std::string& file, std::string detail = {}) {
        result_.faults.push_back({kind, file, std::move(detail)});
    }

    bool read(const std::string& name, const xml::Reading& reading) {
        listed_.insert(name);
        std::error_code failure;
        if (!files::is_regular_file(folder_ / name, failure)) {
            fault(PackageFault::Kind::missing, name);
            return false;
        }
        ++result_.files;
        const auto done = xml::read_file((folder_ / name).string(), reading);
        if (done) return true;
        std::string why;
        for (const auto& value : done.error().values) {
            if (value.name == "why") why += std::get<std::string>(value.value);
            if (value.name == "line") why += fmt::format("{}: ", std::get<std::int64_t>(value.value));
        }
        fault(PackageFault::Kind::unreadable, name, why);
        return false;
    }

    void check_digest(const std::string& name, const std::string& stated) {
        const auto found = digest_of_file(folder_ / name);
        if (!found) return fault(PackageFault::Kind::missing, name);
        // Others write the digits in capitals.
        if (*found != http::lower_case(stated)) fault(PackageFault::Kind::digest_differs, name);
    }

    void check_seal() {
        listed_.insert("arkivuttrekk.xml.sha256");
        const auto digest = digest_of_file(folder_ / "arkivuttrekk.xml");
        std::string kept;
        if (std::FILE* file = std::fopen((folder_ / "arkivuttrekk.xml.sha256").c_str(), "rb")) {
            kept.resize(200);
            kept.resize(std::fread(kept.data(), 1, kept.size(), file));
            std::fclose(file);
        }
        if (kept.empty()) return fault(PackageFault::Kind::missing, "arkivuttrekk.xml.sha256");
        if (!digest || kept != *digest + "  arkivuttrekk.xml\n")
            fault(PackageFault::Kind::digest_differs, "arkivuttrekk.xml.sha256");
    }

    void check_content(const Stated& file) {
        std::map<std::string, int> found;
        const bool is_structure = file.name == "arkivstruktur.xml";
        xml::Reading reading{.began = {},
                             .ended =
                                 [&](const xml::Path& path, std::string_view text) {
                                     ++found[path.back()];
                                     if (is_structure) take_object(path, text);
                                 },
                             .grammar = grammar(file.name.substr(0, file.name.size() - 4) + ".rng")};
        if (!read(file.name, reading)) return;
        for (const auto& [element, stated] : file.counts) {
            if (stated == std::to_string(found[element])) continue;
            fault(PackageFault::Kind::count_differs, file.name,
                  fmt::format("{}: {}, {}", element, stated, found[element]));
        }
    }

    void take_object(const xml::Path& path, std::string_view text) {
        const auto& name = path.back();
        if (name == "dokumentobjekt") {
            objects_.push_back(std::exchange(object_, {}));
            return;
        }
        if (path.size() < 2 || path[path.size() - 2] != "dokumentobjekt") return;
        if (name == "referanseDokumentfil") object_.file = text;
        if (name == "sjekksum") object_.sha256 = text;
        if (name == "filstoerrelse") object_.size = text;
    }

    void check_object(const StatedObject& object) {
        const auto place = files::path{object.file}.lexically_normal();
        std::error_code failure;
        if (leads_out(object.file) || !files::is_regular_file(folder_ / place, failure))
            return fault(PackageFault::Kind::missing, object.file);
        listed_.insert(place.generic_string());
        ++result_.documents;
        ++result_.files;
        const auto size = files::file_size(folder_ / place, failure);
        if (std::to_string(size) != object.size)
            return fault(PackageFault::Kind::size_differs, object.file, fmt::format("{}, {}", object.size, size));
        check_digest(object.file, object.sha256);
    }

    void find_unlisted() {
        std::error_code failure;
        for (const auto& entry : files::recursive_directory_iterator{folder_, failure}) {
            if (entry.is_directory(failure)) continue;
            const auto name = entry.path().lexically_relative(folder_).generic_string();
            if (!listed_.contains(name)) fault(PackageFault::Kind::unlisted, name);
        }
    }

    const files::path folder_;
    const Progress& progress_;
    PackageVerification result_;
    std::set<std::string> listed_;
    std::vector<StatedObject> objects_;
    StatedObject object_;
};

} // namespace

PackageVerification verify_noark(const std::string& folder, const Progress& progress) {
    return Verifier{folder, progress}.verify();
}

std::string words(const PackageVerification& verified, const i18n::Translator& t) {
    if (verified.holds())
        return t(text::package_holds({.files = verified.files, .documents = std::to_string(verified.documents)}));
    auto all = t(text::package_fails({.count = static_cast<std::int64_t>(verified.faults.size())}));
    static constexpr std::array<std::string_view, 6> kinds{"missing",        "unlisted",      "size_differs",
                                                           "digest_differs", "count_differs", "unreadable"};
    for (const auto& fault : verified.faults) {
        const auto what = t.by_name(fmt::format("package.fault.{}", kinds[static_cast<std::size_t>(fault.kind)]));
        all += fmt::format("\n  {}: {}{}{}", fault.file, what, fault.detail.empty() ? "" : ": ", fault.detail);
    }
    return all;
}

} // namespace archive
