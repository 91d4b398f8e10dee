#pragma once
// What the pages show and the JSON holds.
#include "dispatch/domain/patience.hpp"
#include "dispatch/domain/print_run.hpp"
#include "dispatch/domain/prospect.hpp"
#include "dispatch/domain/reply.hpp"
#include "dispatch/domain/signing.hpp"
#include "dispatch/ids.hpp"
#include "platform/json/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

/// Whose letters: one's own, or those of the organisation that one acts for.
enum class Box : std::uint8_t { own, organisation };
BOOST_DESCRIBE_ENUM(Box, own, organisation)

struct LettersQuestion {
    std::optional<std::string> words; ///< In titles, senders and names of documents.
    bool archived = false;            ///< What was put away, instead of what was not.
    std::optional<DispatchId> behind; ///< The last letter of the page before.
};
BOOST_DESCRIBE_STRUCT(LettersQuestion, (), (words, archived, behind))

struct MailboxQuestion : LettersQuestion {
    std::optional<Box> box;
    std::optional<std::string> department; ///< Of the organisation, by its key.
};
BOOST_DESCRIBE_STRUCT(MailboxQuestion, (LettersQuestion), (box, department))

struct LetterRow {
    DispatchId id;
    std::string url;
    std::string title; ///< Empty when the log-in is too weak to see it.
    std::string sender;
    Instant received_at;
    bool is_opened = false; ///< By anybody; of another person's, by whoever asks.
    bool is_locked = false; ///< Asks for a log-in at level high.
    bool waits_for_signature = false;
    std::string opened_by; ///< Who did it first: a colleague, a guardian, or by virtue of a delegation.
    std::int64_t documents = 0;
    std::string department;  ///< Its name; empty when it is to none.
    bool is_damaged = false; ///< Title and sender could not be read; the log says why.
};
BOOST_DESCRIBE_STRUCT(LetterRow, (),
                      (id, url, title, sender, received_at, is_opened, is_locked, waits_for_signature, opened_by,
                       documents, department, is_damaged))

/// A department of the organisation whose mailbox it is.
struct MailboxDepartment {
    std::string key, name;
};
BOOST_DESCRIBE_STRUCT(MailboxDepartment, (), (key, name))

/// By virtue of a delegation or a guardianship.
struct ActingView {
    std::string name;         ///< Whose post it is.
    std::string url;          ///< Of all that may be read.
    bool is_guardian = false; ///< Else by virtue of a delegation.
    bool may_answer = false;
    bool counts_as_read = false;
    bool shows_high = false; ///< Letters of level 4 too.
};
BOOST_DESCRIBE_STRUCT(ActingView, (), (name, url, is_guardian, may_answer, counts_as_read, shows_high))

/// Somebody who lets, or would let, one read their post.
struct GiverRow {
    std::string name, url;
};
BOOST_DESCRIBE_STRUCT(GiverRow, (), (name, url))

struct MailboxView {
    Box box = Box::own;
    std::optional<ActingView> acting; ///< When it is another person's, whichever box that is.
    std::string words;
    bool is_archive = false;
    std::vector<LetterRow> letters;
    bool is_known = true;                 ///< False when nobody knows which post is this person's.
    std::string organisation;             ///< Whose mailbox this person may read besides; empty for none.
    bool has_more = false;                ///< Behind the last one shown.
    bool is_cut = false;                  ///< There are older letters than were looked through.
    std::vector<GiverRow> others;         ///< Whose post one may read now.
    std::vector<GiverRow> offers;         ///< Of delegations that wait to be accepted.
    std::vector<std::string> guardians{}; ///< Of the one whose mailbox it is.
    std::vector<MailboxDepartment> departments{};
    std::string department{}; ///< The key of the one whose letters are shown; empty: all.
};
BOOST_DESCRIBE_STRUCT(MailboxView, (),
                      (box, acting, words, is_archive, letters, is_known, organisation, has_more, is_cut, others,
                       offers, guardians, departments, department))

