#pragma once
// The table of settings: from it come the reading of file, environment and flags, --help, the page
// docs/operating/settings.md and the listing at start. A setting that is not in the table does not exist.
#include "platform/result.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

enum class SettingType : std::uint8_t { text, number, truth, path, secret };

struct Setting {
    std::string_view name; ///< "server.port"; SAMBAND_SERVER_PORT in the environment, --server.port as a flag.
    SettingType type;
    std::string_view otherwise;       ///< The value when nobody sets it.
    std::int64_t least = 0, most = 0; ///< For numbers; unit last in the name.
    std::string_view meaning;         ///< One Norwegian sentence, for --help and the operators' page.
};

std::span<const Setting> settings();

/// All values, checked. Asking for a name that is not in the table is a broken invariant.
class Config {
public:
    [[nodiscard]] const std::string& text(std::string_view name) const;
    [[nodiscard]] std::int64_t number(std::string_view name) const;
    [[nodiscard]] bool truth(std::string_view name) const;
    /// One line for each setting that differs from its default, with where it came from; secrets are masked.
    [[nodiscard]] std::vector<std::string> listing() const;

private:
    friend struct ConfigReading;
    struct Value {
        std::string text;
        std::string source; ///< "default", "file", "environment", "flag"
    };
    std::map<std::string, Value, std::less<>> values_;
};

/// Where values come from; the later ones win: file, environment, flags.
struct ConfigSources {
    std::string file_name;                          ///< For the words of faults; empty when there is no file.
    std::string file_text;                          ///< "name = value" lines; # begins a comment.
    std::map<std::string, std::string> environment; ///< Only names that begin with SAMBAND_.
    std::map<std::string, std::string> flags;       ///< By setting name.
};

/// Fails with app.configuration_faulty and one fault for every mistake in every source.
Result<Config> read_config(const ConfigSources&);

/// Reads the file (when named) and the environment of this process.
/// Fails with app.configuration_unreadable.
Result<ConfigSources> gather_sources(const std::string& file_name, std::map<std::string, std::string> flags);

/// The operators' page: one row for each setting. A test compares it with docs/operating/settings.md.
std::string settings_page();

} // namespace app
