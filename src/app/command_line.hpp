#pragma once
// What the program was asked to do. CLI11 stays behind command_line.cpp.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

enum class Verb : std::uint8_t {
    serve,
    demo,
    import_,
    export_,
    verify,
    doctor,
    backup,
    restore,
    send,
    routes,
    settings,
    token,
    post_systems,
    seal_key
};

/// post-systems: what is to be done with an account, an integration or a receiver.
struct PostSystemWords {
    std::string action; ///< "list", "open", "secret" or "close".
    std::string kind, organisation, name, user_name, id;
    std::string consumer, certificate_file, dispatch_type, alert_mail;
    std::vector<std::string> accounts, return_address;
    std::optional<int> level, retention_days;
    int overlap_hours = 24;
};

struct CommandLine {
    Verb verb = Verb::serve;
    std::string config_file;
    std::map<std::string, std::string> settings; ///< Flags that are settings, "server.port" → "8080".
    std::string kind;               ///< import: "map" or "oparl"; export: "journal", "case", "noark" or "oparl".
    std::vector<std::string> files; ///< import, verify, backup, restore.
    std::string valid_from;         ///< import map: the first day on which the borders hold.
    std::string case_number;        ///< export case; noark: the body; oparl: the source.
    std::string folder;             ///< export noark and oparl: where to.
    std::string source;             ///< import oparl: what to call it.
    std::vector<std::string> allowed_origins;    ///< import oparl: besides the system's own.
    bool is_full = false;                        ///< import oparl: all of it, not only what is new.
    std::string retention_file;                  ///< export noark: how long each class is kept.
    std::string package;                         ///< verify: the folder of a Noark 5 package.
    std::string server, account, secret_file;    ///< send: where to, as whom.
    std::string to, recipient, title, reference; ///< send: one letter.
    std::string department, dispatch_type;       ///< send: the same, where the organisation has such.
    std::string batch;                           ///< send: a list of letters.
    std::string receipt, keys;                   ///< verify: a receipt for a dispatch, and the key set it must be of.
    std::string output;                          ///< export, backup: where to; "-" is standard output.
    bool is_offline = false;                     ///< verify: from files alone, without database or configuration.
    bool keeps_data = false;                     ///< demo: go on with the data folder as it is.
    /// token: who asks, with which key, whom and for what. Empty: the demonstration on this machine.
    std::string client = "demo-klient", key_id, key_file, issuer, scope = "ks:fiks", resource;
    PostSystemWords post_system;
    std::string previous_label; ///< seal-key: of the key in the device that has sealed until now.
    bool is_forced = false;     ///< restore: over what is there.
};

/// What was asked, or the exit code when the program has already answered (--help, --version, a mistake).
struct Parsed {
    std::optional<CommandLine> command;
    int exit_code = 0;
};
Parsed parse_command_line(int count, const char* const* words);

} // namespace app
