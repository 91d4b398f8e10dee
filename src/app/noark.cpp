#include "archive/noark.hpp"
#include "app/errors.hpp"
#include "app/program.hpp"
#include "app/run.hpp"
#include "platform/blobs/reading.hpp"

#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace app {

static Result<std::string> retention_in(const std::string& path) {
    if (path.empty()) return std::string{};
    std::ifstream file{path, std::ios::binary};
    if (!file) return file_unreadable.error({{"file", path}});
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

static Result<archive::NoarkReport> make_package(const Config& config, const CommandLine& command) {
    archive::NoarkOrder order;
    order.body = command.case_number;
    order.folder = command.folder;
    order.retention = TRY(retention_in(command.retention_file));
    const auto program = TRY(Program::open(config, Purpose::maintenance));
    // The running program has the files; segments can be read beside it.
    const auto blobs = TRY(blobs::open_for_reading(program->data_folder() + "/blobs"));
    return archive::extract_noark(program->services(), *blobs, order, show_progress);
}

int run_export_noark(const Config& config, const CommandLine& command) {
    if (command.case_number.empty() || command.folder.empty()) {
        std::fputs("samband export noark: nevn organet og mappen, for eksempel "
                   "«export noark hovedstyret /srv/uttrekk»\n",
                   stderr);
        return 2;
    }
    const auto made = make_package(config, command);
    if (!made) return tell(made.error());
    if (made->was_there_before) fmt::print("{} inneholder allerede denne pakken\n", command.folder);
    fmt::print("{}: {} saker, {} møter, {} registreringer, {} filer, {} byte\n", command.folder, made->cases,
               made->meetings, made->registrations, made->documents, made->bytes);
    if (made->cases_under_way + made->meetings_to_come > 0) {
        fmt::print("ikke tatt med, fordi de ikke er avsluttet: {} saker, {} møter\n", made->cases_under_way,
                   made->meetings_to_come);
    }
    fmt::print("arkivuttrekk.xml har SHA-256 {}\n", made->sha256);
    return 0;
}

int run_verify_noark(const CommandLine& command) {
    const i18n::Library texts{all_catalogues()};
    const auto verified = archive::verify_noark(command.package, show_progress);
    fmt::print("{}: {}\n", command.package, archive::words(verified, texts.in(i18n::Language::nb)));
    return verified.holds() ? 0 : 1;
}

} // namespace app
