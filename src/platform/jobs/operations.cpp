#include "platform/jobs/operations.hpp"

#include "platform/http/represent.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/rights.hpp"
#include "platform/texts.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

namespace jobs {

struct DeadJobView {
    std::string id, kind, failure;
    std::int64_t attempts = 0;
    Instant queued_at;
};
BOOST_DESCRIBE_STRUCT(DeadJobView, (), (id, kind, failure, attempts, queued_at))

/// A part of the program that follows the journal, and how many events it has not handled.
struct FollowerView {
    std::string name;
    std::int64_t sequence = 0, behind = 0;
};
BOOST_DESCRIBE_STRUCT(FollowerView, (), (name, sequence, behind))

struct JobsView {
    std::int64_t queued = 0, running = 0, dead = 0;
    std::vector<DeadJobView> put_aside;
    std::vector<FollowerView> followers;
};
BOOST_DESCRIBE_STRUCT(JobsView, (), (queued, running, dead, put_aside, followers))

static constexpr int shown_max = 200;

static Html actions(const http::Call& call, const DeadJobView& job) {
    namespace text = platform::text;
    const auto path = "/operations/jobs/" + job.id;
    return html::join({ui::post_button(call, call.t(text::jobs_retry), path + "/retry", "secondary"),
                       ui::post_button(call, call.t(text::jobs_drop), path + "/drop", "tertiary")});
}

static Html put_aside(const http::Call& call, const JobsView& view) {
    namespace text = platform::text;
    const auto& t = call.t;
    if (view.put_aside.empty()) return ui::empty_state(t(text::jobs_none), t(text::jobs_none_text));
    std::vector<std::vector<Html>> rows;
    for (const auto& job : view.put_aside)
        rows.push_back({Html{job.kind}, Html{job.failure}, Html{t.number(job.attempts)},
                        Html{t.date_time(job.queued_at)}, actions(call, job)});
    return ui::table(t(text::jobs_put_aside),
                     {{t(text::jobs_kind)},
                      {t(text::jobs_failure)},
                      {t(text::jobs_attempts), true, true},
                      {t(text::jobs_queued_at), false, true},
                      {t(text::jobs_actions)}},
                     rows, true);
}

static Html followers(const http::Call& call, const JobsView& view) {
    namespace text = platform::text;
    const auto& t = call.t;
    if (view.followers.empty()) return {};
    std::vector<std::vector<Html>> rows;
    for (const auto& follower : view.followers)
        rows.push_back({Html{follower.name}, Html{t.number(follower.sequence)}, Html{t.number(follower.behind)}});
    return ui::table(t(text::jobs_followers),
                     {{t(text::jobs_follower)}, {t(text::jobs_position), true}, {t(text::jobs_behind), true}}, rows,
                     true);
}

static Html jobs_page(const http::Call& call, const JobsView& view) {
    namespace text = platform::text;
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::jobs_title);
    page.crumbs = {{page.title, ""}};
    page.hero =
        ui::hero({.title = page.title,
                  .lead = t(text::jobs_lead),
                  .facts = t(text::jobs_counts({.queued = view.queued, .running = view.running, .dead = view.dead}))});
    page.content = html::join({put_aside(call, view), followers(call, view)});
    page.alternates = {{http::Format::json, "/operations/jobs.json"}};
    return ui::page(call, page);
}

static Result<http::Response> show_jobs(const http::Query& query) {
    JobsView view;
    const auto counts = TRY(count_jobs(query.reader));
    view.queued = counts.at(State::queued);
    view.running = counts.at(State::running);
    view.dead = counts.at(State::dead);
    for (const auto& job : TRY(dead_jobs(query.reader, shown_max))) {
        view.put_aside.push_back({job.id.to_string(), job.kind, job.failure, job.attempts, job.queued_at});
    }
    for (const auto& position : TRY(consumer_positions(query.reader)))
        view.followers.push_back({position.name, position.sequence, query.journal.head() - position.sequence});
    return http::represent<JobsView>(query, view, {.html = [&](const JobsView& v) { return jobs_page(query, v); }});
}

using Change = Result<void> (*)(db::Transaction&, journal::Journal&, const Principal&, JobId, Instant);

static http::CommandHandler changing(Change change) {
    return [change](const http::Command& command) -> Result<http::Response> {
        const auto id = TRY(JobId::parse(command.request.path_value("job")));
        TRY(command.write([&](db::Transaction& transaction) {
            return change(transaction, command.services.journal, command.principal, id, command.now);
        }));
        return http::see_other(command.url("/operations/jobs"));
    };
}

void add_routes(http::Router& routes) {
    routes.get("/operations/jobs", platform::right::operate, show_jobs,
               {.operation = "showJobs",
                .summary = "Background jobs: how many wait, and those put aside.",
                .answer = json::type_of<JobsView>()});
    routes.post(
        "/operations/jobs/{job}/retry", platform::right::operate, changing(retry),
        {.operation = "retryJob", .summary = "Puts a job that was put aside back in the queue.", .status = 303});
    routes.post("/operations/jobs/{job}/drop", platform::right::operate, changing(drop),
                {.operation = "dropJob", .summary = "Removes a job that was put aside.", .status = 303});
}

} // namespace jobs
