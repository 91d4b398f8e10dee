#pragma once
#include "dispatch/actions/accept_dispatch.hpp"
#include "dispatch/actions/open_letter.hpp"
#include "platform/i18n/translator.hpp"

namespace dispatch {

/// The account that the recipient of a letter sends from: their organisation's, or that of all persons. Opens it when
/// there is none yet, in a transaction of its own.
Result<Account> account_of_recipient(const Office&, const Principal&, const Mailbox&, Instant now);

/// Who a letter's recipient is, as others see it: the organisation, or the name on the envelope; with who acts for
/// them.
std::string name_of_recipient(const i18n::Translator&, const FoundLetter&, const Envelope&, const Principal&);

/// Whether the sender takes answers, and the one who has found it may give them: an organisation's are given by those
/// who speak for it, not by all who read its post.
bool may_be_answered(const FoundLetter&, const Envelope&, const Principal&);
/// The same; fails with dispatch.reply_not_taken, or with platform.right_missing for an organisation's.
Result<void> expect_answerable(const FoundLetter&, const Envelope&, const Principal&);

/// What somebody answers.
struct NewReply {
    std::string text;
    std::vector<Upload> files;
    crypto::Key key; ///< What the files are sealed under.
};

/// Checks and seals outside any transaction; the text becomes a PDF.
///
/// Fails with dispatch.letter_unopened, as expect_answerable does, with dispatch.reply_faulty and every fault, and as
/// prepare_dispatch does.
Result<Prepared> prepare_reply(const Office&, const Principal&, const i18n::Translator&, const FoundLetter&, NewReply,
                               Instant now);

/// Sends what was prepared, linked to the letter that it answers.
Result<void> send_from_mailbox(const Settling&, const FoundLetter&, Prepared);

/// A PDF of one paragraph for each line. Fails with platform.pdf_workshop_unavailable, platform.pdf_not_bound.
Result<std::string> pdf_of_lines(const Office&, const std::string& title, const std::vector<std::string>& lines,
                                 Instant now);

} // namespace dispatch
