#include "dispatch/actions/print_server.hpp"

namespace dispatch {

Result<void> PrintServer::prepare() {
    return connection_.make_folder("receipts");
}

Result<void> PrintServer::put(const std::string& name, const pdf::File& content) {
    return connection_.put(name, content.size(), [&](std::uint64_t offset, std::size_t bytes_max) {
        return content.part(offset, bytes_max);
    });
}

Result<void> PrintServer::put(const std::string& name, std::string_view bytes) {
    return connection_.put(name, bytes.size(), [&](std::uint64_t offset, std::size_t bytes_max) -> Result<std::string> {
        return std::string{bytes.substr(offset, bytes_max)};
    });
}

Result<std::optional<std::string>> PrintServer::receipt(const std::string& run) {
    return connection_.get("receipts/" + run + ".json", printer_word_bytes_max);
}

Result<void> PrintServer::clear(const std::string& run) {
    return connection_.remove({run + ".json", run + ".csv", run + ".pdf", "receipts/" + run + ".json"});
}

} // namespace dispatch
