#include "oparl/actions/walks.hpp"
#include "oparl/domain/errors.hpp"
#include "oparl/domain/page.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace oparl {

namespace files = std::filesystem;

static constexpr std::uintmax_t file_bytes_max = 256 << 20;
/// One position is enough where everything has an order: the last file that was read.
static constexpr std::string_view folder_list = "folder";

/// Regular files only: a link could lead anywhere.
static Result<std::vector<std::string>> json_files_below(const std::string& folder) {
    std::error_code failure;
    std::vector<std::string> paths;
    for (files::recursive_directory_iterator at{folder, failure}, end; !failure && at != end; at.increment(failure)) {
        const bool is_file = at->symlink_status(failure).type() == files::file_type::regular;
        if (is_file && at->path().extension() == ".json")
            paths.push_back(at->path().lexically_relative(folder).string());
    }
    if (failure) return source_unreadable.error({{"place", folder}, {"why", failure.message()}});
    std::ranges::sort(paths);
    return paths;
}

static std::optional<std::string> bytes_of(const files::path& path) {
    std::error_code failure;
    const auto size = files::file_size(path, failure);
    if (failure || size > file_bytes_max) return {};
    std::ifstream file{path, std::ios::binary};
    std::string bytes(static_cast<std::size_t>(size), '\0');
    if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return {};
    return bytes;
}

/// The system says where its objects stand; without one nobody does.
static Origins origins_of_folder(const std::string& folder, const ImportRequest& request) {
    const auto bytes = bytes_of(files::path{folder} / "system.json");
    if (!bytes) return {};
    const auto page = read_page(*bytes);
    if (page.items.empty()) return {};
    const auto system = json::parse(page.items.front());
    const auto origin = system ? origin_of(system->text_of("id")) : std::string{};
    if (origin.empty()) return {};
    auto allowed = request.allowed_origins;
    allowed.push_back(origin);
    return Origins{std::move(allowed)};
}

Result<void> walk_folder(const std::string& folder, const Positions& positions, const ImportRequest& request,
                         Intake& intake) {
    const auto paths = TRY(json_files_below(folder));
    intake.set_origins(origins_of_folder(folder, request));
    const auto known = positions.find(std::string{folder_list});
    const std::string last_read = known == positions.end() ? std::string{} : known->second;
    intake.report().was_resumed = !last_read.empty();
    std::int64_t done = 0;
    for (const auto& path : paths) {
        ++done;
        if (path <= last_read) continue;
        std::error_code failure;
        const auto size = files::file_size(files::path{folder} / path, failure);
        if (!failure && size > file_bytes_max) {
            intake.refuse(path, {},
                          page_too_large.at("#", {{"bytes", static_cast<std::int64_t>(size)},
                                                  {"max", std::int64_t{file_bytes_max}}}));
            continue;
        }
        const auto bytes = bytes_of(files::path{folder} / path);
        if (!bytes) {
            intake.refuse(path, {}, page_unreadable.at("#", {{"position", std::int64_t{0}}}));
            continue;
        }
        intake.mark(std::string{folder_list}, path);
        intake.begin_list();
        TRY(intake.take_page(path, *bytes));
        if (request.progress) request.progress("filer", done, std::ssize(paths));
        if (intake.is_full()) {
            intake.break_off(path, too_many_objects.at("#", {{"max", request.objects_max}}));
            return {};
        }
    }
    intake.mark(std::string{folder_list}, {});
    return {};
}

} // namespace oparl
