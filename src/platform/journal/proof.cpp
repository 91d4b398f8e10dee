#include "platform/journal/proof.hpp"

#include "platform/errors.hpp"
#include "platform/journal/merkle.hpp"

#include <set>

namespace journal {

namespace {

Error not_found(std::int64_t sequence) {
    return platform::event_not_found.error({{"number", sequence}});
}

Error too_large(int events_max) {
    return platform::bundle_too_large.error({{"limit", std::int64_t{events_max}}});
}

json::Array hex_list(const std::vector<Digest>& digests) {
    json::Array list;
    for (const auto& digest : digests)
        list.emplace_back(hex(digest));
    return list;
}

json::Object form_of(const Link& link) {
    return {{"batch", link.batch.number},   {"first", link.batch.first},
            {"last", link.batch.last},      {"sealedAt", std::int64_t{link.batch.sealed_at.time_since_epoch().count()}},
            {"root", hex(link.batch.root)}, {"previous", hex(link.previous)},
            {"skipped", hex(link.skipped)}};
}

Result<Link> link_of(db::Reader& reader, const Batch& batch) {
    return Link{batch, TRY(store::seal_at(reader, batch.number - 1)),
                TRY(store::seal_at(reader, skip_of(batch.number)))};
}

/// Keeps the tree of the last batch: events of one batch are asked for one after the other.
class Prover {
public:
    explicit Prover(db::Reader& reader) : reader_{reader} {}

    Result<Proof> prove(std::int64_t sequence) {
        if (!tree_ || sequence < batch_.first || sequence > batch_.last) TRY(read_batch_of(sequence));
        const auto index = static_cast<std::size_t>(sequence - batch_.first);
        return Proof{batch_, tree_->leaf(index), index, tree_->path_to(index)};
    }

private:
    Result<void> read_batch_of(std::int64_t sequence) {
        const auto batch = TRY(store::batch_of(reader_, sequence));
        if (!batch || sequence < batch->first || sequence > batch->last) return not_found(sequence);
        auto leaves = TRY(store::leaves_of(reader_, *batch));
        if (std::ssize(leaves) != batch->last - batch->first + 1) return not_found(sequence);
        batch_ = *batch;
        tree_.emplace(std::move(leaves));
        return {};
    }

    db::Reader& reader_;
    Batch batch_;
    std::optional<Tree> tree_;
};

} // namespace

Result<Proof> proof(db::Reader& reader, std::int64_t sequence) {
    return Prover{reader}.prove(sequence);
}

Result<std::vector<Link>> way_back(db::Reader& reader, const Batch& newest, const std::vector<std::int64_t>& wanted) {
    std::vector<Link> links{TRY(link_of(reader, newest))};
    for (const auto target : wanted) {
        const auto way = way_between(links.back().batch.number, target);
        for (std::size_t i = 1; i < way.size(); ++i) {
            const auto batch = TRY(store::batch(reader, way[i]));
            if (!batch) return not_found(way[i]);
            links.push_back(TRY(link_of(reader, *batch)));
        }
    }
    return links;
}

std::string text_of(const Bundle& bundle) {
    const json::Array subject{json::Value{bundle.subject_kind}, json::Value{bundle.subject_id}};
    auto text = R"({"samband":"journal bundle","version":1,"subject":)" + json::to_string(subject);
    if (bundle.widest != Visibility::everybody) text += R"(,"widest":")" + std::string{name_of(bundle.widest)} + '"';
    text += ",\"events\":[";
    for (const auto& proven : bundle.events) {
        text += &proven == &bundle.events.front() ? "\n" : ",\n";
        text += json::to_string(
            json::Object{{"batch", proven.batch}, {"path", hex_list(proven.path)}, {"event", proven.event}});
    }
    if (!bundle.attachments.empty()) text += "\n],\"attachments\":[";
    for (const auto& attachment : bundle.attachments) {
        text += &attachment == &bundle.attachments.front() ? "\n" : ",\n";
        text += json::to_string(json::Value{attachment});
    }
    text += "\n],\"chain\":[";
    for (const auto& link : bundle.chain) {
        text += &link == &bundle.chain.front() ? "\n" : ",\n";
        text += json::to_string(form_of(link));
    }
    return text + "\n],\n";
}

std::string text_of(const Bundle& bundle, const SignedHead& head) {
    return text_of(bundle) + json::to_string(form_of(head)).substr(1) + "\n";
}

Result<std::string> bundle(db::Reader& reader, const Subject& subject, const crypto::SigningKey& key, Instant now,
                           int events_max, std::vector<std::string> attachments, Visibility widest) {
    const auto newest = TRY(store::newest_batch(reader));
    const auto records = TRY(store::about(
        reader, subject, {.widest = widest, .limit = events_max + 1, .before = newest ? newest->last + 1 : 1}));
    if (records.empty()) return not_found(0);
    if (std::ssize(records) > events_max) return too_large(events_max);

    Bundle bundle{.subject_kind = std::string{subject.kind},
                  .subject_id = subject.id,
                  .events = {},
                  .chain = {},
                  .attachments = std::move(attachments),
                  .widest = widest};
    std::set<std::int64_t, std::greater<>> wanted;
    Prover prover{reader};
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        auto found = TRY(prover.prove(record->sequence));
        wanted.insert(found.batch.number);
        bundle.events.push_back({TRY(form_of(*record)), found.batch.number, std::move(found.path)});
    }
    bundle.chain = TRY(way_back(reader, *newest, {wanted.begin(), wanted.end()}));
    if (bundle.chain.size() > json::items_max) return too_large(events_max);
    const auto content = crypto::sha256(text_of(bundle));
    return text_of(bundle, sign_head(key, newest, content, now));
}

} // namespace journal
