#include "app/serving.hpp"

#include "dispatch/announcer.hpp"
#include "dispatch/dispatch.hpp"
#include "governance/governance.hpp"
#include "hearings/hearings.hpp"
#include "live/announcer.hpp"
#include "platform/embedded.hpp"
#include "platform/http/request_key.hpp"
#include "platform/http/served.hpp"
#include "platform/http/server.hpp"
#include "platform/jobs/runner.hpp"
#include "platform/log/log.hpp"
#include "platform/metrics/metrics.hpp"
#include "representation/representation.hpp"

#include <fmt/format.h>

namespace app {

namespace {

/// Those that must know without following: organisations that are asked in hearings.
Result<std::vector<news::Addressed>> addressed_by(db::Reader& reader, const journal::StoredEvent& event) {
    std::vector<news::Addressed> all;
    for (auto& one : TRY(hearings::addressed_by(reader, event))) {
        all.push_back({{"organisation", one.organisation.to_string()},
                       std::move(one.title),
                       std::move(one.path),
                       std::move(one.people)});
    }
    return all;
}

/// Those who watch over programs give up after some seconds and restart what they watch.
http::Probe answered_in_time(http::Probe probe) {
    return http::answered_within(std::chrono::seconds{2}, std::move(probe));
}

http::DispatcherOptions dispatcher_options(const Config& config) {
    http::DispatcherOptions options;
    const auto per_second = static_cast<double>(config.number("server.requests_per_minute")) / 60.0;
    options.address_rate = {.per_second = per_second, .burst = per_second * 10};
    options.principal_rate = options.address_rate;
    options.change_rate = {.per_second = per_second / 2, .burst = per_second * 5};
    options.is_secure =
        config.text("server.public_url").starts_with("https://") || !config.text("server.tls_certificate").empty();
    if (config.truth("server.is_behind_proxy")) options.trusted_proxies = {"127.0.0.1", "::1"};
    return options;
}

http::ServerOptions server_options(const Config& config) {
    http::ServerOptions options;
    options.address = config.text("server.address") == "localhost" ? "127.0.0.1" : config.text("server.address");
    options.port = static_cast<std::uint16_t>(config.number("server.port"));
    options.io_threads = static_cast<std::size_t>(config.number("server.io_threads"));
    options.workers_max = static_cast<std::size_t>(config.number("server.workers"));
    options.connections_max = static_cast<std::size_t>(config.number("server.connections_max"));
    options.watchers_max = static_cast<std::size_t>(config.number("server.watchers_max"));
    options.certificate_file = config.text("server.tls_certificate");
    options.key_file = config.text("server.tls_key");
    options.stop_time_max = std::chrono::seconds{config.number("server.stop_timeout_s")};
    return options;
}

class RunningProgram : public Serving {
public:
    explicit RunningProgram(Program& program)
        : program_{program},
          dispatcher_{{program.router(), program.services(), program.site(), program.authenticator()},
                      dispatcher_options(program.config()),
                      http::machine_pages({answered_in_time(http::database_probe(program.services().database)),
                                           answered_in_time(http::disk_probe(program.data_folder()))},
                                          [] { return metrics::text(); }),
                      embedded::assets()} {}

    Result<void> begin() {
        const auto& config = program_.config();
        auto options = server_options(config);
        options.on_bound = [&](std::uint16_t port) {
            if (!program_.services().public_url.empty()) return;
            const bool is_tls = !config.text("server.tls_certificate").empty();
            program_.set_public_url(
                fmt::format("{}://{}:{}", is_tls ? "https" : "http", config.text("server.address"), port));
        };
        // Before anybody is answered, so that nothing happens that nobody is told of.
        const auto& services = program_.services();
        post_announcer_ = std::make_unique<dispatch::Announcer>(program_.office());
        announcer_ = std::make_unique<live::Announcer>(services.database, services.journal, program_.events());
        server_ = TRY(http::Server::start(dispatcher_, options, {http::log_served, http::count_served}));
        logging::info("program.listening", {{"url", program_.services().public_url}});
        start_background();
        return {};
    }

