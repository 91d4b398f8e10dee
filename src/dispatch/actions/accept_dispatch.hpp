#pragma once
#include "dispatch/domain/checks.hpp"
#include "dispatch/office.hpp"
#include "dispatch/store/account_store.hpp"
#include "dispatch/store/dispatch_store.hpp"

namespace dispatch {

/// A dispatch that is sealed and only needs to be written down.
struct Prepared {
    Dispatch dispatch;
    std::vector<Recipient> recipients;
    std::vector<StoredDocument> documents;
    std::string manifest_digest; ///< What the journal vouches for.
    bool has_chosen_id = false;  ///< The sender's: it may be taken, or a retry.
    std::chrono::seconds duplicate_window{0};
    std::vector<UploadId> uploads_taken{};
};

/// What came in through an interface.
struct Arrival {
    Envelope envelope;
    std::vector<Upload> uploads;
    crypto::Key key;                       ///< What the uploads are sealed under; becomes the dispatch's own.
    std::optional<DispatchId> id;          ///< When the sender chose it.
    std::vector<Fault> faults{};           ///< What the interface has found wrong; told together with the rest.
    bool is_open = false;                  ///< No file is encrypted: never was, or is opened already.
    std::vector<UploadId> uploads_taken{}; ///< Files that came before: no other letter gets them.
};

/// Fails with what a number is refused with.
Result<Recipient> recipient_of(const Office&, const Party&);
/// The recipient by number, or by name and address when there is none: the same text for the same one.
std::string compared_recipient(const Party&);
/// Keyed, of account, recipient and title: what a repetition is known by.
db::Bytes duplicate_digest(const Office&, const Account&, const Envelope&);

/// The files of an arrival as they are kept, in the order of the envelope, which learns their sizes and digests. Only
/// when nothing was wrong with them.
std::vector<StoredDocument> stored_documents(const Office&, const crypto::Key&, Envelope&, const std::vector<Upload>&);

/// Checks and seals, outside any transaction: the writer's thread is for the database alone.
///
/// Fails with dispatch.content_faulty and every fault.
Result<Prepared> prepare_dispatch(const Office&, const Account&, Arrival, Instant now);

/// Writes a prepared dispatch down: one transaction, after which it is never lost. The same id with the same content is
/// a retry and gives the id again.
///
/// Fails with dispatch.duplicate, with dispatch.id_taken when the id is of something else, and with
/// dispatch.upload_not_found when another letter was quicker.
Result<DispatchId> accept_dispatch(db::Transaction&, const Office&, const Principal&, Prepared, Instant now);

} // namespace dispatch
