#include "app/errors.hpp"
#include "app/program.hpp"
#include "app/run.hpp"
#include "app/sparse_copy.hpp"
#include "dispatch/dispatch.hpp"
#include "platform/crypto/master_key.hpp"
#include "platform/journal/verification.hpp"

#include <filesystem>
#include <fmt/format.h>

namespace app {

namespace files = std::filesystem;

static Error folder_error(const files::path& folder, const std::error_code& failure) {
    return folder_unavailable.error({{"folder", folder.string()}, {"why", failure.message()}});
}

/// Copies a folder of segments. They only grow at the end, so a copy taken while they grow is whole up to some record,
/// and opening it cuts off a torn one; the database was copied before, so it names nothing that is not in them. What is
/// given back meanwhile had been without use for a day. An index may go while its folder is read; it only spares time.
static Result<void> copy_tree(const files::path& from, const files::path& to) {
    std::error_code failure;
    files::create_directories(to, failure);
    if (failure) return folder_error(to, failure);
    if (!files::exists(from)) return {}; // no document has come yet
    for (const auto& entry : files::directory_iterator{from, failure}) {
        const auto target = to / entry.path().filename();
        if (entry.is_directory(failure)) {
            TRY(copy_tree(entry.path(), target));
            continue;
        }
        const auto copied = copy_sparsely(entry.path().string(), target.string());
        const bool may_go = entry.path().extension() == ".index" || entry.path().extension() == ".draft";
        if (copied && !(may_go && copied == std::errc::no_such_file_or_directory)) return folder_error(target, copied);
    }
    if (failure) return folder_error(from, failure);
    return {};
}

/// Readable by its owner alone, as it was.
static Result<void> copy_key(const files::path& from, const files::path& to) {
    std::error_code failure;
    files::copy_file(from, to, failure);
    if (failure) return folder_error(to, failure);
    files::permissions(to, files::perms::owner_read | files::perms::owner_write, failure);
    return {};
}

static Result<void> make_backup(const Config& config, const files::path& target) {
    std::error_code failure;
    if (files::exists(target) && !files::is_empty(target, failure))
        return folder_not_empty.error({{"folder", target.string()}});
    files::create_directories(target, failure);
    if (failure) return folder_error(target, failure);
    const auto program = TRY(Program::open(config, Purpose::maintenance));
    const auto& database = program->services().database;
    const files::path data{program->data_folder()};
    if (database.dialect() == db::Dialect::sqlite) {
        fmt::print("database …\n");
        TRY(program->services().database.copy_to((target / "samband.db").string()));
    } else {
        fmt::print("database: PostgreSQL tas med pg_dump; her kopieres filer og nøkkel\n");
    }
    fmt::print("filer …\n");
    TRY(copy_tree(data / "blobs", target / "blobs"));
    for (const auto name : {crypto::master_key_file, crypto::sealed_master_key_file}) {
        if (files::exists(data / name)) TRY(copy_key(data / name, target / name));
    }
    for (const auto& entry : files::directory_iterator{data, failure}) {
        const auto name = entry.path().filename().string();
        const bool is_key = name.starts_with(dispatch::vault_key_prefix) ||
                            name.starts_with(dispatch::receipt_key_prefix) ||
                            name.starts_with(dispatch::letter_key_prefix);
        if (is_key) TRY(copy_key(entry.path(), target / name));
    }
    const bool is_sealed = files::exists(target / crypto::sealed_master_key_file);
    fmt::print("ferdig: {}\n{}, og post-key-1 for digital post, åpner alt; letter-key-1 åpner "
               "dokumenter kryptert til oss, og receipt-key-1 signerer kvitteringer. Oppbevar dem et annet "
               "sted enn resten.\n",
               target.string(),
               is_sealed ? "Nøkkelen i master.key.sealed, sammen med nøkkelenheten" : "Nøkkelen i master.key");
    return {};
}

int run_backup(const Config& config, const CommandLine& command) {
    const auto made = make_backup(config, command.files.front());
    return made ? 0 : tell(made.error());
}

static Result<void> put_back(const Config& config, const files::path& source, bool is_forced) {
    std::error_code failure;
    const files::path data{config.text("data.folder")};
    if (!files::exists(source / crypto::master_key_file) && !files::exists(source / crypto::sealed_master_key_file))
        return backup_incomplete.error({{"folder", source.string()}});
    if (files::exists(data) && !files::is_empty(data, failure)) {
        if (!is_forced) return folder_not_empty.error({{"folder", data.string()}});
        // What is there is kept beside, not destroyed.
        const auto aside = data.string() + ".replaced";
        files::remove_all(aside, failure);
        files::rename(data, aside, failure);
        if (failure) return folder_error(data, failure);
        fmt::print("det som var der, ligger nå i {}\n", aside);
    }
    TRY(copy_tree(source, data));
    fmt::print("lagt tilbake i {}; prøver journalen …\n", data.string());
    return {};
}

int run_restore(const Config& config, const CommandLine& command) {
    const auto restored = put_back(config, command.files.front(), command.is_forced);
    if (!restored) return tell(restored.error());
    return run_verify(config, {});
}

} // namespace app
