#include "dispatch/actions/print_runs.hpp"

#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/working_time.hpp"

#include <algorithm>

namespace dispatch {

/// So many are looked at in one turn, so that those on a holiday's wait do not hide the rest.
static constexpr int unread_looked_at_max = 2000;

static Result<std::vector<store::Waiting>> past_deadline(const Settling& settling) {
    auto unread = TRY(store::unread_for_long(settling.transaction, settling.now, unread_looked_at_max));
    std::erase_if(unread, [&](const store::Waiting& letter) {
        return after_working_hours(letter.since, letter.read_deadline) > settling.now;
    });
    return unread;
}

Result<int> end_digital_wait(const Settling& settling) {
    int ended = 0;
    for (const auto& letter : TRY(past_deadline(settling))) {
        if (!letter.is_digital_only) continue;
        auto dispatch = TRY(store::find(settling.transaction, letter.id));
        TRY(settling.move(*dispatch, Status::sent_digitally,
                          {settling.happening(HappeningKind::sent_digitally, Status::sent_digitally)}));
        ++ended;
    }
    return ended;
}

static Result<void> tell_of_run(const Settling& settling, const PrintRun& run, std::string_view type,
                                std::int64_t letters) {
    journal::Body body;
    body.text("run", run.name).number("letters", letters);
    TRY(settling.office.services.journal.append(settling.transaction, settling.principal,
                                                {.type = std::string{type},
                                                 .subjects = {{"print_run", run.id.to_string()}},
                                                 .body = std::move(body),
                                                 .visibility = journal::Visibility::internal},
                                                settling.now));
    return {};
}

Result<std::optional<PrintRun>> begin_print_run(const Settling& settling) {
    auto due = TRY(store::waiting_for_paper(settling.transaction, letters_per_run_max));
    for (auto& letter : TRY(past_deadline(settling))) {
        if (!letter.is_digital_only) due.push_back(std::move(letter));
    }
    if (due.empty()) return std::optional<PrintRun>{};
    PrintRun run;
    run.id = PrintRunId::make(settling.now, settling.office.services.random);
    run.name = print_run_name(run.id, settling.now);
    run.begun_at = settling.now;
    TRY(store::insert(settling.transaction, run));
    std::int64_t bytes = 0, letters = 0;
    for (const auto& letter : due) {
        bytes += letter.bytes;
        if (letters == letters_per_run_max || (letters > 0 && bytes > run_bytes_max)) break;
        auto dispatch = TRY(store::find(settling.transaction, letter.id));
        // What the printer fails at must not be taken for what waits to be handed over to Altinn.
        if (dispatch->channel == Channel::altinn) dispatch->channel = Channel::print;
        TRY(settling.move(*dispatch, Status::sent_to_print,
                          {settling.happening(HappeningKind::sent_to_print, Status::sent_to_print, run.name)}));
        PrintLetter taken;
        taken.run = run.id;
        taken.dispatch = letter.id;
        TRY(store::insert(settling.transaction, taken));
        ++letters;
    }
    TRY(tell_of_run(settling, run, "dispatch.print_run_begun", letters));
    return std::optional{std::move(run)};
}

/// What was read after it went to print stays read.
static Result<void> move_printed(const Settling& settling, DispatchId id, Status status, HappeningKind kind,
                                 std::string detail) {
    auto dispatch = TRY(store::find(settling.transaction, id));
    if (!dispatch) return dispatch_not_found.error();
    if (dispatch->status != Status::sent_to_print) status = dispatch->status;
    return settling.move(*dispatch, status, {settling.happening(kind, status, std::move(detail))});
}

Result<void> leave_out(const Settling& settling, PrintLetter letter, std::string reason) {
    letter.state = PrintLetterState::failed;
    letter.reason = reason;
    TRY(store::save(settling.transaction, letter));
    return move_printed(settling, letter.dispatch, Status::not_delivered, HappeningKind::print_failed,
                        std::move(reason));
}

Result<void> hand_over(const Settling& settling, PrintRun run, const std::vector<PrintLetter>& letters) {
    const auto kept = TRY(store::print_run(settling.transaction, run.id));
    if (!kept || kept->state != PrintRunState::begun) return {};
    run.state = PrintRunState::handed_over;
    run.handed_over_at = settling.now;
    run.trouble.clear();
    TRY(store::save(settling.transaction, run));
    for (const auto& letter : letters)
        TRY(store::save(settling.transaction, letter));
    return tell_of_run(settling, run, "dispatch.print_run_handed_over", static_cast<std::int64_t>(letters.size()));
}

static Result<void> settle_letter(const Settling& settling, PrintLetter& letter, PrintOutcome outcome,
                                  std::string reason) {
    if (letter.state != PrintLetterState::waiting) return {};
    const bool is_printed = outcome == PrintOutcome::printed;
    letter.state = is_printed ? PrintLetterState::printed : PrintLetterState::failed;
    letter.reason = reason.substr(0, 500);
    TRY(store::save(settling.transaction, letter));
    if (is_printed) return move_printed(settling, letter.dispatch, Status::printed, HappeningKind::printed, {});
    const auto failures = TRY(store::print_failures(settling.transaction, letter.dispatch));
    const auto next = failures < print_failures_max ? Status::accepted : Status::not_delivered;
    return move_printed(settling, letter.dispatch, next, HappeningKind::print_failed, letter.reason);
}

/// As it is now, whoever else has been at it.
static Result<PrintRun> kept_run(const Settling& settling, PrintRunId id) {
    auto run = TRY(store::print_run(settling.transaction, id));
    if (!run) return print_run_not_found.error();
    return *std::move(run);
}

Result<PrintRun> take_acknowledgement(const Settling& settling, PrintRunId id, const PrintAcknowledgement& said) {
    auto run = TRY(kept_run(settling, id));
    if (run.state != PrintRunState::handed_over) return run;
    auto letters = TRY(store::print_letters(settling.transaction, run.id));
    for (auto& letter : letters) {
        if (!said.letters) {
            TRY(settle_letter(settling, letter, PrintOutcome::printed, {}));
            continue;
        }
        const auto found = std::ranges::find(*said.letters, letter.dispatch.to_string(), &AcknowledgedLetter::id);
        if (found != said.letters->end()) TRY(settle_letter(settling, letter, found->outcome, found->reason));
    }
    const bool is_all = std::ranges::none_of(
        letters, [](const PrintLetter& letter) { return letter.state == PrintLetterState::waiting; });
    run.trouble.clear();
    if (is_all) {
        run.state = PrintRunState::acknowledged;
        run.acknowledged_at = settling.now;
        TRY(tell_of_run(settling, run, "dispatch.print_run_acknowledged", static_cast<std::int64_t>(letters.size())));
    }
    TRY(store::save(settling.transaction, run));
    return run;
}

Result<void> tell_trouble(const Settling& settling, PrintRunId id, std::string trouble) {
    auto run = TRY(kept_run(settling, id));
    run.trouble = std::move(trouble);
    return store::save(settling.transaction, run);
}

Result<void> note_cleared(const Settling& settling, PrintRunId id) {
    auto run = TRY(kept_run(settling, id));
    run.cleared_at = settling.now;
    run.trouble.clear();
    return store::save(settling.transaction, run);
}

} // namespace dispatch
