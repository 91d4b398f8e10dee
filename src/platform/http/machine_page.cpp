#include "platform/http/machine_page.hpp"
#include "platform/json/writing.hpp"

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

} // namespace http
