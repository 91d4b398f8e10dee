#pragma once
// The program in service: listener, background jobs, consumers of the journal.
#include "app/program.hpp"

#include <memory>

namespace app {

class Serving {
public:
    /// Listens and begins the background work. Fails with platform.address_taken, platform.certificate_unusable.
    static Result<std::unique_ptr<Serving>> start(Program&);
    virtual ~Serving() = default;
    /// Takes nobody new in, finishes what runs, stops the background work.
    virtual void stop() = 0;
};

} // namespace app
