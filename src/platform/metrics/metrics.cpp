#include "platform/metrics/metrics.hpp"

#include <map>
#include <mutex>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace metrics {

namespace {

prometheus::Registry& registry() {
    static prometheus::Registry all{prometheus::Registry::InsertBehavior::Merge};
    return all;
}

prometheus::Labels owned(Labels labels) {
    prometheus::Labels out;
    for (const auto& [name, value] : labels)
        out.emplace(name, value);
    return out;
}

} // namespace

void Counter::add(double amount) const {
    static_cast<prometheus::Counter*>(series_)->Increment(amount);
}
void Gauge::set(double value) const {
    static_cast<prometheus::Gauge*>(series_)->Set(value);
}
void Gauge::add(double amount) const {
    static_cast<prometheus::Gauge*>(series_)->Increment(amount);
}
void Histogram::observe(double value) const {
    static_cast<prometheus::Histogram*>(series_)->Observe(value);
}

Counter counter(std::string_view name, std::string_view help, Labels labels) {
    auto& family = prometheus::BuildCounter().Name(std::string{name}).Help(std::string{help}).Register(registry());
    return Counter{&family.Add(owned(labels))};
}

Gauge gauge(std::string_view name, std::string_view help, Labels labels) {
    auto& family = prometheus::BuildGauge().Name(std::string{name}).Help(std::string{help}).Register(registry());
    return Gauge{&family.Add(owned(labels))};
}

Histogram histogram(std::string_view name, std::string_view help, const std::vector<double>& bounds, Labels labels) {
    auto& family = prometheus::BuildHistogram().Name(std::string{name}).Help(std::string{help}).Register(registry());
    return Histogram{&family.Add(owned(labels), bounds)};
}

const std::vector<double>& seconds_bounds() {
    static const std::vector<double> bounds{0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02,
                                            0.05,   0.1,    0.2,    0.5,   1,     2,     5,    10};
    return bounds;
}

std::string text() {
    return prometheus::TextSerializer{}.Serialize(registry().Collect());
}

} // namespace metrics
