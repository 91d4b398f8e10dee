#include "platform/journal/sealed_journal.hpp"

#include "platform/crypto/signature.hpp"
#include "platform/ensure.hpp"
#include "platform/journal/export.hpp"
#include "platform/journal/head.hpp"
#include "platform/journal/merkle.hpp"
#include "platform/journal/reading.hpp"
#include "platform/journal/record_store.hpp"
#include "platform/journal/unwritten.hpp"
#include "platform/json/writing.hpp"
#include "platform/rights.hpp"

#include <set>
#include <utility>

namespace journal {

namespace {

std::string_view name_of(PrincipalKind kind) {
    switch (kind) {
    case PrincipalKind::anonymous:
        return "anonymous";
    case PrincipalKind::person:
        return "person";
    case PrincipalKind::client:
        return "client";
    case PrincipalKind::system:
        break;
    }
    return "system";
}

/// The body with its personal fields open: what the caller gets back.
std::string open_text(const Body& body) {
    std::string out = "{";
    for (const auto& field : body.fields()) {
        if (out.size() > 1) out += ',';
        json::append_text(out, field.key);
        out += ":" + field.json;
    }
    return out + "}";
}

Visibility widest_for(const Principal& reader, std::string_view subject_id) {
    if (reader.may(platform::right::operate)) return Visibility::operators;
    return reader.may(platform::right::read_internal_events, subject_id) ? Visibility::internal : Visibility::everybody;
}

class SealedJournal : public Journal {
public:
    SealedJournal(db::Database& database, const crypto::Key& master, Random& random)
        : database_{database}, random_{random}, person_keys_{master.derive("samband person keys"), random},
          signing_key_{crypto::SigningKey::from_seed(master.derive("samband signing key"))}, head_{database} {
        database_.set_hooks({.group_begins = [this] { unwritten_.group_begins(); },
                             .member_begins = [this] { unwritten_.member_begins(); },
                             .member_undone = [this] { unwritten_.member_undone(); },
                             .before_commit = [this](db::Transaction& transaction) { return seal(transaction); },
                             .after_commit = [this] { head_.raise_to(sealed_up_to_); }});
    }
    ~SealedJournal() override { database_.set_hooks({}); }

    Result<StoredEvent> append(db::Transaction& transaction, const Principal& actor, const Event& event,
                               Instant now) override {
        ensure(!event.type.empty());
        const auto id = EventId::make(now, random_);
        const auto sequence = TRY(unwritten_.next_sequence(transaction));
        Record record{.sequence = sequence,
                      .id = id.to_string(),
                      .at = now.time_since_epoch().count(),
                      .type = std::string{event.type},
                      .visibility = event.visibility,
                      .actor_kind = std::string{name_of(actor.kind)},
                      .actor_id = actor.id,
                      .actor_name = {},
                      .organisation_id = actor.organisation_id,
                      .organisation_name = actor.organisation_name,
                      .authority = actor.authority,
                      .body = {},
                      .subjects = subjects_of(event),
                      .leaf = {}};
        record.actor_name = TRY(sealed_name(transaction, actor, record.id));
        record.body = TRY(sealed_body(transaction, event.body, record.id));
        record.leaf = leaf_of(TRY(canonical(record)));
        auto stored = as_stored(record);
        TRY(unwritten_.add(std::move(record)));
        stored.actor_name = actor.name;
        stored.body = open_text(event.body);
        return stored;
    }

    Result<std::vector<StoredEvent>> about(db::Reader& reader, const Subject& subject, const Principal& principal,
                                           int limit, std::int64_t before) override {
        TRY(write_what_waits(reader));
        const store::Page page{widest_for(principal, subject.id), limit, before};
        return opened(reader, person_keys_, TRY(store::about(reader, subject, page)));
    }

    Result<std::vector<StoredEvent>> after(db::Reader& reader, std::int64_t sequence, int limit) override {
        TRY(write_what_waits(reader));
        return opened(reader, person_keys_, TRY(store::after(reader, sequence, limit)));
    }

    Result<std::vector<StoredEvent>> newest(db::Reader& reader, const Principal& principal, int limit,
                                            std::int64_t before) override {
        TRY(write_what_waits(reader));
        const store::Page page{widest_for(principal, {}), limit, before};
        return opened(reader, person_keys_, TRY(store::newest(reader, page)));
    }

    Result<void> forget(db::Transaction& transaction, const Principal& actor, std::string_view person_id,
                        Instant now) override {
        if (!TRY(PersonKeys::forget(transaction, person_id, now))) return {};
        TRY(append(transaction, actor,
                   {.type = "platform.person_forgotten",
                    .subjects = {{"person", std::string{person_id}}},
                    .body = {},
                    .visibility = Visibility::operators},
                   now));
        return {};
    }

