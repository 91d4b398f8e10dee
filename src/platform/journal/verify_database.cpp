#include "platform/journal/merkle.hpp"
#include "platform/journal/seal_chain.hpp"
#include "platform/journal/verification.hpp"

#include <algorithm>

namespace journal {

namespace {

constexpr int batches_verified_at_a_time = 128;
constexpr std::int64_t events_at_a_time = 500;

void find_fault(Verification& report, Flaw flaw, std::int64_t sequence, std::int64_t batch) {
    report.flaw = flaw;
    report.sequence = sequence;
    report.batch = batch;
}

/// Checks each event against its leaf and gathers the leaves. Stops at the first fault.
Result<std::vector<Digest>> check_events(db::Reader& reader, const Batch& batch, Verification& report) {
    std::vector<Digest> leaves;
    auto expected = batch.first;
    for (auto first = batch.first; first <= batch.last && !report.flaw; first += events_at_a_time) {
        const auto last = std::min(batch.last, first + events_at_a_time - 1);
        for (const auto& record : TRY(store::range(reader, first, last))) {
            const auto form = canonical(record);
            if (record.sequence != expected)
                find_fault(report, Flaw::event_missing, expected, batch.number);
            else if (!form || leaf_of(*form) != record.leaf)
                find_fault(report, Flaw::event_altered, record.sequence, batch.number);
            if (report.flaw) return leaves;
            leaves.push_back(record.leaf);
            ++expected;
            ++report.events;
        }
    }
    if (!report.flaw && expected <= batch.last) find_fault(report, Flaw::event_missing, expected, batch.number);
    return leaves;
}

Result<void> check_batch(db::Reader& reader, const Batch& batch, SealChain& chain, Verification& report) {
    if (batch.number != chain.number() + 1 || batch.first != report.head_sequence + 1) {
        find_fault(report, Flaw::seal_differs, report.head_sequence + 1, chain.number() + 1);
        return {};
    }
    const auto leaves = TRY(check_events(reader, batch, report));
    if (report.flaw) return {};
    if (leaves.empty() || root_of(leaves) != batch.root)
        find_fault(report, Flaw::root_differs, batch.first, batch.number);
    else if (chain.seal_for(batch) != batch.seal)
        find_fault(report, Flaw::seal_differs, batch.first, batch.number);
    if (report.flaw) return {};
    chain.add(batch.seal);
    ++report.batches;
    report.head_batch = batch.number;
    report.head_sequence = batch.last;
    report.head_seal = batch.seal;
    return {};
}

} // namespace

Result<Verification> verify_database(db::Reader& reader) {
    Verification report;
    // Asked before the batches: what is there now must be sealed by the time its batch is read.
    const auto newest_event = TRY(store::newest_sequence(reader));
    SealChain chain;
    while (!report.flaw) {
        const auto batches = TRY(store::batches_after(reader, report.head_batch, batches_verified_at_a_time));
        if (batches.empty()) break;
        for (const auto& batch : batches) {
            TRY(check_batch(reader, batch, chain, report));
            if (report.flaw) break;
        }
    }
    if (!report.flaw && newest_event > report.head_sequence)
        find_fault(report, Flaw::event_unsealed, report.head_sequence + 1, 0);
    return report;
}

} // namespace journal
