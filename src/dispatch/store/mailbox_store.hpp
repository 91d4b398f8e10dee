#pragma once
// What lies in somebody's mailbox, and what an organisation has sent.
#include "directory/ids.hpp"
#include "dispatch/store/dispatch_store.hpp"

namespace dispatch {

/// Whose post: a person's, by the keyed hash of their number, or an organisation's, by its number.
struct Mailbox {
    std::optional<db::Bytes> identity_hash;
    std::string organisation_number; ///< Empty for a person's.
    [[nodiscard]] bool is_shared() const { return !identity_hash; }
};

/// A dispatch as its recipient has it.
struct Letter {
    Dispatch dispatch;
    std::int64_t position = 0;                       ///< Of this recipient; 0 is the addressee.
    std::optional<Instant> opened_at;                ///< The first time.
    std::optional<Instant> own_opened_at;            ///< By the one who asks; several share an organisation's mailbox.
    std::optional<directory::PersonId> first_reader; ///< In an organisation's mailbox.
    std::optional<Instant> archived_at;
};

/// That somebody of an organisation has opened a letter.
struct Opening {
    directory::PersonId person_id;
    Instant at;
};

namespace store {

struct LetterFilter {
    struct Place {
        Instant received_at;
        DispatchId id;
    };
    bool is_archived = false;
    int limit = 200;
    std::optional<Place> behind{}; ///< Only what is older.
};
/// Newest first; only what has come as far as a mailbox, and has its content still.
Result<std::vector<Letter>> letters_of(db::Reader&, const Mailbox&, directory::PersonId reading, const LetterFilter&);
/// Fails with dispatch.dispatch_not_found, also when it is somebody else's.
Result<Letter> letter_of(db::Reader&, const Mailbox&, directory::PersonId reading, DispatchId);
/// False when it was opened before.
Result<bool> set_opened(db::Transaction&, DispatchId, std::int64_t position, Instant now);
/// For an organisation's letter. False when this person has opened it before.
Result<bool> add_opening(db::Transaction&, DispatchId, std::int64_t position, const Opening&);
/// The first first.
Result<std::vector<Opening>> openings(db::Reader&, DispatchId, std::int64_t position);
/// Puts away (a time) or takes out again (nothing). False when it was so already.
Result<bool> set_archived(db::Transaction&, DispatchId, std::int64_t position, std::optional<Instant>);

/// Whether any of those it was sent or shown to has opened it here.
Result<bool> is_opened_by_anybody(db::Reader&, DispatchId);

/// What the accounts of an organisation have sent, the newest first.
struct OutboxFilter {
    std::optional<Status> status;
    std::optional<Instant> before;
    int limit = 50;
};
Result<std::vector<Dispatch>> sent_by(db::Reader&, directory::OrganisationId, const OutboxFilter&);
/// Fails with dispatch.dispatch_not_found, also for one of another organisation.
Result<Dispatch> sent_by(db::Reader&, directory::OrganisationId, DispatchId);

} // namespace store
} // namespace dispatch
