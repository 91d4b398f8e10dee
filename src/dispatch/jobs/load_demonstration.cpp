#include "dispatch/demonstration.hpp"

#include "dispatch/actions/accept_dispatch.hpp"
#include "dispatch/actions/act_for_another.hpp"
#include "dispatch/actions/answer_letter.hpp"
#include "dispatch/actions/keep_delegations.hpp"
#include "dispatch/actions/keep_guardianships.hpp"
#include "dispatch/actions/open_account.hpp"
#include "dispatch/actions/uploads.hpp"
#include "dispatch/domain/example_pdf.hpp"
#include "dispatch/jobs/check_dispatch.hpp"
#include "dispatch/jobs/invented_departments.hpp"
#include "dispatch/jobs/print_letters.hpp"
#include "platform/crypto/cms.hpp"
#include "platform/crypto/key_file.hpp"

#include <fmt/format.h>

namespace dispatch {

namespace {

struct SaidLetter {
    std::string_view title, document, line;
    bool is_for_organisation = false;
    int days_ago = 0;
    bool is_on_paper = false; ///< To somebody who has no number to be found by.
    bool asks_answer = false; ///< Takes answers, and asks for a signature.
    bool is_for_ward = false; ///< To the one whom the citizen is guardian for.
};
constexpr std::array<SaidLetter, 7> invented_letters{{
    {"Vedtak om barnehageplass", "Vedtak.pdf", "Oppdiktet eksempel: barnet har fått plass fra 1. august.", false, 9},
    {"Varsel om nabosak", "Nabovarsel.pdf", "Oppdiktet eksempel: naboen søker om å bygge garasje.", false, 4},
    {"Svar på søknad om redusert foreldrebetaling", "Svar.pdf", "Oppdiktet eksempel: søknaden er innvilget.", false, 1},
    {"Innspill til felles prosjekt", "Innspill.pdf", "Oppdiktet eksempel: kommunens innspill.", true, 2},
    {"Innkalling til synfaring", "Innkalling.pdf", "Oppdiktet eksempel: vi møtes ved grinda.", false, 0, true},
    {"Avtale om båtplass", "Avtale.pdf", "Oppdiktet eksempel: plass nummer 12 i kommunens havn.", false, 2, false,
     true},
    {"Vedtak om praktisk bistand", "Bistand.pdf", "Oppdiktet eksempel: hjelp i hjemmet hver tirsdag.", false, 3, false,
     false, true},
}};

/// To the sender itself.
void ask_answer(Envelope& envelope, Instant at) {
    Party sender;
    sender.address = {"Alstahaug kommune", "Strandgata 52", "", "", "8805", "SANDNESSJØEN", ""};
    sender.organisation_number = demonstration::consumer_number;
    envelope.reply_to = std::move(sender);
    envelope.can_be_replied_to = true;
    envelope.signing_ends_at = at + std::chrono::days{60};
    envelope.signature_kind = SignatureKind::authenticated;
    envelope.documents.front().is_to_be_signed = true;
}

Envelope envelope_of(const SaidLetter& said, const std::string& organisation_number) {
    Envelope envelope;
    envelope.title = said.title;
    envelope.sending_system = "Demonstrasjon";
    envelope.is_digital_only = !said.is_on_paper;
    if (said.is_on_paper) {
        envelope.recipient.address = {"Torvald Eksempelhaug", "Oppdiktet vei 3", "", "", "8800", "SANDNESSJØEN", ""};
    } else if (said.is_for_organisation) {
        envelope.recipient.address.name = "Bergen kommune";
        envelope.recipient.organisation_number = organisation_number;
    } else if (said.is_for_ward) {
        envelope.recipient.address.name = demonstration::ward_name;
        envelope.recipient.identity_number = demonstration::ward_number;
    } else {
        envelope.recipient.address.name = "Solveig Tveitanemo";
        envelope.recipient.identity_number = demonstration::citizen_number;
    }
    Document document;
    document.name = said.document;
    document.media_type = "application/pdf";
    envelope.documents.push_back(std::move(document));
    return envelope;
}

/// Somebody whom one can log in as; nothing where the demonstration of governance lacks them.
Result<std::optional<Principal>> invented_person(const Office& office, std::string_view number) {
    auto reader = TRY(office.services.database.reader());
    const auto person = TRY(directory::find_person_by_identity_number(*reader, office.person_key, number));
    if (!person) return std::optional<Principal>{};
    Principal somebody;
    somebody.kind = PrincipalKind::person;
    somebody.id = person->id.to_string();
    somebody.name = person->name;
    somebody.assurance = "substantial";
    return std::optional{std::move(somebody)};
}

/// What the recipient does with it: opens it and answers.
Result<void> answer_as_citizen(const Office& office, DispatchId id, Instant at) {
    const auto known = TRY(invented_person(office, demonstration::citizen_number));
    if (!known) return {};
    const auto& citizen = *known;
    auto& database = office.services.database;
    TRY(database.write([&](db::Transaction& transaction) {
        return open_letter({transaction, office, citizen, at}, id);
    }));
    auto reader = TRY(database.reader());
    const auto found = TRY(readable_letter(*reader, citizen, id));
    reader.reset();
    auto key = crypto::Key::make(office.services.random);
    auto file =
        TRY(store_upload(office, key, 0, "Spørsmål.pdf",
                         example_pdf("Spørsmål om båtplassen", "Oppdiktet eksempel: gjelder plassen hele året?")));
    NewReply reply{{}, {}, std::move(key)};
    reply.files.push_back(std::move(file));
    const auto& words = office.services.texts.in(i18n::Language::nb);
    const auto prepared = TRY(prepare_reply(office, citizen, words, found, std::move(reply), at));
    const auto answer = prepared.dispatch.id;
    TRY(database.write([&](db::Transaction& transaction) {
        return send_from_mailbox({transaction, office, citizen, at}, found, prepared);
    }));
    jobs::Job job;
    job.payload = R"({"dispatch":")" + answer.to_string() + "\"}";
    return check_dispatch(office, job);
}

Result<void> send_letter(const Office& office, const Account& account, const Principal& principal,
                         const SaidLetter& said, const std::string& organisation_number) {
    const auto at = office.services.clock.now() - std::chrono::days{said.days_ago};
    auto key = crypto::Key::make(office.services.random);
    auto upload = TRY(store_upload(office, key, 0, std::string{said.document}, example_pdf(said.title, said.line)));
    Arrival arrival{envelope_of(said, organisation_number), {}, std::move(key), std::nullopt};
    if (said.asks_answer) ask_answer(arrival.envelope, at);
    arrival.uploads.push_back(std::move(upload));
    const auto prepared = TRY(prepare_dispatch(office, account, std::move(arrival), at));
    const auto id = TRY(office.services.database.write(
        [&](db::Transaction& transaction) { return accept_dispatch(transaction, office, principal, prepared, at); }));
    jobs::Job job;
    job.payload = R"({"dispatch":")" + id.to_string() + "\"}";
    TRY(check_dispatch(office, job));
    return said.asks_answer ? answer_as_citizen(office, id, at + std::chrono::hours{3}) : Result<void>{};
}

