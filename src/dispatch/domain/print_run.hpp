#pragma once
// A run: letters that go to the printer together, as one PDF and a list of what stands where in it.
#include "dispatch/domain/postage.hpp"
#include "dispatch/ids.hpp"
#include "platform/clock.hpp"
#include "platform/json/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

/// begun ──files lie in the folder──▶ handed_over ──the printer told of every letter──▶ acknowledged
enum class PrintRunState : std::uint8_t { begun, handed_over, acknowledged };
BOOST_DESCRIBE_ENUM(PrintRunState, begun, handed_over, acknowledged)

enum class PrintLetterState : std::uint8_t { waiting, printed, failed };
BOOST_DESCRIBE_ENUM(PrintLetterState, waiting, printed, failed)

struct PrintRun {
    PrintRunId id;
    std::string name;
    PrintRunState state = PrintRunState::begun;
    Instant begun_at;
    std::optional<Instant> handed_over_at, acknowledged_at;
    std::optional<Instant> cleared_at; ///< Since then its files lie at the printer's no longer.
    std::int64_t pages = 0, bytes = 0;
    std::string sha256;  ///< Of the PDF.
    std::string trouble; ///< What stands in the way of its going on; empty when nothing does.
};

struct PrintLetter {
    PrintRunId run;
    DispatchId dispatch;
    std::int64_t position = 0; ///< From 1, once the run is set.
    std::int64_t first_page = 0, pages = 0, sheets = 0;
    PrintLetterState state = PrintLetterState::waiting;
    std::string reason; ///< Why it failed.
};

/// "samband-20260304-1000-8c1f2a3b": the day and hour in Norway, and the end of the id.
std::string print_run_name(PrintRunId, Instant begun_at);

/// What the printer is told of one letter. No name and no text: those stand on the paper alone.
struct ManifestLetter {
    std::int64_t position = 0;
    std::string id; ///< The dispatch's; what the acknowledgement names.
    std::int64_t first_page = 0, pages = 0, sheets = 0;
    bool is_in_colour = false, is_on_both_sides = false;
    Postage postage = Postage::norway;
    std::string postal_code;
    /// Who pays: the sender's account, and what it said of its own books (konteringskode).
    std::string account, accounting_code;
    std::vector<std::int64_t> giro_pages; ///< Of the run, from 1: to be printed on giro paper.
    std::vector<std::string> documents;   ///< SHA-256 of each, hexadecimal.
};
BOOST_DESCRIBE_STRUCT(ManifestLetter, (),
                      (position, id, first_page, pages, sheets, is_in_colour, is_on_both_sides, postage, postal_code,
                       account, accounting_code, giro_pages, documents))

struct PrintManifest {
    std::string run, file, sha256;
    std::int64_t bytes = 0, pages = 0;
    Instant made_at;
    std::vector<ManifestLetter> letters;
};
BOOST_DESCRIBE_STRUCT(PrintManifest, (), (run, file, sha256, bytes, pages, made_at, letters))

/// The letters as a table, for printers that read no JSON.
std::string manifest_table(const PrintManifest&);

/// What letters are sorted by, so that paper, stamps and folds change as seldom as they can.
struct PrintOrder {
    Postage postage = Postage::norway;
    bool is_in_colour = false, is_on_both_sides = false;
    std::int64_t sheets = 0;
    std::string postal_code, id;
    auto operator<=>(const PrintOrder&) const = default;
};

enum class PrintOutcome : std::uint8_t { printed, failed };
BOOST_DESCRIBE_ENUM(PrintOutcome, printed, failed)

struct AcknowledgedLetter {
    std::string id;
    PrintOutcome outcome = PrintOutcome::printed;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AcknowledgedLetter, (), (id, outcome, reason))

/// The printer's word. Without letters it speaks of all of them: printed.
struct PrintAcknowledgement {
    std::string run;
    std::optional<std::vector<AcknowledgedLetter>> letters;
};
BOOST_DESCRIBE_STRUCT(PrintAcknowledgement, (), (run, letters))
/// Fails with dispatch.acknowledgement_faulty: not JSON, another run, a letter that is not in it.
Result<PrintAcknowledgement> read_acknowledgement(std::string_view text, const PrintRun&,
                                                  const std::vector<PrintLetter>&);

} // namespace dispatch
