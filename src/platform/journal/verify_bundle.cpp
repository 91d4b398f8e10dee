#include "platform/journal/merkle.hpp"
#include "platform/journal/verification.hpp"

#include <algorithm>
#include <map>

namespace journal {

namespace {

std::optional<std::vector<Digest>> digests_from(const json::Value* list) {
    if (!list || !list->array()) return {};
    std::vector<Digest> digests;
    for (const auto& entry : *list->array()) {
        const auto digest = entry.text() ? digest_from_hex(*entry.text()) : std::nullopt;
        if (!digest) return {};
        digests.push_back(*digest);
    }
    return digests;
}

std::optional<Link> link_from(const json::Value& value) {
    const auto root = digest_from_hex(value.text_of("root"));
    const auto previous = digest_from_hex(value.text_of("previous"));
    const auto skipped = digest_from_hex(value.text_of("skipped"));
    if (!root || !previous || !skipped) return {};
    const Batch batch{.number = value.integer_of("batch"),
                      .first = value.integer_of("first"),
                      .last = value.integer_of("last"),
                      .sealed_at = Instant{std::chrono::microseconds{value.integer_of("sealedAt")}},
                      .root = *root,
                      .seal = {}};
    return Link{batch, *previous, *skipped};
}

/// What the file says, whether or not it holds. Nothing when it is no bundle.
std::optional<Bundle> bundle_from(const json::Value& value) {
    const auto* subject = value.find("subject");
    const auto* events = value.find("events");
    const auto* chain = value.find("chain");
    if (!subject || !subject->array() || subject->array()->size() != 2 || !events || !events->array() || !chain ||
        !chain->array())
        return {};
    const auto* kind = subject->array()->at(0).text();
    const auto* id = subject->array()->at(1).text();
    if (!kind || !id) return {};
    Bundle bundle{.subject_kind = *kind, .subject_id = *id, .events = {}, .chain = {}};
    if (value.find("widest")) {
        const auto widest = visibility_of(value.text_of("widest"));
        if (!widest) return {};
        bundle.widest = *widest;
    }
    if (const auto* attachments = value.find("attachments")) {
        if (!attachments->array()) return {};
        for (const auto& attachment : *attachments->array()) {
            if (!attachment.text()) return {};
            bundle.attachments.push_back(*attachment.text());
        }
    }
    for (const auto& entry : *events->array()) {
        const auto* event = entry.find("event");
        auto path = digests_from(entry.find("path"));
        if (!event || !path) return {};
        bundle.events.push_back({*event, entry.integer_of("batch"), *std::move(path)});
    }
    for (const auto& entry : *chain->array()) {
        const auto link = link_from(entry);
        if (!link) return {};
        bundle.chain.push_back(*link);
    }
    return bundle;
}

/// Whether one of the events holds the hash of the text.
bool is_vouched_for(const std::string& attachment, const std::vector<ProvenEvent>& events) {
    const json::Value digest{hex(crypto::sha256(attachment))};
    return std::any_of(events.begin(), events.end(), [&](const ProvenEvent& proven) {
        const auto* body = proven.event.find("body");
        return body && body->object() &&
               std::any_of(body->object()->begin(), body->object()->end(),
                           [&](const json::Member& member) { return member.value == digest; });
    });
}

bool is_about(const json::Value& event, const Bundle& bundle) {
    const auto* subjects = event.find("subjects");
    const auto visibility = visibility_of(event.text_of("visibility"));
    if (!subjects || !subjects->array() || !visibility || *visibility > bundle.widest) return false;
    const json::Value wanted{json::Array{json::Value{bundle.subject_kind}, json::Value{bundle.subject_id}}};
    return std::find(subjects->array()->begin(), subjects->array()->end(), wanted) != subjects->array()->end();
}

class BundleCheck {
public:
    explicit BundleCheck(const Bundle& bundle) : bundle_{bundle} { report_.kind = Verification::Kind::bundle; }