/// The citizen lets somebody read her post, who accepts and opens the newest letter.
Result<void> give_invented_delegation(const Office& office) {
    const auto giver = TRY(invented_person(office, demonstration::citizen_number));
    const auto helper = TRY(invented_person(office, demonstration::helper_number));
    if (!giver || !helper) return {};
    const auto at = office.services.clock.now();
    const auto today = norwegian_date(at);
    NewDelegation wanted;
    wanted.identity_number = std::string{demonstration::helper_number};
    wanted.name = helper->name;
    wanted.valid_from = norwegian_date(at - std::chrono::days{30});
    wanted.valid_to = norwegian_date(at + std::chrono::days{365});
    wanted.letters = DelegationLetters::all_senders;
    wanted.may_answer = true;
    auto& database = office.services.database;
    const auto id = TRY(database.write([&](db::Transaction& transaction) {
        return give_delegation({transaction, office, *giver, at}, wanted);
    }));
    return database.write([&](db::Transaction& transaction) -> Result<void> {
        TRY(accept_delegation({transaction, office, *helper, at}, id));
        const auto mailbox = TRY(mailbox_by_delegation(transaction, *helper, id, today));
        const auto letters = TRY(store::letters_of(transaction, mailbox, {}, {}));
        if (letters.empty()) return {};
        return open_letter_by_delegation({transaction, office, *helper, at}, id, letters.front().dispatch.id);
    });
}

