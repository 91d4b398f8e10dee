#pragma once
// Pages for the machines that watch the program and wander through it: they have no language, no session and no
// database.
#include "platform/http/probe.hpp"
#include "platform/http/response.hpp"

#include <functional>
#include <string>
#include <vector>

namespace http {

struct MachinePage {
    std::string path;
    std::function<Response(const Request&)> answer;
    bool is_for_operators = false; ///< Only for loopback and the addresses of operators; others get 404.
    bool may_block = false;        ///< Answered by a worker.
};

/// /health/live (the process answers), /health/ready (all probes hold: 200, else 503 and which), /metrics and
/// /robots.txt.
std::vector<MachinePage> machine_pages(std::vector<Probe> probes, std::function<std::string()> metrics_text);

} // namespace http