    Verification run(const SignedHead& head) {
        report_.head_batch = head.batch;
        report_.head_sequence = head.sequence;
        report_.head_seal = head.seal;
        report_.signed_at = head.signed_at;
        report_.fingerprint = head.public_key.fingerprint();
        if (!check_chain(head) || !check_events() || !check_attachments()) return report_;
        if (head.content != crypto::sha256(text_of(bundle_)))
            fail(Flaw::content_differs);
        else if (!is_signed(head))
            fail(Flaw::signature_differs);
        return report_;
    }

private:
    bool fail(Flaw flaw, std::int64_t sequence = 0, std::int64_t batch = 0) {
        report_.flaw = flaw;
        report_.sequence = sequence;
        report_.batch = batch;
        return false;
    }

    /// From the head's seal back: each batch must give the seal that the one after it names.
    bool check_chain(const SignedHead& head) {
        if (bundle_.chain.empty() || bundle_.chain.front().batch.number != head.batch ||
            bundle_.chain.front().batch.last != head.sequence)
            return fail(Flaw::head_differs);
        std::map<std::int64_t, Digest> named{{head.batch, head.seal}};
        for (const auto& link : bundle_.chain) {
            const auto number = link.batch.number;
            const auto expected = named.find(number);
            if (expected == named.end() || seal_of(link.batch, link.previous, link.skipped) != expected->second)
                return fail(Flaw::seal_differs, 0, number);
            named = {{skip_of(number), link.skipped}, {number - 1, link.previous}};
            if (skip_of(number) == number - 1 && link.skipped != link.previous)
                return fail(Flaw::seal_differs, 0, number);
            batches_.emplace(number, link.batch);
            ++report_.batches;
        }
        return true;
    }

    bool check_events() {
        std::int64_t before = 0;
        for (const auto& proven : bundle_.events) {
            const auto sequence = proven.event.integer_of("sequence");
            const auto found = batches_.find(proven.batch);
            if (sequence <= before) return fail(Flaw::event_missing, sequence, proven.batch);
            before = sequence;
            if (found == batches_.end() || sequence < found->second.first || sequence > found->second.last)
                return fail(Flaw::root_differs, sequence, proven.batch);
            const auto& batch = found->second;
            const auto root =
                root_through(leaf_of(json::to_string(proven.event)), static_cast<std::size_t>(sequence - batch.first),
                             static_cast<std::size_t>(batch.last - batch.first + 1), proven.path);
            if (root != batch.root) return fail(Flaw::root_differs, sequence, batch.number);
            if (!is_about(proven.event, bundle_)) return fail(Flaw::subject_differs, sequence, batch.number);
            ++report_.events;
        }
        return true;
    }

    bool check_attachments() {
        for (const auto& attachment : bundle_.attachments) {
            if (!is_vouched_for(attachment, bundle_.events)) return fail(Flaw::attachment_differs);
        }
        return true;
    }

    const Bundle& bundle_;
    std::map<std::int64_t, Batch> batches_;
    Verification report_;
};

} // namespace

std::vector<std::string> attachments_of(std::string_view bytes) {
    const auto value = json::parse(bytes);
    if (!value) return {};
    auto bundle = bundle_from(*value);
    return bundle ? std::move(bundle->attachments) : std::vector<std::string>{};
}

std::vector<json::Value> events_of(std::string_view bytes) {
    std::vector<json::Value> events;
    const auto value = json::parse(bytes);
    const auto* list = value ? value->find("events") : nullptr;
    if (!list || !list->array()) return events;
    for (const auto& proven : *list->array()) {
        if (const auto* event = proven.find("event")) events.push_back(*event);
    }
    return events;
}

Verification verify_bundle(std::string_view bytes) {
    Verification faulty;
    faulty.kind = Verification::Kind::bundle;
    faulty.flaw = Flaw::unreadable;
    const auto value = json::parse(bytes);
    if (!value) return faulty;
    const auto bundle = bundle_from(*value);
    const auto head = head_from(*value);
    if (!bundle || !head) return faulty;
    auto report = BundleCheck{*bundle}.run(*head);
    // Anything that does not come back when the file is written anew, be it a space, has no place in it.
    if (report.holds() && text_of(*bundle, *head) != bytes) report.flaw = Flaw::altered_form;
    return report;
}

} // namespace journal