    void stop() override {
        if (server_) server_->stop();
        if (runner_) runner_->stop();
        announcer_.reset();
        post_announcer_.reset();
    }

    ~RunningProgram() override { RunningProgram::stop(); }

private:
    void start_background() {
        const auto& services = program_.services();
        std::map<std::string, jobs::Handler> handlers;
        handlers[std::string{news::mail_job}] = [this, &services](const jobs::Job& job) {
            return news::send_notice(services, program_.news_outside(), job);
        };
        handlers[std::string{news::confirm_job}] = [this, &services](const jobs::Job& job) {
            return news::send_confirmation(services, program_.news_outside(), job);
        };
        for (auto& [kind, handler] : governance::job_handlers(services, program_.config().text("antivirus.clamd"))) {
            handlers[kind] = std::move(handler);
        }
        handlers[std::string{http::forget_keys_job}] = [&services](const jobs::Job&) -> Result<void> {
            TRY(services.database.write([&](db::Transaction& transaction) {
                return http::forget_old_request_keys(transaction, services.clock.now());
            }));
            return {};
        };
        for (auto& [kind, handler] :
             hearings::job_handlers(services, news::organisations_told, program_.config().text("antivirus.clamd"))) {
            handlers[kind] = std::move(handler);
        }
        for (auto& [kind, handler] : representation::job_handlers(services, program_.representation_outside())) {
            handlers[kind] = std::move(handler);
        }
        for (auto& [kind, handler] : dispatch::job_handlers(program_.office())) {
            handlers[kind] = std::move(handler);
        }
        jobs::RunnerOptions options;
        options.recurring[std::string{representation::tend_job}] = std::chrono::hours{1};
        options.recurring[std::string{hearings::tend_job}] = std::chrono::hours{1};
        options.recurring[std::string{dispatch::print_job}] = std::chrono::minutes{5};
        options.recurring[std::string{dispatch::mailbox_receipts_job}] = std::chrono::minutes{1};
        options.recurring[std::string{dispatch::altinn_job}] = std::chrono::minutes{1};
        options.recurring[std::string{dispatch::guardians_job}] = std::chrono::hours{1};
        options.recurring[std::string{dispatch::tend_job}] = std::chrono::minutes{10};
        options.recurring[std::string{dispatch::alert_job}] = std::chrono::minutes{2};
        options.recurring[std::string{dispatch::count_job}] = std::chrono::hours{1};
        options.recurring[std::string{dispatch::rewrap_job}] = std::chrono::hours{1};
        options.recurring[std::string{dispatch::space_job}] = std::chrono::hours{1};
        options.attempts = dispatch::job_attempts();
        options.is_alone = program_.is_alone();
        const auto& office = program_.office();
        options.together[std::string{dispatch::check_job}] = dispatch::checks_together(office);
        options.workers = static_cast<int>(program_.config().number("jobs.workers"));
        options.recurring[std::string{http::forget_keys_job}] = std::chrono::hours{24};
        runner_ = std::make_unique<jobs::Runner>(services, options, std::move(handlers),
                                                 std::vector{news::notice_consumer(services, addressed_by),
                                                             hearings::decision_consumer(),
                                                             dispatch::webhook_consumer(program_.office())});
        runner_->start();
    }

    Program& program_;
    http::Dispatcher dispatcher_;
    std::unique_ptr<http::Server> server_;
    std::unique_ptr<jobs::Runner> runner_;
    std::unique_ptr<live::Announcer> announcer_;
    std::unique_ptr<dispatch::Announcer> post_announcer_;
};

} // namespace

Result<std::unique_ptr<Serving>> Serving::start(Program& program) {
    auto running = std::make_unique<RunningProgram>(program);
    TRY(running->begin());
    return std::unique_ptr<Serving>{std::move(running)};
}

} // namespace app
