#include "platform/log/log.hpp"

#include "platform/error.hpp"
#include "platform/log/line.hpp"

#include <mutex>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace logging {

namespace {

/// Hands lines to a function; for tests.
class Receiver : public spdlog::sinks::base_sink<std::mutex> {
public:
    explicit Receiver(std::function<void(std::string_view)> receiver) : receiver_{std::move(receiver)} {}

protected:
    void sink_it_(const spdlog::details::log_msg& message) override {
        receiver_({message.payload.data(), message.payload.size()});
    }
    void flush_() override {}

private:
    std::function<void(std::string_view)> receiver_;
};

spdlog::level::level_enum level_of(Level level) {
    switch (level) {
    case Level::debug:
        return spdlog::level::debug;
    case Level::info:
        return spdlog::level::info;
    case Level::warning:
        return spdlog::level::warn;
    case Level::error:
        break;
    }
    return spdlog::level::err;
}

std::shared_ptr<spdlog::logger> make_logger(spdlog::sink_ptr sink, Level level) {
    auto logger = std::make_shared<spdlog::logger>("samband", std::move(sink));
    logger->set_pattern("%v");
    logger->set_level(level_of(level));
    logger->flush_on(spdlog::level::info);
    logger->set_error_handler([](const std::string&) {}); // A full disk behind the log must not end the program.
    return logger;
}

struct Log {
    Options options;
    std::shared_ptr<spdlog::logger> logger =
        make_logger(std::make_shared<spdlog::sinks::stderr_sink_mt>(), Level::info);
    std::unique_ptr<Clock> clock = make_system_clock();
    std::mutex mutex; ///< Guards the change of logger against those who write.
};

Log& log_of_program() {
    static Log log;
    return log;
}

void write(Level level, std::string_view event, std::span<const Field> fields) {
    auto& log = log_of_program();
    std::shared_ptr<spdlog::logger> logger;
    {
        const std::lock_guard lock{log.mutex};
        logger = log.logger;
    }
    if (!logger->should_log(level_of(level))) return;
    logger->log(level_of(level), spdlog::string_view_t{line(log.options.form, log.clock->now(), level, event, fields)});
}

void write(Level level, std::string_view event, const Error& error, Fields fields) {
    std::vector<Field> all{fields};
    all.emplace_back("reason", describe(error));
    write(level, event, all);
}

} // namespace

void configure(const Options& options) {
    auto& log = log_of_program();
    const std::lock_guard lock{log.mutex};
    log.options = options;
    log.logger = make_logger(std::make_shared<spdlog::sinks::stderr_sink_mt>(), options.level);
}

void redirect(std::function<void(std::string_view)> receiver) {
    auto& log = log_of_program();
    const std::lock_guard lock{log.mutex};
    spdlog::sink_ptr sink;
    if (receiver)
        sink = std::make_shared<Receiver>(std::move(receiver));
    else
        sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    log.logger = make_logger(std::move(sink), log.options.level);
}

void debug(std::string_view event, Fields fields) {
    write(Level::debug, event, fields);
}
void info(std::string_view event, Fields fields) {
    write(Level::info, event, fields);
}
void warning(std::string_view event, Fields fields) {
    write(Level::warning, event, fields);
}
void error(std::string_view event, Fields fields) {
    write(Level::error, event, fields);
}
void warning(std::string_view event, const Error& error, Fields fields) {
    write(Level::warning, event, error, fields);
}
void error(std::string_view event, const Error& error, Fields fields) {
    write(Level::error, event, error, fields);
}

void flush() {
    auto& log = log_of_program();
    const std::lock_guard lock{log.mutex};
    log.logger->flush();
}

} // namespace logging
