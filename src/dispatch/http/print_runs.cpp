// Print runs for those who see to it that letters come on paper.
#include "dispatch/actions/print_runs.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"

#include <fmt/format.h>

namespace dispatch {

namespace {

constexpr int print_runs_shown_max = 200;

template <class Row>
Row row_of(const PrintRun& run) {
    Row row;
    row.id = run.id;
    row.url = "/print-runs/" + run.id.to_string();
    row.name = run.name;
    row.state = run.state;
    row.begun_at = run.begun_at;
    row.pages = run.pages;
    row.trouble = run.trouble;
    return row;
}

Result<PrintRun> run_in_path(db::Reader& reader, const http::Request& request) {
    const auto id = PrintRunId::parse(request.path_value("run"));
    auto found = id ? TRY(store::print_run(reader, *id)) : std::nullopt;
    if (!found) return print_run_not_found.error();
    return *std::move(found);
}

Result<http::Response> list_print_runs(const Office& office, const http::Query& query) {
    PrintRunsView view;
    view.is_on = office.print_server || !office.print_folder.empty();
    view.waiting = TRY(store::count_waiting_for_paper(query.reader));
    for (const auto& run : TRY(store::newest_print_runs(query.reader, print_runs_shown_max)))
        view.runs.push_back(row_of<PrintRunRow>(run));
    return http::represent<PrintRunsView>(
        query, view, {.html = [&](const PrintRunsView& shown) { return print_runs_page(query, shown); }});
}

Result<PrintRunView> read_print_run(const http::Query& query) {
    const auto run = TRY(run_in_path(query.reader, query.request));
    auto view = row_of<PrintRunView>(run);
    view.handed_over_at = run.handed_over_at;
    view.acknowledged_at = run.acknowledged_at;
    view.bytes = run.bytes;
    view.sha256 = run.sha256;
    for (const auto& letter : TRY(store::print_letters(query.reader, run.id))) {
        view.letters.push_back({letter.position, letter.dispatch, letter.first_page, letter.pages, letter.sheets,
                                letter.state, letter.reason});
    }
    return view;
}

Result<http::Response> show_print_run(const http::Query& query) {
    return http::represent<PrintRunView>(query, TRY(read_print_run(query)), {.html = [&](const PrintRunView& shown) {
                                             return print_run_page(query, shown);
                                         }});
}

/// Somebody has seen that the whole run is on paper; said of what the printer has said nothing about.
Result<http::Response> confirm_print_run(const Office& office, const http::Command& command) {
    const auto run = TRY(command.write([&](db::Transaction& transaction) -> Result<PrintRun> {
        const auto found = TRY(run_in_path(transaction, command.request));
        if (found.state != PrintRunState::handed_over) return print_run_settled.error();
        const PrintAcknowledgement all{found.name, std::nullopt};
        return take_acknowledgement({transaction, office, command.principal, command.now}, found.id, all);
    }));
    return ui::answer_changed(command, "/print-runs/" + run.id.to_string());
}

} // namespace

void add_print_run_routes(http::Router& router, const Office& office) {
    router.get("/print-runs", right::tend_print,
               [&office](const http::Query& query) { return list_print_runs(office, query); },
               {.operation = "listPrintRuns",
                .summary = "The newest print runs, and how many letters wait for the next.",
                .answer = json::type_of<PrintRunsView>()});
    router.get("/print-runs/{run}", right::tend_print, show_print_run,
               {.operation = "showPrintRun",
                .summary = "A print run: where it stands and where each letter lies in it.",
                .answer = json::type_of<PrintRunView>()});
    router.post("/print-runs/{run}/acknowledgement", right::tend_print,
                [&office](const http::Command& command) { return confirm_print_run(office, command); },
                {.operation = "confirmPrintRun",
                 .summary = "Confirms by hand that every letter of the run is printed.",
                 .status = 204});
}

} // namespace dispatch
