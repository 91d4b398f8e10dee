#pragma once
// What our own interface answers.
#include "dispatch/domain/checks.hpp"
#include "dispatch/domain/recall.hpp"
#include "dispatch/domain/unanswered.hpp"
#include "dispatch/views/outbox_models.hpp"

namespace dispatch {

struct AcceptedView {
    DispatchId id;
    std::string url, receipt_url;
};
BOOST_DESCRIBE_STRUCT(AcceptedView, (), (id, url, receipt_url))

struct AcceptedMailing {
    MailingId id;
    std::string url;
    std::vector<AcceptedView> letters; ///< In the order of the recipients.
};
BOOST_DESCRIBE_STRUCT(AcceptedMailing, (), (id, url, letters))

struct MailingStatus {
    Status status = Status::received;
    std::int64_t letters = 0;
};
BOOST_DESCRIBE_STRUCT(MailingStatus, (), (status, letters))

struct MailingView {
    MailingId id;
    Instant sent_at;
    std::vector<MailingStatus> statuses; ///< How many letters have each; those that none has are left out.
    std::vector<SentRow> letters;        ///< In the order of the recipients.
};
BOOST_DESCRIBE_STRUCT(MailingView, (), (id, sent_at, statuses, letters))

struct KeyView {
    std::string key;
    std::optional<SentView> dispatch; ///< One of the two.
    std::optional<MailingView> mailing;
};
BOOST_DESCRIBE_STRUCT(KeyView, (), (key, dispatch, mailing))

struct RecallView {
    RecallOutcome outcome = RecallOutcome::in_time;
    bool was_in_time = true;
    std::string receipt_url; ///< It says the same, with proof.
};
BOOST_DESCRIBE_STRUCT(RecallView, (), (outcome, was_in_time, receipt_url))

struct NewWebhook {
    std::string url;
};
BOOST_DESCRIBE_STRUCT(NewWebhook, (), (url))

struct WebhookView {
    std::string url;
    Instant set_at;
    std::optional<Instant> told_at;
    std::optional<std::int64_t> told_status; ///< 0: no answer.
    std::string key_set_url;
};
BOOST_DESCRIBE_STRUCT(WebhookView, (), (url, set_at, told_at, told_status, key_set_url))

struct ChangesQuestion {
    std::optional<Instant> since;
    std::optional<std::string> after; ///< The position that the last answer gave; since then counts for nothing.
};
BOOST_DESCRIBE_STRUCT(ChangesQuestion, (), (since, after))

struct DispatchChange {
    DispatchId id;
    Status status = Status::received;
    Instant status_at;
    std::string reference;
};
BOOST_DESCRIBE_STRUCT(DispatchChange, (), (id, status, status_at, reference))

struct ChangesView {
    std::vector<DispatchChange> changes;
    std::string position; ///< Behind the last of these: what to go on from, now or later.
    bool has_more = false;
};
BOOST_DESCRIBE_STRUCT(ChangesView, (), (changes, position, has_more))

struct SendQuestion {
    bool dry_run = false;
};
BOOST_DESCRIBE_STRUCT(SendQuestion, (), (dry_run))

struct PreflightFault {
    std::string pointer, code, detail;
};
BOOST_DESCRIBE_STRUCT(PreflightFault, (), (pointer, code, detail))

struct PreflightWay {
    Channel channel = Channel::none;
    std::optional<std::string> receiver;
    std::optional<std::int64_t> cost_oere; ///< Nothing where no price is set.
};
BOOST_DESCRIBE_STRUCT(PreflightWay, (), (channel, receiver, cost_oere))

struct PreflightLimits {
    std::int64_t title_letters = title_length_max, file_name_letters = file_name_length_max, documents = documents_max,
                 links = links_max, printed_bytes = printed_bytes_max;
};
BOOST_DESCRIBE_STRUCT(PreflightLimits, (), (title_letters, file_name_letters, documents, links, printed_bytes))

struct PreflightView {
    bool would_be_accepted = false;
    std::vector<PreflightFault> faults;
    std::vector<PreflightWay> ways;     ///< The first is tried first; the others when it fails or the deadline passes.
    std::vector<Unanswered> unanswered; ///< Who was away, so that a real one would wait for them.
    PreflightLimits limits;
};
BOOST_DESCRIBE_STRUCT(PreflightView, (), (would_be_accepted, faults, ways, unanswered, limits))

struct MailingWay {
    Channel channel = Channel::none;
    std::int64_t letters = 0;
    std::optional<std::int64_t> cost_oere; ///< Of all of them; nothing where no price is set.
};
BOOST_DESCRIBE_STRUCT(MailingWay, (), (channel, letters, cost_oere))

struct MailingPreflightView {
    bool would_be_accepted = false;
    std::vector<PreflightFault> faults;
    std::vector<MailingWay> ways;       ///< How many would go each way first.
    std::vector<Unanswered> unanswered; ///< Who was away, so that real ones would wait for them.
    PreflightLimits limits;
};
BOOST_DESCRIBE_STRUCT(MailingPreflightView, (), (would_be_accepted, faults, ways, unanswered, limits))

} // namespace dispatch
