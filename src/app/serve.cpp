#include "app/errors.hpp"
#include "app/program.hpp"
#include "app/run.hpp"
#include "app/serving.hpp"
#include "dispatch/demonstration.hpp"
#include "governance/demonstration.hpp"
#include "governance/governance.hpp"
#include "hearings/demonstration.hpp"
#include "live/demonstration.hpp"
#include "oparl/demonstration.hpp"
#include "platform/log/log.hpp"
#include "representation/demonstration.hpp"
#include "voice/demonstration.hpp"

#include <csignal>
#include <filesystem>
#include <fmt/format.h>

namespace app {

/// Blocks the signals that end the program before any thread starts, so that only wait_for_end() hears them.
static sigset_t block_end_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

static void wait_for_end(const sigset_t& signals) {
    int signal = 0;
    sigwait(&signals, &signal);
    logging::info("program.stopping", {{"signal", signal}});
}

static int serve(Program& program, const sigset_t& signals, std::string_view welcome) {
    auto serving = Serving::start(program);
    if (!serving) return tell(serving.error());
    fmt::print("Samband svarer på {}\n{}", program.services().public_url, welcome);
    std::fflush(stdout);
    wait_for_end(signals);
    (*serving)->stop();
    logging::info("program.stopped");
    logging::flush();
    return 0;
}

int run_serve(const Config& config) {
    const auto signals = block_end_signals();
    auto program = Program::open(config, Purpose::serving);
    if (!program) return tell(program.error());
    const auto& services = (*program)->services();
    const auto seeded = services.database.write([&](db::Transaction& transaction) -> Result<void> {
        const auto by = the_program();
        const auto now = services.clock.now();
        TRY(directory::seed_sector(transaction, {services.journal, by, services.random, now}));
        return governance::seed_rule_profiles(transaction, services, now);
    });
    if (!seeded) return tell(seeded.error());
    return serve(**program, signals, "");
}

static bool is_local(std::string_view address) {
    return address == "::1" || address == "localhost" || address.starts_with("127.");
}

/// Shows how far the filling has come, on one line.
static void show_step(std::string_view step, int done, int of) {
    fmt::print(stderr, "\r  {} {}/{}\033[K{}", step, done, of, done == of ? "\n" : "");
}

static Result<void> fill(Program& program) {
    const auto& services = program.services();
    const auto now = services.clock.now();
    TRY(services.database.write([&](db::Transaction& transaction) -> Result<void> {
        const auto by = the_program();
        TRY(directory::seed_sector(transaction, {services.journal, by, services.random, now}));
        return governance::seed_rule_profiles(transaction, services, now);
    }));
    TRY(governance::load_demonstration(services, program.person_key(), norwegian_date(now), show_step));
    TRY(hearings::load_demonstration(services, norwegian_date(now), show_step));
    TRY(representation::load_demonstration(services, program.representation_outside(), norwegian_date(now)));
    TRY(voice::load_demonstration(services));
    TRY(representation::load_seat_demonstration(services, program.representation_outside(), norwegian_date(now)));
    TRY(oparl::load_demonstration(services));
    TRY(live::load_demonstration(services));
    return dispatch::load_demonstration(program.office(), program.data_folder());
}

static constexpr std::string_view demo_welcome =
    "Logg inn som en oppdiktet person: velg «Logg inn» øverst på siden, for eksempel\n"
    "  sekretariat, sekretær, leder, nettverkskoordinator, kommunedirektør, medlem, leverandør, innbygger eller "
    "drift.\n"
    "Personer, møter og saker er oppdiktede og merket slik; virksomheter, lover og sak 19/03109 er virkelige.\n"
    "Stopp med Ctrl-C.\n";

/// How to send and fetch digital post here, ready to be copied.
static std::string post_welcome(const Program& program) {
    using namespace dispatch::demonstration;
    return fmt::format(
        "Digital post: avsenderen {0} og mottakersystemet {1} har passordet {2}.\n"
        "  Innbyggeren Solveig Tveitanemo har det oppdiktede fødselsnummeret {3}.\n"
        "  Nøkkelen til mottakersystemet ligger i {4}/{5}.\n"
        "  Over v2 og v3: kontoen {6}, integrasjonen {7} med samme passord.\n"
        "  Token gis på /maskinporten/ til klienten {8} med nøkkelen {4}/{9}; «samband token» henter ett.\n",
        sender, receiver, secret, citizen_number, program.data_folder(), key_file, account_id, integration_id,
        identity::DevelopmentClient::demo_id, identity::DevelopmentClient::key_file);
}

int run_demo(const Config& config, const CommandLine& command) {
    if (!is_local(config.text("server.address"))) {
        return tell(demonstration_not_local.error({{"address", config.text("server.address")}}));
    }
    const auto signals = block_end_signals();
    const std::filesystem::path folder{config.text("data.folder")};
    const auto marker = folder / "demonstration";
    const bool is_filled = std::filesystem::exists(marker);
    // Only a folder that a demonstration has made is ever emptied.
    if (is_filled && !command.keeps_data) std::filesystem::remove_all(folder);
    auto program = Program::open(config, Purpose::demonstration);
    if (!program) return tell(program.error());
    if (!is_filled || !command.keeps_data) {
        if (const auto filled = fill(**program); !filled) return tell(filled.error());
        if (auto* file = std::fopen(marker.c_str(), "w")) std::fclose(file);
    }
    return serve(**program, signals, std::string{demo_welcome} + post_welcome(**program));
}

} // namespace app
