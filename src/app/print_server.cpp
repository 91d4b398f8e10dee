#include "app/print_server.hpp"

#include "app/errors.hpp"

#include <fstream>

namespace app {

namespace {

constexpr std::string_view address_setting = "dispatch.print_server";

class PrinterReading {
public:
    explicit PrinterReading(const Config& config) : config_{config} {}

    Result<std::optional<sftp::Target>> read() {
        const auto address = sftp::parse_address(config_.text(address_setting));
        if (!address) add(setting_not_an_address, address_setting, {});
        if (!config_.text("dispatch.print_folder").empty()) {
            add(settings_exclude, address_setting, {{"other", "dispatch.print_folder"}});
        }
        auto target = address.value_or(sftp::Target{});
        target.known_hosts_file = readable("dispatch.print_known_hosts");
        if (config_.text("dispatch.print_password_file").empty()) {
            target.key_file = readable("dispatch.print_key");
        } else {
            target.password = first_line(readable("dispatch.print_password_file"));
            if (!config_.text("dispatch.print_key").empty()) {
                add(settings_exclude, "dispatch.print_key", {{"other", "dispatch.print_password_file"}});
            }
        }
        if (faults_.empty()) return std::optional{std::move(target)};
        auto error = configuration_faulty.error({{"count", static_cast<std::int64_t>(faults_.size())}});
        error.faults = std::move(faults_);
        return error;
    }

private:
    void add(const ErrorCode& code, std::string_view setting, ErrorValues values) {
        values.push_back({"name", std::string{setting}});
        faults_.push_back(code.at(std::string{setting}, std::move(values)));
    }

    std::string readable(std::string_view setting) {
        const auto& file = config_.text(setting);
        if (file.empty()) {
            add(setting_needed, setting, {{"other", std::string{address_setting}}});
        } else if (!std::ifstream{file}) {
            add(setting_file_unreadable, setting, {{"file", file}});
        }
        return file;
    }

    static std::string first_line(const std::string& file) {
        std::ifstream opened{file};
        std::string line;
        std::getline(opened, line);
        return line;
    }

    const Config& config_;
    std::vector<Fault> faults_;
};

} // namespace

Result<std::optional<sftp::Target>> print_server(const Config& config) {
    if (config.text(address_setting).empty()) return std::optional<sftp::Target>{};
    return PrinterReading{config}.read();
}

} // namespace app
