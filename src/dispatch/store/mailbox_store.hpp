#pragma once
// What lies in somebody's mailbox.
#include "directory/ids.hpp"
#include "dispatch/store/delegation_store.hpp"
#include "dispatch/store/dispatch_store.hpp"
#include "dispatch/store/guardianship_store.hpp"

namespace dispatch {

/// By virtue of what somebody reads another person's post.
enum class ActingGround : std::uint8_t { delegation, guardianship };

struct Acting {
    ActingGround ground = ActingGround::delegation;
    std::string id;          ///< Of the delegation or the guardianship.
    std::string name;        ///< Whose post it is; may be empty.
    Instant from;            ///< Letters that came earlier are not there.
    bool is_limited = false; ///< To the senders that the delegation names.
    bool shows_high = false; ///< Letters of level 4 too; else they are not there.
    bool may_answer = false;
    bool counts_as_read = false;
    /// Whose answers one sees; empty: everybody's.
    std::vector<directory::PersonId> answerers{};
};

/// Whose post: a person's, by the keyed hash of their number, or an organisation's, by its number.
struct Mailbox {
    std::optional<db::Bytes> identity_hash;
    std::string organisation_number; ///< Empty for a person's.
    std::optional<Acting> acting{};  ///< When it is another person's: as much of it as one may see.
    [[nodiscard]] bool is_shared() const { return !identity_hash; }
};

/// A dispatch as its recipient has it.
struct Letter {
    Dispatch dispatch;
    std::int64_t position = 0;            ///< Of this recipient; 0 is the addressee.
    std::optional<Instant> opened_at;     ///< The first time.
    std::optional<Instant> own_opened_at; ///< By the one who asks; several share an organisation's mailbox.
    /// Of an organisation's, or who opened one's own as a guardian or by virtue of a delegation.
    std::optional<directory::PersonId> first_reader;
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
    std::string department{};      ///< Only what is to this one; empty: all.
};
/// Whether a mailbox shows it: it has come as far as that, and has its content still.
bool lies_in_mailbox(const Dispatch&, std::int64_t position);
/// Newest first; only what lies in the mailbox.
Result<std::vector<Letter>> letters_of(db::Reader&, const Mailbox&, directory::PersonId reading, const LetterFilter&);
/// Fails with dispatch.dispatch_not_found, also when it is somebody else's.
Result<Letter> letter_of(db::Reader&, const Mailbox&, directory::PersonId reading, DispatchId);
/// The organisations whose letters lie there, at most fifty.
Result<std::vector<directory::OrganisationId>> senders_to(db::Reader&, const Mailbox&);
/// False when it was opened before.
Result<bool> set_opened(db::Transaction&, DispatchId, std::int64_t position, Instant now);
/// For an organisation's letter. False when this person has opened it before.
Result<bool> add_opening(db::Transaction&, DispatchId, std::int64_t position, const Opening&);
/// The first first.
Result<std::vector<Opening>> openings(db::Reader&, DispatchId, std::int64_t position);
/// Puts away (a time) or takes out again (nothing). False when it was so already.
Result<bool> set_archived(db::Transaction&, DispatchId, std::int64_t position, std::optional<Instant>);

/// Whether any of those it was sent or shown to has opened it here, or somebody by virtue of their delegation.
Result<bool> is_opened_by_anybody(db::Reader&, DispatchId);

} // namespace store
} // namespace dispatch
