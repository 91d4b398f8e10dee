#include "app/program.hpp"
#include "app/run.hpp"

#include <cstdio>
#include <fmt/format.h>

namespace app {

int tell(const Error& error) {
    const i18n::Library texts{all_catalogues()};
    const auto& t = texts.in(i18n::Language::nb);
    auto words = fmt::format("samband: {}. {}\n", t.title_of(error), t.detail_of(error));
    for (const auto& fault : error.faults) {
        words += fmt::format("  {}: {}\n", fault.pointer.empty() ? std::string{fault.code} : fault.pointer,
                             t.detail_of(fault));
    }
    words += fmt::format("  ({})\n", error.code);
    std::fputs(words.c_str(), stderr);
    return 1;
}

int run_settings() {
    std::fputs(settings_page().c_str(), stdout);
    return 0;
}

} // namespace app
