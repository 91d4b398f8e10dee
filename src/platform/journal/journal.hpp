#pragma once
// The journal: every change of state is one action in one transaction that changes tables and appends one event.
// Events are sealed per commit group: a Merkle tree over the group's events, its root bound to the one before.
#include "platform/db/database.hpp"
#include "platform/id.hpp"
#include "platform/principal.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crypto {
class SigningKey;
}

namespace journal {

using Digest = std::array<std::uint8_t, 32>;
using EventId = Id<struct EventTag>;

/// Who may see an event: all, those with right `journal.read_internal` for a subject, or operators only.
enum class Visibility : std::uint8_t { everybody, internal, operators };

/// What an event is about: ("case", id), ("body", id), ("organisation", id), ("person", id), ("meeting", id) …
struct Subject {
    std::string_view kind;
    std::string id;
};

/// A JSON object under construction. Keys in camelCase; the text is canonical: keys in the order given, no spaces.
class Body {
public:
    Body& text(std::string_view key, std::string_view value);
    Body& number(std::string_view key, std::int64_t value);
    Body& flag(std::string_view key, bool value);
    Body& texts(std::string_view key, const std::vector<std::string>& values);
    /// Kept encrypted under the key of that person: forgetting the key removes it without breaking the chain.
    Body& personal(std::string_view key, std::string_view person_id, std::string_view value);

    struct Field {
        std::string key;
        std::string json;      ///< The value, already JSON.
        std::string person_id; ///< Not empty: json is to be sealed for this person.
    };
    [[nodiscard]] const std::vector<Field>& fields() const { return fields_; }

private:
    std::vector<Field> fields_;
};

struct Event {
    std::string_view type; ///< "governance.case_planned": past tense; listed in the module's README and in the
                           ///< catalogue under event.TYPE (a sentence for the timeline).
    std::vector<Subject> subjects;
    Body body;
    Visibility visibility = Visibility::everybody;
};

/// An event as it was kept.
struct StoredEvent {
    std::int64_t sequence; ///< 1, 2, 3 … without gaps, in the order of commit.
    EventId id;
    Instant at;
    std::string type;
    std::string actor_kind, actor_id, actor_name, organisation_id, organisation_name, authority;
    std::string body; ///< JSON. Sealed fields are opened when read through find_events, else {"sealed":"…"}.
    Visibility visibility;
    std::vector<std::pair<std::string, std::string>> subjects; ///< (kind, id)
};

/// That an event was about a subject.
struct Touch {
    std::int64_t sequence = 0;
    std::string type;
    Visibility visibility = Visibility::everybody;
    std::string subject_id;
};

/// Writes the events of one program. Its append is called from actions and jobs only.
class Journal {
public:
    virtual ~Journal() = default;
    /// Appends in the transaction of the change. The actor's name is sealed as personal data of that person.
    virtual Result<StoredEvent> append(db::Transaction&, const Principal& actor, const Event&, Instant now) = 0;
    /// Newest first, at most limit, older than the sequence given (0 = from the newest).
    virtual Result<std::vector<StoredEvent>> about(db::Reader&, const Subject&, const Principal& reader, int limit,
                                                   std::int64_t before = 0) = 0;
    /// In order of commit, after a position; for consumers and feeds.
    virtual Result<std::vector<StoredEvent>> after(db::Reader&, std::int64_t sequence, int limit) = 0;
    virtual Result<std::vector<StoredEvent>> newest(db::Reader&, const Principal& reader, int limit,
                                                    std::int64_t before = 0) = 0;
    /// Destroys the key of a person: all that was sealed for them is gone for good, the chain still verifies.
    virtual Result<void> forget(db::Transaction&, const Principal& actor, std::string_view person_id, Instant now) = 0;
    /// The newest sequence that this process knows to be committed; changes on every change of state. Lock-free.
    [[nodiscard]] virtual std::int64_t head() const = 0;
    /// Waits until head() is beyond the sequence, at most so long, and says whether it is.
    [[nodiscard]] virtual bool wait_beyond(std::int64_t sequence, std::chrono::milliseconds) const = 0;
    /// What happened to subjects of a kind after a sequence and up to another, in order; without the events' texts.
    virtual Result<std::vector<Touch>> touches(db::Reader&, std::string_view subject_kind, std::int64_t after,
                                               std::int64_t up_to) = 0;
    /// Sequence of the newest event about a subject, whoever may see it; 0 when there is none.
    virtual Result<std::int64_t> newest_about(db::Reader&, const Subject&) = 0;
    /// Signs heads, bundles and the content of documents; its public half is for everybody. Made from the master key.
    [[nodiscard]] virtual const crypto::SigningKey& signing_key() const = 0;
    /// The journal as a file (export.hpp), piece by piece until "" comes. Each piece takes a reader of its own: a slow
    /// receiver holds none.
    [[nodiscard]] virtual std::function<Result<std::string>()> exported(Visibility widest, Instant now) = 0;
};

/// A part of the program that follows the journal with a position of its own and handles each event exactly once.
struct Consumer {
    std::string_view name;
    std::function<Result<void>(db::Transaction&, const StoredEvent&)> handle;
};

} // namespace journal
