#include "platform/journal/merkle.hpp"
#include "platform/journal/seal_chain.hpp"
#include "platform/journal/verification.hpp"

namespace journal {

namespace {

/// header, then for each batch its events and its seal, then the head, then nothing.
class ExportCheck {
public:
    ExportCheck() { report_.kind = Verification::Kind::exported; }

    /// False when there is no sense in reading on.
    bool take(const Line& line) {
        if (!line.had_line_end) return fail(Flaw::altered_form);
        if (is_ended_) return fail(Flaw::altered_form);
        if (!has_header_) return take_header(line.text);
        const auto value = json::parse(line.text);
        if (!value || !value->object()) return fail(Flaw::unreadable, next_sequence());
        if (value->find("sequence")) return take_event(*value, line.text);
        if (value->find("batch")) return take_batch(*value, line.text);
        if (value->find("head")) return take_head(*value, line.text);
        return fail(Flaw::altered_form, next_sequence());
    }

    Verification finish() {
        if (!report_.flaw && !is_ended_) fail(Flaw::unreadable, next_sequence());
        return report_;
    }

private:
    [[nodiscard]] std::int64_t next_sequence() const {
        return report_.head_sequence + static_cast<std::int64_t>(leaves_.size()) + 1;
    }

    bool fail(Flaw flaw, std::int64_t sequence = 0) {
        report_.flaw = flaw;
        report_.sequence = sequence;
        report_.batch = has_header_ && !is_ended_ ? chain_.number() + 1 : 0;
        return false;
    }

    void remember(std::string_view text) { content_.update(text).update(std::string_view{"\n"}); }

    bool take_header(std::string_view text) {
        for (const auto widest : {Visibility::everybody, Visibility::internal, Visibility::operators})
            if (text == export_header(widest)) has_header_ = true;
        if (!has_header_) return fail(Flaw::unreadable);
        remember(text);
        return true;
    }

    bool take_event(const json::Value& value, std::string_view text) {
        const auto sequence = value.integer_of("sequence");
        if (sequence != next_sequence()) return fail(Flaw::event_missing, next_sequence());
        const auto closed = digest_from_hex(value.text_of("leaf"));
        if (closed && text == closed_line(sequence, *closed)) {
            leaves_.push_back(*closed);
            ++closed_;
        } else {
            leaves_.push_back(leaf_of(text)); // The bytes as they stand: any other form has another hash.
        }
        remember(text);
        return true;
    }

    bool take_batch(const json::Value& value, std::string_view text) {
        if (leaves_.empty()) return fail(Flaw::event_missing, next_sequence());
        Batch batch{.number = chain_.number() + 1,
                    .first = report_.head_sequence + 1,
                    .last = next_sequence() - 1,
                    .sealed_at = Instant{std::chrono::microseconds{value.integer_of("sealedAt")}},
                    .root = root_of(leaves_),
                    .seal = {}};
        batch.seal = chain_.seal_for(batch);
        if (text != json::to_string(form_of(batch))) {
            const auto is_other_root = value.text_of("root") != hex(batch.root);
            return fail(is_other_root ? Flaw::root_differs : Flaw::seal_differs, batch.first);
        }
        chain_.add(batch.seal);
        report_.head_batch = batch.number;
        report_.head_sequence = batch.last;
        report_.head_seal = batch.seal;
        report_.closed += closed_;
        report_.events += static_cast<std::int64_t>(leaves_.size()) - closed_;
        ++report_.batches;
        leaves_.clear();
        closed_ = 0;
        remember(text);
        return true;
    }

    bool take_head(const json::Value& value, std::string_view text) {
        is_ended_ = true;
        const auto head = head_from(value);
        if (!head || text != json::to_string(form_of(*head))) return fail(Flaw::altered_form);
        report_.signed_at = head->signed_at;
        report_.fingerprint = head->public_key.fingerprint();
        const auto ends_here = leaves_.empty() && head->batch == report_.head_batch &&
                               head->sequence == report_.head_sequence && head->seal == report_.head_seal;
        if (!ends_here) return fail(Flaw::head_differs);
        if (head->content != content_.finish()) return fail(Flaw::content_differs);
        if (!is_signed(*head)) return fail(Flaw::signature_differs);
        return true;
    }

    Verification report_;
    crypto::Sha256 content_;
    SealChain chain_;
    std::vector<Digest> leaves_; ///< Of the batch that is open.
    std::int64_t closed_ = 0;
    bool has_header_ = false, is_ended_ = false;
};

} // namespace

Verification verify_export(const std::function<std::optional<Line>()>& next_line) {
    ExportCheck check;
    while (const auto line = next_line())
        if (!check.take(*line)) break;
    return check.finish();
}

} // namespace journal
