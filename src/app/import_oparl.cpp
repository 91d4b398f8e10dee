#include "app/program.hpp"
#include "app/run.hpp"
#include "oparl/oparl.hpp"

#include <chrono>
#include <fmt/format.h>

namespace app {

/// Slow systems are common; a page is small.
static Result<net::Answer> fetch_page(const std::string& address) {
    net::Request request;
    request.url = address;
    request.headers = {{"Accept", "application/json"}};
    request.timeout = std::chrono::minutes{2};
    request.answer_bytes_max = std::size_t{64} << 20;
    return net::fetch(request);
}

static void show_list(std::string_view list, std::int64_t done, std::int64_t of) {
    show_progress(list, static_cast<int>(std::min(done, of)), static_cast<int>(of));
}

static void tell_refusals(const Program& program, const oparl::ImportReport& report) {
    const auto& t = program.services().texts.in(i18n::Language::nb);
    for (const auto& refusal : report.refusals) {
        fmt::print(stderr, "  {} {} {}: {} ({})\n", refusal.place, refusal.fault.pointer, refusal.object,
                   t.detail_of(refusal.fault), refusal.fault.code);
    }
    const auto untold = report.refused - std::ssize(report.refusals);
    if (untold > 0) fmt::print(stderr, "  … og {} til\n", untold);
}

int run_import_oparl(const Config& config, const CommandLine& command) {
    const auto program = Program::open(config, Purpose::maintenance);
    if (!program) return tell(program.error());
    bool is_complete = true;
    for (const auto& place : command.files) {
        oparl::ImportRequest request;
        request.place = place;
        request.slug = command.source;
        request.allowed_origins = command.allowed_origins;
        request.is_full = command.is_full;
        request.fetch = fetch_page;
        request.progress = show_list;
        const auto begun = std::chrono::steady_clock::now();
        const auto report = oparl::import_source((*program)->services(), the_program("import"), request);
        if (!report) return tell(report.error());
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
        tell_refusals(**program, *report);
        fmt::print(
            "{}: {} objekter lest på {:.2f} s: {} nye, {} endret, {} fjernet, {} ikke tatt med, {} transaksjoner\n",
            report->slug, report->objects, took.count(), report->added, report->changed, report->removed,
            report->refused, report->transactions);
        if (!report->is_complete) {
            fmt::print(stderr, "{}: ikke alt ble lest. Kjør igjen; importen fortsetter der den stoppet.\n",
                       report->slug);
            is_complete = false;
        }
    }
    return is_complete ? 0 : 1;
}

int run_export_oparl(const Config& config, const CommandLine& command) {
    const auto program = Program::open(config, Purpose::maintenance);
    if (!program) return tell(program.error());
    const auto report = oparl::export_source((*program)->services(), command.case_number, command.folder, show_list);
    if (!report) return tell(report.error());
    fmt::print("{}: {} objekter i {} filer, {} byte\n", command.folder, report->objects, report->files, report->bytes);
    return 0;
}

} // namespace app
