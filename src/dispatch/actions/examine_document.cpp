#include "dispatch/actions/examine_document.hpp"

#include "dispatch/actions/clean_documents.hpp"
#include "dispatch/domain/checks.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/print_fitness.hpp"
#include "platform/content/antivirus.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/pdf/workshop.hpp"

#include <fmt/format.h>

namespace dispatch {

namespace {

constexpr std::chrono::seconds scan_time_max{60};

/// What is learnt while the document passes once, from front to back.
struct Passed {
    crypto::Digest digest{};
    std::optional<pdf::File> copy; ///< For the workshop.
    std::string virus;
};

Result<Passed> pass(const Office& office, const Opened& opened, std::size_t position, bool is_copied) {
    Passed passed;
    if (is_copied) passed.copy = TRY(pdf::File::make());
    crypto::Sha256 sum;
    const auto next_piece = document_pieces(office.services.blobs, opened, position);
    const content::Pieces pieces = [&]() -> Result<std::string> {
        auto piece = TRY(next_piece());
        sum.update(std::string_view{piece});
        if (passed.copy) TRY(passed.copy->append(piece));
        return piece;
    };
    if (!office.clamd.empty()) {
        auto verdict = TRY(content::scan(office.clamd, pieces, scan_time_max));
        if (!verdict.is_clean) passed.virus = std::move(verdict.signature);
    }
    while (!TRY(pieces()).empty()) {
        // What the scanner did not want to hear any more.
    }
    passed.digest = sum.finish();
    return passed;
}

std::string place_of(const Opened& opened, std::size_t position, bool is_printed) {
    const auto& stored = opened.documents[position];
    const auto& document = opened.envelope.documents[position];
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}", stored.blob, stored.file_number, document.sha256, document.media_type,
                       is_printed, fmt::join(document.giro_pages, ","));
}

Result<std::vector<Fault>> examined(const Office& office, const Opened& opened, std::size_t position, bool is_printed) {
    const auto& document = opened.envelope.documents[position];
    const auto pointer = fmt::format("#/documents/{}", position);
    // What is larger than a letter can be is never printed, and too much to hold.
    const bool is_pdf =
        document.media_type == "application/pdf" && static_cast<std::uint64_t>(document.bytes) <= printed_bytes_max;
    auto passed = TRY(pass(office, opened, position, is_pdf));
    std::vector<Fault> faults;
    if (crypto::to_hex(crypto::view(passed.digest)) != document.sha256) {
        faults.push_back(document_damaged.at(pointer, {{"name", document.name}}));
        return faults;
    }
    if (!passed.virus.empty()) {
        faults.push_back(document_infected.at(pointer, {{"name", document.name}, {"finding", passed.virus}}));
    }
    if (!passed.copy) return faults;
    const auto look = TRY(office.workshop->look(*passed.copy));
    for (auto& fault : print_faults(document, look, pointer, is_printed))
        faults.push_back(std::move(fault));
    return faults;
}

} // namespace

Result<std::vector<Fault>> faults_in(const Office& office, const Opened& opened, std::size_t position) {
    const bool is_printed =
        may_be_printed(opened.envelope) && !opened.envelope.documents[position].is_left_out_of_print;
    const auto place = place_of(opened, position, is_printed);
    const auto now = office.services.clock.now();
    if (office.clean_documents->knows(place, now)) return std::vector<Fault>{};
    auto faults = TRY(examined(office, opened, position, is_printed));
    if (faults.empty()) office.clean_documents->remember(place, now);
    return faults;
}

} // namespace dispatch
