#pragma once
// The same content to several: a letter each, with a key, a status and a receipt of its own. Its files are kept once.
#include "dispatch/actions/accept_dispatch.hpp"
#include "dispatch/store/mailing_store.hpp"

namespace dispatch {

/// All of them are written in one transaction, and others wait meanwhile: so many letters, and so many rows of letters,
/// their documents and those who are shown them.
inline constexpr std::size_t mailing_recipients_max = 200;
inline constexpr std::size_t mailing_rows_max = 20'000;
/// How many recipients the same content may have.
std::size_t recipients_max_of(const Envelope&);

/// A copy of what came in, for one of its recipients, under a key of its own. The files stay where they are: their keys
/// are what each letter seals for itself.
Arrival arrival_for(const Office&, const Arrival&, Party recipient);
/// A fault in the recipient of a letter, or that they have got it before, as one in the list of the mailing.
Fault of_recipient(Fault, std::size_t position);
/// What is wrong with the content is so for every recipient, and told once.
void add_new(std::vector<Fault>&, Fault);
/// None or too many for the content, and who is listed twice.
std::vector<Fault> faults_of_list(const Envelope& content, const std::vector<Party>&);

/// Checks and seals each, outside any transaction; opens what is encrypted once. None of them when one is faulty.
///
/// Fails with dispatch.content_faulty and every fault; the recipients' at "#/recipients/…". dispatch.recipient_twice
/// stands at one who is listed before, platform.number_out_of_range at a list of none or too many.
Result<std::vector<Prepared>> prepare_mailing(const Office&, const Account&, Arrival, const std::vector<Party>&,
                                              Instant now);

/// Writes all of them down, or none. Fails with dispatch.content_faulty and dispatch.duplicate at each recipient who
/// has got it before, and with dispatch.upload_not_found.
Result<MailingId> accept_mailing(db::Transaction&, const Office&, const Principal&, const std::vector<Prepared>&,
                                 Instant now);

} // namespace dispatch
