#include "platform/http/machine_page.hpp"
#include "platform/errors.hpp"
#include "platform/json/writing.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace http {

static Response show_live(const Request&) {
    return json_text(R"({"status":"live"})");
}

static Response show_ready(const std::vector<Probe>& probes) {
    std::string checks;
    bool is_ready = true;
    for (const auto& probe : probes) {
        const auto outcome = probe.check();
        is_ready = is_ready && outcome.has_value();
        checks += checks.empty() ? "{\"name\":" : ",{\"name\":";
        json::append_text(checks, probe.name);
        checks += outcome ? ",\"holds\":true}" : ",\"holds\":false,\"code\":";
        if (!outcome) {
            json::append_text(checks, outcome.error().code);
            checks += '}';
        }
    }
    const std::string status = is_ready ? "ready" : "unavailable";
    auto response = json_text(R"({"status":")" + status + R"(","checks":[)" + checks + "]}", is_ready ? 200 : 503);
    if (!is_ready) response.with("retry-after", "5");
    return response;
}

std::vector<MachinePage> machine_pages(std::vector<Probe> probes, std::function<std::string()> metrics_text) {
    std::vector<MachinePage> pages;
    pages.push_back({.path = "/health/live", .answer = show_live});
    pages.push_back({.path = "/health/ready",
                     .answer = [probes = std::move(probes)](const Request&) { return show_ready(probes); },
                     .may_block = true});
    pages.push_back(
        {.path = "/metrics",
         .answer = [metrics_text = std::move(metrics_text)](
                       const Request&) { return plain(metrics_text(), "text/plain; version=0.0.4; charset=utf-8"); },
         .is_for_operators = true,
         .may_block = true});
    // Everything that may be seen may be found; what asks for a login says so itself.
    pages.push_back({.path = "/robots.txt", .answer = [](const Request&) {
                         return plain("User-agent: *\nDisallow: /login\nDisallow: /search\n",
                                      "text/plain; charset=utf-8");
                     }});
    return pages;
}

Probe database_probe(db::Database& database) {
    return {"database", [&database]() -> Result<void> {
                auto reader = TRY(database.reader());
                TRY(reader->query("SELECT 1"));
                return {};
            }};
}

static Error not_kept(int system_error) {
    const bool is_full = system_error == ENOSPC || system_error == EDQUOT;
    return is_full ? platform::disk_full.error() : platform::disk_unwritable.error();
}

Probe disk_probe(std::string folder) {
    return {"disk", [folder = std::move(folder)]() -> Result<void> {
                const auto path = folder + "/.probe";
                const auto file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
                if (file < 0) return not_kept(errno);
                const bool is_kept = ::write(file, "probe\n", 6) == 6 && ::fdatasync(file) == 0;
                const auto system_error = errno;
                ::close(file);
                ::unlink(path.c_str());
                if (!is_kept) return not_kept(system_error);
                return {};
            }};
}

} // namespace http
