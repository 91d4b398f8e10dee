#include "dispatch/domain/receipt.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/journal/proof.hpp"

namespace dispatch {

static std::optional<std::string> word_of(const json::Value& body, std::string_view name) {
    const auto word = body.text_of(name);
    if (word.empty()) return std::nullopt;
    return std::string{word};
}

static ReceiptStep step_of(const json::Value& event) {
    ReceiptStep step;
    step.at = Instant{std::chrono::microseconds{event.integer_of("at")}};
    step.event = event.integer_of("sequence");
    step.type = event.text_of("type");
    if (const auto* body = event.find("body")) {
        step.status = word_of(*body, "status");
        step.channel = word_of(*body, "channel");
        step.outcome = word_of(*body, "outcome");
    }
    return step;
}

static void follow(Receipt& receipt, const ReceiptStep& step) {
    if (step.status) receipt.status = *step.status;
    if (step.channel) receipt.channel = *step.channel;
    if (step.status == "read") receipt.read_at = step.at;
    if (step.type == "dispatch.post_recalled") receipt.recalled_at = step.at;
    if (step.type == "dispatch.content_destroyed") receipt.is_content_destroyed = true;
}

Result<Receipt> receipt_from(std::string proof, std::string iss, std::int64_t iat) {
    const auto attachments = journal::attachments_of(proof);
    if (attachments.empty() || attachments.size() > 2) return receipt_unreadable.error();
    const auto manifest = json::read<Manifest>(attachments.front());
    if (!manifest) return receipt_unreadable.error();
    Receipt receipt;
    receipt.iss = std::move(iss);
    receipt.iat = iat;
    receipt.sub = manifest->dispatch;
    receipt.sender = manifest->sender;
    receipt.recipient = manifest->recipient;
    receipt.organisation_number = manifest->organisation_number;
    receipt.title = manifest->title;
    receipt.received_at = manifest->received_at;
    receipt.documents = manifest->documents;
    if (attachments.size() == 2) receipt.signing_evidence = attachments.back();
    receipt.status = "received";
    receipt.channel = "undecided";
    for (const auto& event : journal::events_of(proof)) {
        receipt.steps.push_back(step_of(event));
        follow(receipt, receipt.steps.back());
    }
    receipt.proof = std::move(proof);
    return receipt;
}

} // namespace dispatch
