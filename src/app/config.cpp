#include "app/config.hpp"

#include "app/errors.hpp"
#include "platform/ensure.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace app {

static const Setting* find_setting(std::string_view name) {
    const auto table = settings();
    const auto found = std::ranges::find(table, name, &Setting::name);
    return found == table.end() ? nullptr : &*found;
}

static std::string environment_name(std::string_view name) {
    std::string upper = "SAMBAND_";
    for (const auto letter : name)
        upper += letter == '.' ? '_' : static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 32 : letter);
    return upper;
}

static std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

static std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Collects values and faults from one source after the other.
struct ConfigReading {
    Config config;
    std::vector<Fault> faults;

    void set(std::string_view where, std::string_view name, std::string_view value, std::string_view source) {
        const auto* setting = find_setting(name);
        if (setting == nullptr) {
            faults.push_back(setting_unknown.at(std::string{where}, {{"name", std::string{name}}}));
            return;
        }
        if (const auto fault = check(*setting, where, value)) {
            faults.push_back(*fault);
            return;
        }
        config.values_.insert_or_assign(std::string{name}, Config::Value{std::string{value}, std::string{source}});
    }

    static std::optional<Fault> check(const Setting& setting, std::string_view where, std::string_view value) {
        const ErrorValue name{"name", std::string{setting.name}};
        const ErrorValue given{"value", setting.type == SettingType::secret ? "***" : std::string{value}};
        if (setting.type == SettingType::truth && value != "yes" && value != "no") {
            return setting_not_a_truth.at(std::string{where}, {name, given});
        }
        if (setting.type != SettingType::number) return {};
        const auto number = whole_number(value);
        if (!number) return setting_not_a_number.at(std::string{where}, {name, given});
        if (*number >= setting.least && *number <= setting.most) return {};
        return setting_out_of_range.at(std::string{where},
                                       {name, given, {"least", setting.least}, {"most", setting.most}});
    }

    void read_defaults() {
        for (const auto& setting : settings())
            set("", setting.name, setting.otherwise, "default");
    }

    void read_file(const ConfigSources& sources) {
        int line_number = 0;
        auto rest = std::string_view{sources.file_text};
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            const auto whole = rest.substr(0, end);
            const auto line = trimmed(whole.substr(0, whole.find('#')));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            const auto where = fmt::format("{}:{}", sources.file_name, ++line_number);
            if (line.empty()) continue;
            const auto equals = line.find('=');
            if (equals == std::string_view::npos) {
                faults.push_back(setting_line_unreadable.at(where, {{"line", std::string{line}}}));
                continue;
            }
            set(where, trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)), "file");
        }
    }

    void read_environment(const ConfigSources& sources) {
        std::map<std::string, std::string_view> names;
        for (const auto& setting : settings())
            names[environment_name(setting.name)] = setting.name;
        for (const auto& [name, value] : sources.environment) {
            // SAMBAND_TEST_… belongs to the tests, not to the program.
            if (name.starts_with("SAMBAND_TEST_")) continue;
            const auto found = names.find(name);
            set(name, found == names.end() ? std::string_view{name} : found->second, value, "environment");
        }
    }
};

Result<Config> read_config(const ConfigSources& sources) {
    ConfigReading reading;
    reading.read_defaults();
    reading.read_file(sources);
    reading.read_environment(sources);
    for (const auto& [name, value] : sources.flags)
        reading.set("--" + name, name, value, "flag");
    if (reading.faults.empty()) return std::move(reading.config);
    auto error = configuration_faulty.error({{"count", static_cast<std::int64_t>(reading.faults.size())}});
    error.faults = std::move(reading.faults);
    return error;
}

Result<ConfigSources> gather_sources(const std::string& file_name, std::map<std::string, std::string> flags) {
    ConfigSources sources;
    sources.flags = std::move(flags);
    sources.file_name = file_name;
    if (!file_name.empty()) {
        std::ifstream file{file_name, std::ios::binary};
        if (!file) return configuration_unreadable.error({{"file", file_name}});
        sources.file_text.assign(std::istreambuf_iterator<char>{file}, {});
    }
    for (auto** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text{*entry};
        const auto equals = text.find('=');
        if (text.starts_with("SAMBAND_") && equals != std::string_view::npos) {
            sources.environment[std::string{text.substr(0, equals)}] = text.substr(equals + 1);
        }
    }
    return sources;
}

const std::string& Config::text(std::string_view name) const {
    const auto found = values_.find(name);
    ensure(found != values_.end());
    return found->second.text;
}

std::int64_t Config::number(std::string_view name) const {
    const auto value = whole_number(text(name));
    ensure(value);
    return *value;
}

bool Config::truth(std::string_view name) const {
    return text(name) == "yes";
}

std::vector<std::string> Config::listing() const {
    std::vector<std::string> lines;
    for (const auto& [name, value] : values_) {
        if (value.source == "default") continue;
        const bool is_secret = find_setting(name)->type == SettingType::secret;
        lines.push_back(fmt::format("{} = {} ({})", name, is_secret ? "***" : value.text, value.source));
    }
    return lines;
}

} // namespace app
