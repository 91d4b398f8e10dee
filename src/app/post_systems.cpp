#include "app/errors.hpp"
#include "app/program.hpp"
#include "app/run.hpp"
#include "dispatch/systems.hpp"

#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace app {

namespace {

std::string_view kind_in_words(std::string_view kind) {
    if (kind == "account") return "avsenderkonto";
    return kind == "integration" ? "integrasjon" : "mottakersystem";
}

void tell_of(const dispatch::KeptSystem& system, std::string_view what) {
    fmt::print("{} {} «{}» for {}\nid: {}\nbrukernavn: {}\n", kind_in_words(system.kind), what, system.name,
               system.organisation, system.id, system.user_name);
    if (system.secret) fmt::print("passord: {}\nPassordet vises bare nå.\n", *system.secret);
}

/// One line each, with tabs between: kind, id, user name, state, organisation, name.
void list(const std::vector<dispatch::KeptSystem>& systems) {
    for (const auto& system : systems) {
        fmt::print("{}\t{}\t{}\t{}\t{}\t{}\n", system.kind, system.id, system.user_name,
                   system.closed_at ? "lukket" : "i bruk", system.organisation, system.name);
    }
}

Result<std::string> certificate_in(const std::string& path) {
    if (path.empty()) return std::string{};
    std::ifstream file{path, std::ios::binary};
    if (!file) return file_unreadable.error({{"file", path}});
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

Result<void> open_one(const dispatch::Office& office, const PostSystemWords& words) {
    dispatch::SystemOrder order;
    order.kind = words.kind;
    order.organisation = words.organisation;
    order.name = words.name;
    order.user_name = words.user_name;
    order.retention_days = words.retention_days;
    for (const auto& line : words.return_address)
        order.return_address += line + "\n";
    order.consumer_number = words.consumer;
    order.accounts = words.accounts;
    order.certificate = TRY(certificate_in(words.certificate_file));
    order.dispatch_type = words.dispatch_type;
    order.level = words.level;
    order.alert_mail = words.alert_mail;
    tell_of(TRY(dispatch::open_system(office, order)), "åpnet:");
    return {};
}

Result<void> keep(const dispatch::Office& office, const PostSystemWords& words) {
    if (words.action == "list") {
        list(TRY(dispatch::kept_systems(office, words.organisation)));
        return {};
    }
    if (words.action == "open") return open_one(office, words);
    if (words.action == "secret") {
        tell_of(TRY(dispatch::renew_secret(office, words.kind, words.id, words.overlap_hours)), "har nytt passord:");
        return {};
    }
    tell_of(TRY(dispatch::close_system(office, words.kind, words.id)), "lukket for godt:");
    return {};
}

} // namespace

int run_post_systems(const Config& config, const CommandLine& command) {
    const auto program = Program::open(config, Purpose::maintenance);
    if (!program) return tell(program.error());
    const auto kept = keep((*program)->office(), command.post_system);
    return kept ? 0 : tell(kept.error());
}

} // namespace app
