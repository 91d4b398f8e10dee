#include "app/program.hpp"
#include "app/run.hpp"
#include "governance/decisions.hpp"
#include "governance/governance.hpp"
#include "platform/journal/export.hpp"
#include "platform/journal/verification.hpp"

#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace app {

/// Prints the report of one thing that was verified; true when it holds.
static bool report(std::string_view what, const Result<journal::Verification>& verified) {
    if (!verified) {
        tell(verified.error());
        return false;
    }
    const i18n::Library texts{all_catalogues()};
    fmt::print("{}: {}\n", what, journal::words(*verified, texts.in(i18n::Language::nb)));
    return verified->holds();
}

static bool report(std::string_view what, const governance::DecisionReport& decided) {
    const i18n::Library texts{all_catalogues()};
    fmt::print("{}: {}\n", what, governance::words(decided, texts.in(i18n::Language::nb)));
    return decided.holds();
}

/// A decision record stands alone; the export of a case holds records beside its events.
static bool verify_one_file(const std::string& file) {
    std::ifstream stream{file, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
    const auto decided = governance::verify_decisions_in(bytes);
    if (governance::is_decision_record(bytes)) return report(file, decided);
    const bool holds = report(file, journal::verify_file(file));
    if (decided.checked == 0) return holds;
    return report(file, decided) && holds;
}

static bool verify_files(const std::vector<std::string>& files) {
    bool all_hold = true;
    for (const auto& file : files)
        all_hold = verify_one_file(file) && all_hold;
    return all_hold;
}

int run_verify_offline(const CommandLine& command) {
    if (command.files.empty()) {
        std::fputs("samband verify --offline: nevn filene som skal prøves\n", stderr);
        return 2;
    }
    return verify_files(command.files) ? 0 : 1;
}

int run_verify(const Config& config, const CommandLine& command) {
    if (!command.files.empty()) return run_verify_offline(command);
    const auto program = Program::open(config, Purpose::maintenance);
    if (!program) return tell(program.error());
    auto reader = (*program)->services().database.reader();
    if (!reader) return tell(reader.error());
    const bool journal_holds = report("journal", journal::verify_database(**reader));
    const auto decided = governance::verify_decisions(**reader, (*program)->services().journal);
    if (!decided) return tell(decided.error());
    return report("vedtak", *decided) && journal_holds ? 0 : 1;
}

static Result<void> write_export(Program& program, const CommandLine& command, std::FILE* out) {
    const auto& services = program.services();
    auto reader = TRY(services.database.reader());
    if (command.kind == "case") {
        const auto text = TRY(governance::export_case(*reader, services, command.case_number));
        std::fwrite(text.data(), 1, text.size(), out);
        return {};
    }
    return journal::export_lines(*reader, journal::Visibility::everybody, services.journal.signing_key(),
                                 services.clock.now(), [&](std::string_view lines) -> Result<void> {
                                     std::fwrite(lines.data(), 1, lines.size(), out);
                                     return {};
                                 });
}

int run_export(const Config& config, const CommandLine& command) {
    if (command.kind == "oparl") return run_export_oparl(config, command);
    const auto program = Program::open(config, Purpose::maintenance);
    if (!program) return tell(program.error());
    const bool is_file = !command.output.empty() && command.output != "-";
    auto* out = is_file ? std::fopen(command.output.c_str(), "wb") : stdout;
    if (out == nullptr) {
        std::fprintf(stderr, "samband export: %s kan ikke skrives\n", command.output.c_str());
        return 1;
    }
    const auto written = write_export(**program, command, out);
    const bool is_whole = std::fflush(out) == 0;
    if (is_file) std::fclose(out);
    if (!written) return tell(written.error());
    if (!is_whole) {
        std::fputs("samband export: utskriften ble ikke hel; er disken full?\n", stderr);
        return 1;
    }
    return 0;
}

} // namespace app
