#pragma once
// What senders are shown of what they have sent.
#include "dispatch/domain/patience.hpp"
#include "dispatch/domain/prospect.hpp"
#include "dispatch/ids.hpp"
#include "dispatch/views/signing_models.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

/// What an outbox is asked for. Numbers of persons come in a form, never in an address.
struct OutboxSearch {
    std::optional<std::string> reference;      ///< The id of a dispatch, or what its sender calls it.
    std::optional<std::string> recipient;      ///< An organisation number; in the form also a national identity number.
    std::optional<std::string> sending_system; ///< As the sender calls it, letter by letter.
    std::optional<Status> status;
    std::optional<AccountId> account;
    std::optional<Date> from, to; ///< Days it was received on, in Norway; both are included.
};
BOOST_DESCRIBE_STRUCT(OutboxSearch, (), (reference, recipient, sending_system, status, account, from, to))

struct OutboxQuestion : OutboxSearch {
    std::optional<std::string> person; ///< The keyed hash of a person's number, in hexadecimal digits.
    std::optional<MailingId> mailing;  ///< Only what was sent in one request.
    std::optional<DispatchId> behind;  ///< The page goes on from there.
};
BOOST_DESCRIBE_STRUCT(OutboxQuestion, (OutboxSearch), (person, mailing, behind))

struct SentRow {
    DispatchId id;
    std::string url, title, recipient, sender, reference;
    Status status = Status::received;
    Instant received_at, status_at;
    bool is_damaged = false; ///< Title, recipient and sender could not be read; the log says why.
};
BOOST_DESCRIBE_STRUCT(SentRow, (),
                      (id, url, title, recipient, sender, reference, status, received_at, status_at, is_damaged))

struct OutboxAccount {
    AccountId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(OutboxAccount, (), (id, name))

struct OutboxView : OutboxQuestion {
    std::vector<SentRow> sent;
    std::vector<OutboxAccount> accounts;  ///< Of the organisation.
    std::optional<std::string> older_url; ///< Behind the last one shown.
};
BOOST_DESCRIBE_STRUCT(OutboxView, (OutboxQuestion), (sent, accounts, older_url))

struct SentDocument {
    std::string name, sha256;
    std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(SentDocument, (), (name, sha256, bytes))

struct HappeningView {
    Instant at;
    HappeningKind kind = HappeningKind::received;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(HappeningView, (), (at, kind, detail))

struct FailureView {
    FailureCause cause = FailureCause::faulty;
    std::string reason, remedy;
};
BOOST_DESCRIBE_STRUCT(FailureView, (), (cause, reason, remedy))

struct SentView : SentRow {
    Channel channel = Channel::undecided;
    std::int64_t level = 3;
    std::string dispatch_type, sending_system, department; ///< Empty when not given; the department by its key.
    std::optional<std::string> department_name;            ///< As the organisation calls it now.
    std::optional<MailingId> mailing;                      ///< When others got the same in the same request.
    std::optional<NextStep> next;                          ///< What comes by itself, while it is under way.
    std::optional<Instant> next_at;                        ///< At the latest; of sent_to_print: not before.
    bool has_content = true;
    bool can_be_recalled = false; ///< As far as is known now; asking decides.
    std::int64_t newest = 0;      ///< The journal's newest number about it: what a listener knows already.
    std::string receipt_url;
    std::optional<FailureView> failure; ///< Why it did not reach its recipient, and what to do.
    std::optional<SigningView> signing; ///< As long as the content is there.
    std::vector<SentDocument> documents;
    std::vector<HappeningView> happenings;
};
BOOST_DESCRIBE_STRUCT(SentView, (SentRow),
                      (channel, level, dispatch_type, sending_system, department, department_name, mailing, next,
                       next_at, has_content, can_be_recalled, newest, receipt_url, failure, signing, documents,
                       happenings))

} // namespace dispatch
