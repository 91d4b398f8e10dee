#pragma once
// One process works on an SQLite file at a time. Others may look at it, and write a line, beside.
#include "platform/db/database.hpp"
#include "platform/file_descriptor.hpp"

namespace db {

/// Held as long as it lives, and gone with the process, however that ends. Of PostgreSQL and databases in memory it is
/// an empty one: several may work there, and nobody else can.
class SoleUse {
public:
    /// Fails with platform.database_taken when another process has it.
    static Result<SoleUse> of(const Options&);
    /// True when nobody else works on the database.
    [[nodiscard]] bool is_sole() const { return lock_.is_open(); }

    SoleUse() = default;

private:
    explicit SoleUse(FileDescriptor lock) : lock_{std::move(lock)} {}
    FileDescriptor lock_;
};

} // namespace db
