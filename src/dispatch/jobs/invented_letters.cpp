#include "dispatch/jobs/invented_letters.hpp"

#include "dispatch/actions/accept_dispatch.hpp"
#include "dispatch/actions/answer_letter.hpp"
#include "dispatch/actions/uploads.hpp"
#include "dispatch/demonstration.hpp"
#include "dispatch/domain/example_pdf.hpp"
#include "dispatch/jobs/check_dispatch.hpp"
#include "dispatch/jobs/invented_readers.hpp"

#include <array>

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

} // namespace

Result<void> send_invented_letters(const Office& office, const Account& account,
                                   const std::string& organisation_number) {
    auto sender = the_program("demonstrasjon");
    sender.organisation_id = account.organisation_id.to_string();
    for (const auto& letter : invented_letters)
        TRY(send_letter(office, account, sender, letter, organisation_number));
    return {};
}

} // namespace dispatch
