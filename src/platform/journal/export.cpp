#include "platform/journal/export.hpp"

namespace journal {

static constexpr int batches_at_a_time = 64;

std::string export_header(Visibility widest) {
    return json::to_string(json::Object{{"samband", "journal export"}, {"version", 1}, {"widest", name_of(widest)}});
}

std::string closed_line(std::int64_t sequence, const Digest& leaf) {
    return json::to_string(json::Object{{"sequence", sequence}, {"leaf", hex(leaf)}});
}

Result<std::string> Export::lines_of(db::Reader& reader, const Batch& batch) const {
    std::string lines;
    for (const auto& record : TRY(store::range(reader, batch.first, batch.last)))
        lines +=
            (record.visibility <= widest_ ? TRY(canonical(record)) : closed_line(record.sequence, record.leaf)) + "\n";
    return lines + json::to_string(form_of(batch)) + "\n";
}

Result<std::string> Export::next_batches(db::Reader& reader) {
    std::string lines;
    for (const auto& batch : TRY(store::batches_after(reader, done_, batches_at_a_time))) {
        if (batch.number > newest_->number) break;
        lines += TRY(lines_of(reader, batch));
        done_ = batch.number;
    }
    return lines;
}

Result<std::string> Export::next(db::Reader& reader) {
    std::string lines;
    if (part_ == Part::header) {
        newest_ = TRY(store::newest_batch(reader));
        lines = export_header(widest_) + "\n";
        part_ = newest_ ? Part::batches : Part::head;
    } else if (part_ == Part::batches) {
        lines = TRY(next_batches(reader));
        if (done_ == newest_->number || lines.empty()) part_ = Part::head;
    } else if (part_ == Part::head) {
        part_ = Part::end;
        return json::to_string(form_of(sign_head(key_, newest_, content_.finish(), now_))) + "\n";
    }
    content_.update(lines);
    return lines;
}

Result<void> export_lines(db::Reader& reader, Visibility widest, const crypto::SigningKey& key, Instant now,
                          const std::function<Result<void>(std::string_view)>& receiver) {
    Export all{widest, key, now};
    for (auto lines = TRY(all.next(reader)); !lines.empty(); lines = TRY(all.next(reader)))
        TRY(receiver(lines));
    return {};
}

} // namespace journal