    [[nodiscard]] std::int64_t head() const override { return head_.sequence(); }
    [[nodiscard]] bool wait_beyond(std::int64_t sequence, std::chrono::milliseconds patience) const override {
        return head_.wait_beyond(sequence, patience);
    }
    Result<std::vector<Touch>> touches(db::Reader& reader, std::string_view kind, std::int64_t after,
                                       std::int64_t up_to) override {
        TRY(write_what_waits(reader));
        return store::touches(reader, kind, after, up_to);
    }
    Result<std::int64_t> newest_about(db::Reader& reader, const Subject& subject) override {
        TRY(write_what_waits(reader));
        return store::newest_about(reader, subject);
    }
    [[nodiscard]] const crypto::SigningKey& signing_key() const override { return signing_key_; }

    [[nodiscard]] std::function<Result<std::string>()> exported(Visibility widest, Instant now) override {
        return [this, all = std::make_shared<Export>(widest, signing_key_, now)]() -> Result<std::string> {
            const auto reader = TRY(database_.reader());
            return all->next(*reader);
        };
    }

private:
    /// Only a person's name is personal; a client's and the program's are not.
    Result<std::string> sealed_name(db::Transaction& transaction, const Principal& actor, const std::string& event_id) {
        auto name = json::quoted(actor.name);
        if (actor.kind != PrincipalKind::person || actor.name.empty()) return name;
        auto sealed = TRY(person_keys_.seal(transaction, actor.id, name, place_of(event_id, actor_name_field)));
        return sealed == "null" ? std::string{"\"\""} : sealed;
    }

    Result<std::string> sealed_body(db::Transaction& transaction, const Body& body, const std::string& event_id) {
        std::string out = "{";
        for (const auto& field : body.fields()) {
            if (out.size() > 1) out += ',';
            json::append_text(out, field.key);
            out += ':';
            out +=
                field.person_id.empty()
                    ? field.json
                    : TRY(person_keys_.seal(transaction, field.person_id, field.json, place_of(event_id, field.key)));
        }
        // Read and written once, so that what is kept is the one form that reading and writing again does not change.
        return json::to_string(TRY(json::parse(out + "}")));
    }

    static std::vector<std::pair<std::string, std::string>> subjects_of(const Event& event) {
        std::vector<std::pair<std::string, std::string>> subjects;
        std::set<std::pair<std::string_view, std::string_view>> seen;
        for (const auto& subject : event.subjects)
            if (seen.emplace(subject.kind, subject.id).second) subjects.emplace_back(subject.kind, subject.id);
        return subjects;
    }

    /// Who reads inside the transaction of a change finds what it has appended.
    Result<void> write_what_waits(db::Reader& reader) {
        auto* transaction = dynamic_cast<db::Transaction*>(&reader);
        return transaction ? unwritten_.write(*transaction) : Result<void>{};
    }

    /// Binds the events of this group into one batch. On the writer thread, before the commit.
    Result<void> seal(db::Transaction& transaction) {
        if (unwritten_.records().empty()) return {};
        TRY(unwritten_.write(transaction));
        const auto& previous = unwritten_.previous();
        const auto& first = unwritten_.records().front();
        const auto& last = unwritten_.records().back();
        std::vector<Digest> digests;
        for (const auto& record : unwritten_.records())
            digests.push_back(record.leaf);

        Batch batch{.number = previous.number + 1,
                    .first = first.sequence,
                    .last = last.sequence,
                    .sealed_at = Instant{std::chrono::microseconds{last.at}},
                    .root = root_of(digests),
                    .seal = {}};
        const auto skipped = skip_of(batch.number);
        const auto skipped_seal =
            skipped == previous.number ? previous.seal : TRY(store::seal_at(transaction, skipped));
        batch.seal = seal_of(batch, previous.seal, skipped_seal);
        TRY(store::insert(transaction, batch));
        sealed_up_to_ = batch.last;
        return {};
    }

    db::Database& database_;
    Random& random_;
    PersonKeys person_keys_;
    crypto::SigningKey signing_key_;
    Head head_;
    // Of the writer thread alone.
    Unwritten unwritten_;
    std::int64_t sealed_up_to_ = 0;
};

} // namespace

std::unique_ptr<Journal> make(db::Database& database, const crypto::Key& master, Random& random) {
    return std::make_unique<SealedJournal>(database, master, random);
}

} // namespace journal
