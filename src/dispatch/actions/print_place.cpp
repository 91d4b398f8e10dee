#include "dispatch/actions/print_place.hpp"

#include "dispatch/actions/print_folder.hpp"
#include "dispatch/actions/print_server.hpp"

namespace dispatch {

std::unique_ptr<PrintPlace> print_place(const Office& office) {
    if (office.print_server) return std::make_unique<PrintServer>(*office.print_server);
    if (!office.print_folder.empty()) return std::make_unique<PrintFolder>(office.print_folder);
    return nullptr;
}

} // namespace dispatch
