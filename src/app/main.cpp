#include "app/command_line.hpp"
#include "app/run.hpp"

#include <malloc.h>

using namespace app;

static int run(const Config& config, const CommandLine& command) {
    switch (command.verb) {
    case Verb::serve:
        return run_serve(config);
    case Verb::demo:
        return run_demo(config, command);
    case Verb::import_:
        return run_import(config, command);
    case Verb::export_:
        return command.kind == "noark" ? run_export_noark(config, command) : run_export(config, command);
    case Verb::verify:
        return run_verify(config, command);
    case Verb::doctor:
        return run_doctor(config);
    case Verb::backup:
        return run_backup(config, command);
    case Verb::restore:
        return run_restore(config, command);
    case Verb::send:
        return run_send(command);
    case Verb::token:
        return run_token(config, command);
    case Verb::post_systems:
        return run_post_systems(config, command);
    case Verb::seal_key:
        return run_seal_key(config, command);
    case Verb::routes:
        return run_routes(config);
    case Verb::settings:
        return run_settings();
    }
    return 1;
}

int main(int count, char** words) {
    // Many threads that mostly wait would otherwise each keep a heap of their own.
    mallopt(M_ARENA_MAX, 4);
    const auto parsed = parse_command_line(count, words);
    if (!parsed.command) return parsed.exit_code;
    if (parsed.command->verb == Verb::verify && parsed.command->is_offline) return run_verify_offline(*parsed.command);
    if (parsed.command->verb == Verb::send) return run_send(*parsed.command);
    if (parsed.command->verb == Verb::verify && !parsed.command->receipt.empty())
        return run_verify_receipt(*parsed.command);
    if (parsed.command->verb == Verb::verify && !parsed.command->package.empty())
        return run_verify_noark(*parsed.command);
    auto sources = gather_sources(parsed.command->config_file, parsed.command->settings);
    if (!sources) return tell(sources.error());
    const auto config = read_config(*sources);
    if (!config) return tell(config.error());
    return run(*config, *parsed.command);
}
