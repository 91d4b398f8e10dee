#pragma once
// Numbers that tell how the program fares, for Prometheus. Made on first use, by name; prometheus-cpp stays behind
// metrics.cpp. A name says what is counted and in which unit: "http_requests_total", "db_commit_seconds".
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace metrics {

/// Few and closed: a route's pattern, never a path; a state, never an id.
using Labels = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// Only grows. Cheap to copy, thread-safe, valid as long as the process.
class Counter {
public:
    void add(double amount = 1) const;

private:
    friend Counter counter(std::string_view, std::string_view, Labels);
    explicit Counter(void* series) : series_{series} {}
    void* series_;
};

class Gauge {
public:
    void set(double value) const;
    void add(double amount) const;

private:
    friend Gauge gauge(std::string_view, std::string_view, Labels);
    explicit Gauge(void* series) : series_{series} {}
    void* series_;
};

class Histogram {
public:
    void observe(double value) const;

private:
    friend Histogram histogram(std::string_view, std::string_view, const std::vector<double>&, Labels);
    explicit Histogram(void* series) : series_{series} {}
    void* series_;
};

/// Looks the series up (a lock and a hash): keep it where it is used often, as a static or a member.
Counter counter(std::string_view name, std::string_view help, Labels = {});
Gauge gauge(std::string_view name, std::string_view help, Labels = {});
/// The bounds of a name are those of its first use.
Histogram histogram(std::string_view name, std::string_view help, const std::vector<double>& bounds, Labels = {});

/// From 0.1 ms to 10 s, three steps a decade: for everything that people wait for.
const std::vector<double>& seconds_bounds();

/// All of it in Prometheus' text format 0.0.4.
std::string text();

} // namespace metrics
