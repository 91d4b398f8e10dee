#pragma once
#include "dispatch/actions/accept_dispatch.hpp"
#include "dispatch/actions/act_for_another.hpp"
#include "dispatch/domain/checks.hpp"
#include "dispatch/office.hpp"
#include "dispatch/store/account_store.hpp"
#include "dispatch/store/dispatch_store.hpp"
#include "dispatch/store/integration_store.hpp"
#include "dispatch/views/mailbox_models.hpp"
#include "dispatch/views/outbox_models.hpp"
#include "dispatch/views/print_run_models.hpp"
#include "dispatch/views/silent_receiver_models.hpp"
#include "platform/http/router.hpp"

namespace dispatch {

void add_svarut_v1_routes(http::Router&, const Office&);
void add_svarut_v2_routes(http::Router&, const Office&);
void add_svarut_v3_routes(http::Router&, const Office&);
void add_forsendelse_v9_routes(http::Router&, const Office&);
void add_svarut_mottaker_v1_routes(http::Router&, const Office&);
void add_svarut_migrering_v1_routes(http::Router&, const Office&);
void add_svarinn_v1_routes(http::Router&, const Office&);
void add_svarinn_v2_routes(http::Router&, const Office&);
void add_mailbox_routes(http::Router&, const Office&);
Result<http::Response> list_letters(const Office&, const http::Query&);
/// The same of somebody else's, by virtue of {delegation} in the path.
Result<http::Response> list_letters_by_delegation(const Office&, const http::Query&);
/// The same of a guarded person's, by virtue of {guardianship} in the path.
Result<http::Response> list_letters_by_guardianship(const Office&, const http::Query&);
void add_delegation_routes(http::Router&, const Office&);
void add_guardianship_routes(http::Router&, const Office&);
void add_reply_routes(http::Router&, const Office&);
void add_signing_routes(http::Router&, const Office&);
void add_outbox_routes(http::Router&, const Office&);
void add_print_run_routes(http::Router&, const Office&);
void add_receipt_routes(http::Router&, const Office&);
void add_own_routes(http::Router&, const Office&);
void add_mailing_routes(http::Router&, const Office&);
void add_recall_routes(http::Router&, const Office&);
void add_webhook_routes(http::Router&, const Office&);
void add_retention_routes(http::Router&, const Office&);
void add_silent_receiver_routes(http::Router&, const Office&);
void add_post_system_routes(http::Router&, const Office&);
void add_department_routes(http::Router&, const Office&);
void add_upload_routes(http::Router&, const Office&);
void add_watching_routes(http::Router&, const Office&);
void add_statistics_routes(http::Router&, const Office&);

/// Of what machines alone speak to us: problems as everywhere, and not held to the rates of people.
extern const http::Protocol own_protocol;

/// The account that the principal sends for. Fails with platform.right_missing, dispatch.credentials_wrong.
Result<Account> sending_account(db::Reader&, const Principal&);
/// The same without a reader of the caller's, mostly without reading at all.
Result<Account> sending_account(const Office&, const Principal&);
/// The account that {konto} in the path names, when the integration may send for it: else platform.right_missing,
/// whether there is one or not.
Result<Account> account_in_path(const http::Call&, db::Reader&);
/// The statuses that the integration's clients know.
Result<StatusWords> words_of_caller(db::Reader&, const Principal&);
/// When the status of v3 last changed: what is destroyed has the time of that.
Result<Instant> last_change(db::Reader&, const Dispatch&);
/// The dispatch that {forsendelse} in the path names. Fails with dispatch.dispatch_not_found.
Result<DispatchId> id_in_path(const http::Call&);
/// The ids of a list, each a text or an object with one; what is no id is left out like any other that is unknown.
/// None at all, or more than a thousand, fails with dispatch.content_faulty at the field.
Result<std::vector<DispatchId>> asked_ids(const json::Value* list, std::string_view field = {});
/// Those of the account, in the order that they were asked for.
Result<std::vector<Dispatch>> asked_dispatches(db::Reader&, const std::vector<DispatchId>&, const Account&);

/// As far as that decides what comes next of it.
Result<Standing> standing_of(db::Reader&, const Dispatch&);
/// The organisation that the principal may see the outbox of: their own. Fails with platform.right_missing,
/// dispatch.dispatch_not_found.
Result<directory::OrganisationId> outbox_of(const Principal&);
/// {dispatch} of the path. Fails with dispatch.dispatch_not_found.
Result<DispatchId> dispatch_in_path(const http::Call&);

/// {delegation} of the path. Fails with dispatch.delegation_not_found.
Result<DelegationId> delegation_in_path(const http::Call&);
/// {guardianship} of the path. Fails with dispatch.guardianship_not_found.
Result<GuardianshipId> guardianship_in_path(const http::Call&);
/// The letter that the path names: by virtue of {delegation} or {guardianship} where it has one, else one's own or
/// one's organisation's. May ask the register of guardians, so outside any transaction. Fails as letter_by_delegation,
/// mailbox_by_guardianship and readable_letter do.
Result<FoundLetter> letter_in_path(const Office&, db::Reader&, const http::Call&);
/// The same once more in a transaction, without asking.
Result<FoundLetter> letter_in_path_still(const Office&, db::Transaction&, const http::Call&);
/// "/mailbox/…", or where it stands by virtue of a delegation.
std::string path_of_letter(const Mailbox&, DispatchId);
/// Empty when nobody has the id.
Result<std::string> name_of_person(db::Reader&, directory::PersonId);
/// By virtue of what somebody reads, as pages show it; nothing of one's own mailbox.
std::optional<ActingView> acting_view(const Mailbox&);
/// A letter as its reader sees it: what it holds only once they have opened it.
Result<LetterView> letter_view(const Office&, const http::Query&, const FoundLetter&);
/// {position} of the letter's documents. Fails with dispatch.letter_unopened, dispatch.dispatch_not_found.
Result<http::Response> show_letter_document(const Office&, const http::Query&);

/// What became of a request for a signature; nothing when none was made. base: as below, or "/mailbox".
Result<std::optional<SigningView>> signing_view(db::Reader&, const Dispatch&, const Envelope&, std::string_view base,
                                                Instant now);
/// A dispatch as its sender sees it; base: "/outbox" for people, "/dispatches" for machines. Title and recipient stand
/// in the manifest, which senders keep; of the content only what a signature is asked for is looked at.
Result<SentView> sent_view(db::Reader&, journal::Journal&, const Office&, const i18n::Translator&, const Dispatch&,
                           std::string_view base);
/// Row: what lists show of it.
void fill_sent(SentRow&, const Office&, const Dispatch&, std::string_view base);

/// A request with metadata first and files behind, as SvarUt's clients send them.
struct SentParts {
    std::string metadata;
    std::vector<Upload> uploads;
};
/// Part names do not count, and the metadata may have come with a file name or without. Fails with
/// dispatch.metadata_missing.
Result<SentParts> sent_parts(const http::Command&);
/// Checks, seals and writes down what came in, once for each Idempotency-Key; gives the id. Fails as prepare_dispatch
/// and accept_dispatch do.
Result<std::string> take_in(const Office&, const http::Command&, const Account&, Arrival);
/// A route that takes a letter with its files.
http::About taking_letters(http::About);
/// A copy of the key that the request's files are sealed under; a fresh one when it has none.
crypto::Key key_of(const http::Command&);

/// "04.03.2026 10:00:00", Norwegian time.
std::string display_time(Instant);

} // namespace dispatch