struct LetterDocument {
    std::string name, url;
    std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(LetterDocument, (), (name, url, bytes))

struct LetterLink {
    std::string url, text, lead;
};
BOOST_DESCRIBE_STRUCT(LetterLink, (), (url, text, lead))

struct OpeningView {
    std::string name;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(OpeningView, (), (name, at))

/// What somebody answers; files come beside it.
struct NewReplyText {
    std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(NewReplyText, (), (text))

struct ReplyFormView {
    std::string letter_url, title, sender, recipient;
    std::int64_t text_length_max = reply_text_length_max;
    std::int64_t files_max = reply_files_max;
    std::int64_t megabytes_max = reply_bytes_max >> 20; ///< Of all files together.
};
BOOST_DESCRIBE_STRUCT(ReplyFormView, (),
                      (letter_url, title, sender, recipient, text_length_max, files_max, megabytes_max))

/// A request for a signature, and what became of it.
struct SigningView {
    std::string url, document, sha256;
    SignatureKind kind = SignatureKind::authenticated;
    SigningState state = SigningState::waiting;
    Instant ends_at;
    std::optional<Instant> decided_at;
    std::optional<std::string> evidence_url; ///< Once it is answered.
};
BOOST_DESCRIBE_STRUCT(SigningView, (), (url, document, sha256, kind, state, ends_at, decided_at, evidence_url))

struct SigningPageView {
    std::string letter_url, title, signer;
    std::string recipient; ///< Who gets the signed document.
    std::string document_url;
    SigningView signing;
};
BOOST_DESCRIBE_STRUCT(SigningPageView, (), (letter_url, title, signer, recipient, document_url, signing))

struct SigningAnswer {
    SigningDecision decision = SigningDecision::given;
    std::optional<bool> has_read; ///< Needed to sign.
};
BOOST_DESCRIBE_STRUCT(SigningAnswer, (), (decision, has_read))

struct ReplyRow {
    DispatchId id;
    Instant sent_at;
    std::string sent_by;
    Status status = Status::received;
};
BOOST_DESCRIBE_STRUCT(ReplyRow, (), (id, sent_at, sent_by, status))

struct LetterView {
    DispatchId id;
    std::string url, title, sender, recipient;
    std::string department; ///< Its name, of an organisation's letter; empty when it is to none.
    Box box = Box::own;
    std::optional<ActingView> acting; ///< When it is another person's.
    Instant received_at;
    std::int64_t level = 3;
    bool is_addressee = true; ///< Else the sender lets one see what was sent to another.
    PaperOutlook paper = PaperOutlook::none;
    std::optional<Instant> paper_at;  ///< It goes on paper unless it is read by then.
    std::optional<Instant> opened_at; ///< By the one who asks.
    std::optional<Instant> archived_at;
    std::vector<OpeningView> openings;     ///< By colleagues, guardians, or those whom the recipient lets read it.
    std::vector<LetterDocument> documents; ///< Once it is opened.
    std::vector<LetterLink> links;
    std::optional<std::string> reply_recipient; ///< To whom it can be answered.
    std::vector<ReplyRow> replies;              ///< The first first.
    std::optional<SigningView> signing;         ///< Once it is opened.
};
BOOST_DESCRIBE_STRUCT(LetterView, (),
                      (id, url, title, sender, recipient, department, box, acting, received_at, level, is_addressee,
                       paper, paper_at, opened_at, archived_at, openings, documents, links, reply_recipient, replies,
                       signing))

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

struct SilentReceiverRow {
    std::string name, organisation, organisation_url;
    std::int64_t waiting = 0;
    Instant oldest_at;
    std::optional<Instant> told_at;
};
BOOST_DESCRIBE_STRUCT(SilentReceiverRow, (), (name, organisation, organisation_url, waiting, oldest_at, told_at))

/// A receiver that will stop, or has: its certificate has run out, runs out soon or is withdrawn.
struct UneasyCertificateRow {
    std::string name, organisation, organisation_url;
    std::optional<Instant> ends_at, withdrawn_at;
};
BOOST_DESCRIBE_STRUCT(UneasyCertificateRow, (), (name, organisation, organisation_url, ends_at, withdrawn_at))

struct SilentReceiversView {
    std::vector<SilentReceiverRow> receivers;
    std::vector<UneasyCertificateRow> certificates;
};
BOOST_DESCRIBE_STRUCT(SilentReceiversView, (), (receivers, certificates))

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

struct PrintRunRow {
    PrintRunId id;
    std::string url, name;
    PrintRunState state = PrintRunState::begun;
    Instant begun_at;
    std::int64_t pages = 0;
    std::string trouble;
};
BOOST_DESCRIBE_STRUCT(PrintRunRow, (), (id, url, name, state, begun_at, pages, trouble))

struct PrintRunsView {
    bool is_on = true; ///< False when no folder is set: then nothing is printed.
    std::int64_t waiting = 0;
    std::vector<PrintRunRow> runs; ///< Newest first.
};
BOOST_DESCRIBE_STRUCT(PrintRunsView, (), (is_on, waiting, runs))

struct PrintLetterRow {
    std::int64_t position = 0;
    DispatchId dispatch;
    std::int64_t first_page = 0, pages = 0, sheets = 0;
    PrintLetterState state = PrintLetterState::waiting;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PrintLetterRow, (), (position, dispatch, first_page, pages, sheets, state, reason))

struct PrintRunView : PrintRunRow {
    std::optional<Instant> handed_over_at, acknowledged_at;
    std::int64_t bytes = 0;
    std::string sha256;
    std::vector<PrintLetterRow> letters;
};
BOOST_DESCRIBE_STRUCT(PrintRunView, (PrintRunRow), (handed_over_at, acknowledged_at, bytes, sha256, letters))

} // namespace dispatch
