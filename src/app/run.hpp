#pragma once
// What each verb does; the exit code is what comes back.
#include "app/command_line.hpp"
#include "app/config.hpp"

namespace app {

int run_serve(const Config&);
int run_demo(const Config&, const CommandLine&);
int run_import(const Config&, const CommandLine&);
int run_export(const Config&, const CommandLine&);
/// 0 when all was read, 1 when something was left: then the next run goes on there.
int run_import_oparl(const Config&, const CommandLine&);
int run_export_oparl(const Config&, const CommandLine&);
/// A Noark 5 package of a body's records, beside a running program too.
int run_export_noark(const Config&, const CommandLine&);
/// From the package alone: 0 when it holds, 1 when it does not.
int run_verify_noark(const CommandLine&);
/// 0 when everything holds, 1 when something does not; says where and why.
int run_verify(const Config&, const CommandLine&);
int run_verify_offline(const CommandLine&);
/// Sends letters to a server, each once: 0 when all are sent, 1 when some were refused, 2 when nothing was asked for.
int run_send(const CommandLine&);
/// The receipt of a dispatch, from the file alone, and whether the documents named are in it.
int run_verify_receipt(const CommandLine&);
/// 0 when nothing needs to be done; each line that does says what.
int run_doctor(const Config&);
int run_backup(const Config&, const CommandLine&);
int run_restore(const Config&, const CommandLine&);
/// A token for a system, on standard output.
int run_token(const Config&, const CommandLine&);
/// Accounts, integrations and receivers of digital post, beside a running program too. Secrets stand on standard
/// output, once.
int run_post_systems(const Config&, const CommandLine&);
/// Lets the device of the configuration seal the master key, while the program is stopped.
int run_seal_key(const Config&, const CommandLine&);
int run_routes(const Config&);
int run_settings();

/// A bar on a terminal; a line for each finished step elsewhere. Nothing while nobody knows how much there is.
void show_progress(std::string_view step, int done, int of);

/// Tells an error on standard error, in bokmål, with all its faults; gives the exit code 1.
int tell(const Error&);

} // namespace app
