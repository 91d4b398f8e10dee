#include "platform/http/served.hpp"
#include "platform/http/address.hpp"
#include "platform/log/log.hpp"
#include "platform/metrics/metrics.hpp"

#include <map>
#include <mutex>
#include <shared_mutex>

namespace http {

void log_served(const Served& served) {
    const auto route = served.trace.route.empty() ? std::string_view{"none"} : served.trace.route;
    const auto problem = served.trace.problem_code.empty() ? std::string_view{"none"} : served.trace.problem_code;
    logging::info("http.served", {{"id", served.trace.request_id},
                                  {"method", served.method},
                                  {"route", route},
                                  {"status", served.status},
                                  {"bytes", served.bytes},
                                  {"microseconds", served.duration.count()},
                                  {"fromMemory", served.trace.is_from_cache},
                                  {"whole", served.is_whole},
                                  {"problem", problem}});
}

namespace {

struct Series {
    metrics::Counter requests;
    metrics::Histogram seconds;
};

/// Looked up once for each route and status: the registry's own look-up costs a lock and a hash of all labels.
const Series& series_of(std::string_view method, std::string_view route, int status) {
    static std::shared_mutex mutex;
    static std::map<std::tuple<std::string, std::string, int>, Series> known;
    const std::tuple key{std::string{method}, std::string{route}, status};
    {
        const std::shared_lock lock{mutex};
        if (const auto found = known.find(key); found != known.end()) return found->second;
    }
    const auto shown_status = std::to_string(status);
    const Series made{metrics::counter("http_requests_total", "Requests answered.",
                                       {{"method", method}, {"route", route}, {"status", shown_status}}),
                      metrics::histogram("http_request_seconds",
                                         "Time from the head of a request to the end of its answer.",
                                         metrics::seconds_bounds(), {{"route", route}})};
    const std::unique_lock lock{mutex};
    return known.emplace(key, made).first->second;
}

} // namespace

void count_served(const Served& served) {
    // A path that is no route could be anything: it would make a series each.
    const auto route = served.trace.route.empty() ? std::string_view{"none"} : served.trace.route;
    const bool is_known = method_named(served.method).has_value();
    const auto& series = series_of(is_known ? served.method : std::string_view{"other"}, route, served.status);
    series.requests.add();
    series.seconds.observe(std::chrono::duration<double>{served.duration}.count());
}

} // namespace http
