#include "dispatch/jobs/check_dispatch.hpp"

#include "dispatch/actions/content.hpp"
#include "dispatch/actions/route.hpp"
#include "dispatch/domain/checks.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/pdf_look.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"

#include <fmt/format.h>

namespace dispatch {

/// What is wrong with one document, if anything. Fails when it cannot be read now.
static Result<std::vector<Fault>> faults_in(const Office& office, const Opened& opened, std::size_t position) {
    const auto& document = opened.envelope.documents[position];
    const auto pointer = fmt::format("#/documents/{}", position);
    const auto next_piece = document_pieces(office.services.blobs, opened, position);
    crypto::Sha256 sum;
    PdfLook look;
    for (;;) {
        const auto piece = TRY(next_piece());
        if (piece.empty()) break;
        sum.update(std::string_view{piece});
        look.add(piece);
    }
    std::vector<Fault> faults;
    const auto digest = sum.finish();
    if (crypto::to_hex(crypto::view(digest)) != document.sha256) {
        faults.push_back(document_damaged.at(pointer, {{"name", document.name}}));
    }
    const bool is_looked_at = !opened.envelope.is_encrypted && document.media_type == "application/pdf";
    if (!is_looked_at) return faults;
    const bool is_printed = may_be_printed(opened.envelope) && !document.is_left_out_of_print;
    if (!look.is_whole()) faults.push_back(document_damaged.at(pointer, {{"name", document.name}}));
    if (is_printed && look.is_locked()) faults.push_back(pdf_locked.at(pointer, {{"name", document.name}}));
    return faults;
}

static std::string reasons(const Office& office, const std::vector<Fault>& faults) {
    const auto& words = office.services.texts.in(i18n::Language::nb);
    std::string text;
    for (const auto& fault : faults) {
        text.append(text.empty() ? "" : " ").append(words.detail_of(fault));
    }
    return text;
}

static Result<void> conclude(const Office& office, DispatchId id, const std::vector<Fault>& faults) {
    const auto now = office.services.clock.now();
    const auto by = the_program("postkontroll");
    return office.services.database.write([&](db::Transaction& transaction) -> Result<void> {
        auto found = TRY(store::find(transaction, id));
        if (!found || found->status != Status::received) return {};
        const Settling settling{transaction, office, by, now};
        using enum HappeningKind;
        if (!faults.empty()) {
            return settling.move(*found, Status::rejected,
                                 {settling.happening(rejected, Status::rejected, reasons(office, faults))});
        }
        const auto line = [&](HappeningKind kind, Status status) { return settling.happening(kind, status); };
        return route_onwards(settling, *std::move(found), Channel::undecided,
                             {line(metadata_valid, Status::received), line(originals_stored, Status::received),
                              line(file_generated, Status::received), line(accepted, Status::accepted)});
    });
}

Result<void> check_dispatch(const Office& office, const jobs::Job& job) {
    const auto payload = TRY(json::parse(job.payload));
    const auto id = TRY(DispatchId::parse(payload.text_of("dispatch")));
    auto reader = TRY(office.services.database.reader());
    const auto found = TRY(store::find(*reader, id));
    if (!found || found->status != Status::received) return {};
    const auto opened = TRY(open_dispatch(*reader, office, *found));
    reader.reset();
    std::vector<Fault> faults;
    for (std::size_t i = 0; i < opened.documents.size(); ++i) {
        for (auto& fault : TRY(faults_in(office, opened, i))) {
            faults.push_back(std::move(fault));
        }
    }
    return conclude(office, id, faults);
}

} // namespace dispatch
