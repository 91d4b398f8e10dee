#pragma once
// What the pages of a mailbox show and its JSON holds.
#include "dispatch/domain/prospect.hpp"
#include "dispatch/domain/reply.hpp"
#include "dispatch/ids.hpp"
#include "dispatch/views/signing_models.hpp"

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

} // namespace dispatch
