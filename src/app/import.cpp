#include "app/errors.hpp"
#include "app/program.hpp"
#include "app/run.hpp"

#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace app {

void show_progress(std::string_view step, int done, int of) {
    if (of <= 0) return;
    if (!isatty(STDERR_FILENO)) {
        if (done == of) fmt::print(stderr, "{}: {} av {}\n", step, done, of);
        return;
    }
    constexpr int width = 30;
    const auto filled = done * width / of;
    fmt::print(stderr, "\r{:<24} [{}{}] {} av {}{}", step, std::string(static_cast<std::size_t>(filled), '#'),
               std::string(static_cast<std::size_t>(width - filled), '.'), done, of, done == of ? "\n" : "");
}

static Result<directory::MapReport> import_map(const Config& config, const CommandLine& command,
                                               const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return file_unreadable.error({{"file", path}});
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    const auto program = TRY(Program::open(config, Purpose::maintenance));
    auto services = program->services();
    const auto valid_from =
        command.valid_from.empty() ? norwegian_date(services.clock.now()) : TRY(parse_date(command.valid_from));
    return directory::import_map(services, the_program(), bytes, valid_from, show_progress);
}

int run_import(const Config& config, const CommandLine& command) {
    if (command.kind == "oparl") return run_import_oparl(config, command);
    for (const auto& path : command.files) {
        const auto report = import_map(config, command, path);
        if (!report) return tell(report.error());
        fmt::print("{}: {} kommuner, {} av {} punkter beholdt, {} holmer utelatt, {} byte, gjelder fra {}\n", path,
                   report->municipalities, report->points_kept, report->points_read, report->islands_dropped,
                   report->bytes, to_string(report->valid_from));
    }
    return 0;
}

} // namespace app
