#pragma once
// What becomes of letters on their way to paper. Each function is one transaction.
#include "dispatch/actions/settle.hpp"
#include "dispatch/store/print_store.hpp"

namespace dispatch {

inline constexpr int letters_per_run_max = 200;
inline constexpr std::int64_t run_bytes_max = 300'000'000;
/// After so many failures at the printer somebody has to look at the letter.
inline constexpr std::int64_t print_failures_max = 3;

/// Letters whose time to be read is out and that are never printed end here; gives how many.
Result<int> end_digital_wait(const Settling&);

/// Takes what is due into a new run: what waits for paper, and what lies unread past its deadline. From now on these
/// letters are sent to print, and nobody stops them. Nothing when nothing is due.
Result<std::optional<PrintRun>> begin_print_run(const Settling&);

/// A letter that cannot be set, whatever the reason: it is left out of the run and ends as not delivered.
Result<void> leave_out(const Settling&, PrintLetter, std::string reason);

/// The files lie where the printer fetches them. Said before, it changes nothing.
Result<void> hand_over(const Settling&, PrintRun, const std::vector<PrintLetter>&);

/// The printer's word of each letter it names; the others still wait. What failed is printed again, at most
/// print_failures_max times. When it was the last word, the run is acknowledged. Gives the run as it is then; one that
/// does not lie at the printer's stays as it is.
Result<PrintRun> take_acknowledgement(const Settling&, PrintRunId, const PrintAcknowledgement&);

/// Remembers what stands in the way, for people to see; "" when nothing does any more.
Result<void> tell_trouble(const Settling&, PrintRunId, std::string trouble);

/// The files of an acknowledged run are gone from the printer's place.
Result<void> note_cleared(const Settling&, PrintRunId);

} // namespace dispatch