/// What the register for development says too, so that it is confirmed when somebody looks.
Result<void> add_invented_guardianship(const Office& office) {
    const auto guardian = TRY(invented_person(office, demonstration::citizen_number));
    if (!guardian) return {};
    const auto at = office.services.clock.now();
    const ToldGuardianship told{std::string{demonstration::ward_number}, std::string{demonstration::ward_name},
                                at - std::chrono::days{30}};
    return office.services.database.write([&](db::Transaction& transaction) -> Result<void> {
        TRY(keep_guardianship({transaction, office, *guardian, at}, told));
        return {};
    });
}

Result<Account> open_sender(const Office& office, const Principal& program) {
    const auto now = office.services.clock.now();
    auto reader = TRY(office.services.database.reader());
    const auto municipality = TRY(directory::find_organisation_by_key(*reader, "1820"));
    reader.reset();
    const auto id = TRY(AccountId::parse(demonstration::account_id));
    Account account{id, municipality.name, municipality.id, {}, true, now};
    account.duplicate_window = std::chrono::hours{24};
    const NewCredential wanted{std::string{demonstration::sender}, std::string{demonstration::secret}, account.id, {}};
    const auto credential = TRY(hashed(office, wanted));
    TRY(office.services.database.write(
        [&](db::Transaction& transaction) { return open_account(transaction, office, program, account, credential); }));
    return account;
}

Result<void> open_integration_of(const Office& office, const Principal& program, const Account& account) {
    Integration fresh;
    fresh.id = TRY(IntegrationId::parse(demonstration::integration_id));
    fresh.name = "Fagsystem (oppdiktet)";
    fresh.organisation_id = account.organisation_id;
    fresh.consumer_number = demonstration::consumer_number;
    fresh.secret_hash = TRY(hashed_secret(office, demonstration::secret));
    fresh.is_invented = true;
    fresh.opened_at = account.opened_at;
    fresh.accounts = {account.id};
    return office.services.database.write(
        [&](db::Transaction& transaction) { return open_integration(transaction, office, program, fresh); });
}

/// Gives the organisation number that the receiver gets post for.
Result<std::string> open_fetcher(const Office& office, const Principal& program, const std::string& folder) {
    const auto now = office.services.clock.now();
    auto reader = TRY(office.services.database.reader());
    const auto bergen = TRY(directory::find_organisation_by_key(*reader, "4601"));
    reader.reset();
    const auto key = crypto::make_cms_key("Samband demonstrasjon", 10);
    TRY(crypto::create_secret_file(fmt::format("{}/{}", folder, demonstration::key_file), key.private_key_pem));
    TRY(crypto::create_secret_file(fmt::format("{}/{}", folder, demonstration::certificate_file), key.certificate_pem));
    const Receiver receiver{ReceiverId::make(now, office.services.random),
                            "Postmottak i Bergen (oppdiktet)",
                            bergen.id,
                            key.certificate_pem,
                            true,
                            now};
    const NewCredential wanted{
        std::string{demonstration::receiver}, std::string{demonstration::secret}, {}, receiver.id};
    const auto credential = TRY(hashed(office, wanted));
    TRY(office.services.database.write([&](db::Transaction& transaction) {
        return open_receiver(transaction, office, program, receiver, {{bergen.organisation_number, {}, 0, receiver.id}},
                             credential);
    }));
    return bergen.organisation_number;
}

} // namespace

Result<void> load_demonstration(const Office& office, const std::string& folder) {
    auto reader = TRY(office.services.database.reader());
    const auto known = TRY(store::credential(*reader, demonstration::sender));
    reader.reset();
    if (known) return {};
    const auto program = the_program("demonstrasjon");
    const auto account = TRY(open_sender(office, program));
    TRY(open_integration_of(office, program, account));
    TRY(add_invented_departments(office, account));
    const auto organisation_number = TRY(open_fetcher(office, program, folder));
    auto principal = program;
    principal.organisation_id = account.organisation_id.to_string();
    for (const auto& letter : invented_letters) {
        TRY(send_letter(office, account, principal, letter, organisation_number));
    }
    TRY(give_invented_delegation(office));
    TRY(add_invented_guardianship(office));
    return print_at_once(office);
}

} // namespace dispatch
