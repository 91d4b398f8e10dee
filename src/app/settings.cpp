#include "app/config.hpp"

#include <array>
#include <fmt/format.h>

namespace app {

namespace {

using enum SettingType;

constexpr std::array table{
    Setting{"server.address", text, "127.0.0.1", 0, 0, "Adressen programmet lytter på. 0.0.0.0 betyr alle."},
    Setting{"server.port", number, "8080", 0, 65535, "Porten programmet lytter på. 0 velger en ledig port."},
    Setting{"server.public_url", text, "", 0, 0,
            "Adressen folk bruker, uten skråstrek til slutt. Tom: adressen og porten over."},
    Setting{"server.io_threads", number, "0", 0, 64, "Tråder for nettverket. 0: like mange som kjerner."},
    Setting{"server.workers", number, "128", 2, 1024, "Tråder som svarer på forespørsler."},
    Setting{"server.connections_max", number, "12000", 16, 100000, "Så mange tilkoblinger godtas samtidig."},
    Setting{"server.watchers_max", number, "10000", 0, 100000,
            "Så mange kan følge direkte med samtidig, utenom tilkoblingene over."},
    Setting{"server.stop_timeout_s", number, "20", 1, 600,
            "Så lenge får det som er i gang, gjøre seg ferdig ved stopp."},
    Setting{"server.requests_per_minute", number, "1200", 10, 10000000,
            "Så mange forespørsler i minuttet godtas fra hver avsender."},
    Setting{"server.tls_certificate", path, "", 0, 0,
            "Sertifikatkjede i PEM. Tom: uten TLS, bak en omvendt mellomtjener."},
    Setting{"server.tls_key", path, "", 0, 0, "Privatnøkkelen til sertifikatet, i PEM."},
    Setting{"server.is_behind_proxy", truth, "no", 0, 0,
            "Tro på X-Forwarded-For og X-Forwarded-Proto fra mellomtjeneren foran."},
    Setting{"site.owner", text, "", 0, 0,
            "Hvem som svarer for tjenesten. Står i bunnen av hver side. Tom: ingen nevnes."},
    Setting{"site.contact", text, "", 0, 0,
            "E-postadresse for spørsmål om tilgjengelighet og personvern. Tom: sidene sier at ingen er oppgitt."},
    Setting{"data.folder", path, "samband-data", 0, 0, "Mappen for nøkler, filer og den innebygde databasen."},
    Setting{"keys.module", path, "", 0, 0,
            "Biblioteket til nøkkelenheten som forsegler hovednøkkelen (PKCS#11). Tom: nøkkelen ligger i datamappen."},
    Setting{"keys.token", text, "", 0, 0, "Navnet nøkkelenheten har fått."},
    Setting{"keys.label", text, "samband", 0, 0, "Navnet på AES-nøkkelen i enheten."},
    Setting{"keys.pin", secret, "", 0, 0, "PIN-koden til brukeren av enheten. Sett den helst som SAMBAND_KEYS_PIN."},
    Setting{"database.url", secret, "", 0, 0,
            "sqlite:FIL eller postgresql://… Tom: den innebygde databasen i datamappen."},
    Setting{"database.readers_max", number, "8", 1, 256, "Så mange forbindelser leser samtidig."},
    Setting{"database.wait_ms_max", number, "5000", 10, 600000,
            "Så lenge ventes det på en ledig forbindelse eller en lås."},
    Setting{"jobs.workers", number, "4", 1, 64, "Tråder for arbeid i bakgrunnen."},
    Setting{"log.level", text, "info", 0, 0, "debug, info, warning eller error."},
    Setting{"log.file", path, "", 0, 0, "Loggfil. Tom: standard feilstrøm."},
    Setting{"login.issuer", text, "", 0, 0,
            "Utstederen hos ID-porten eller Ansattporten. Tom: ingen innlogging med eID."},
    Setting{"login.client_id", text, "", 0, 0, "Klient-id hos utstederen."},
    Setting{"login.client_secret", secret, "", 0, 0, "Klienthemmelighet hos utstederen."},
    Setting{"login.assurance_min", text, "idporten-loa-substantial", 0, 0, "Laveste sikkerhetsnivå (acr) som godtas."},
    Setting{"login.altinn_services", text, "", 0, 0,
            "Tjenester og ressurser i Altinn som sier hvem folk kan opptre for, med mellomrom mellom: "
            "urn:altinn:resource:samband-representant. Bare Ansattporten. Tom: det spørres ikke."},
    Setting{"login.altinn_post_services", text, "", 0, 0,
            "De som bare gir tilgang til posten til virksomheten: lese den, og se og stoppe det som er sendt."},
    Setting{"login.session_hours", number, "10", 1, 24, "Så lenge varer en innlogging."},
    Setting{"login.idle_minutes", number, "60", 5, 1440, "Så lenge kan man være borte før innloggingen slutter."},
    Setting{"machine.issuer", text, "", 0, 0, "Utstederen av tilgangstoken for systemer (Maskinporten). Tom: ingen."},
    Setting{"machine.jwks_url", text, "", 0, 0, "Der utstederens offentlige nøkler hentes."},
    Setting{"machine.audience", text, "", 0, 0, "Verdien aud skal ha. Tom: den offentlige adressen."},
    Setting{"mail.smtp_url", secret, "", 0, 0, "smtp://… eller smtps://… for e-postvarsler. Tom: ingen sendes."},
    Setting{"mail.sender", text, "samband@localhost", 0, 0, "Avsenderadressen i e-postvarsler."},
    Setting{"registers.token_issuer", text, "", 0, 0,
            "Utstederen som gir token til oppslag i nasjonale registre (Maskinporten). Tom: det slås ikke opp."},
    Setting{"registers.client_id", text, "", 0, 0, "Klient-id hos den utstederen."},
    Setting{"registers.key_file", path, "", 0, 0, "Klientens privatnøkkel i PEM, bare lesbar for eieren."},
    Setting{"registers.key_id", text, "", 0, 0, "Nøkkelens kid hos utstederen. Tom: klient-id."},
    Setting{"registers.contacts_url", text, "", 0, 0,
            "Kontakt- og reservasjonsregisteret, fram til /rest. Tom: ingen regnes som reservert, og ingen varsles."},
    Setting{"registers.organisations_url", text, "", 0, 0,
            "Enhetsregisteret, fram til /enheter. Tom: mottakende virksomheter slås ikke opp."},
    Setting{"registers.people_url", text, "", 0, 0,
            "Folkeregisteret, fram til /personer. Tom: verger får ikke lese post."},
    Setting{"digital_mailboxes.url", text, "", 0, 0,
            "Aksesspunktet for digitale postkasser, fram til /messages. Tom: ingen brev går dit."},
    Setting{"digital_mailboxes.certificate", path, "", 0, 0,
            "Virksomhetssertifikatet brevene signeres med, og utstederne av det, i PEM."},
    Setting{"digital_mailboxes.key_file", path, "", 0, 0,
            "Privatnøkkelen til sertifikatet i PEM, bare lesbar for eieren."},
    Setting{"digital_mailboxes.trusted", path, "", 0, 0,
            "Sertifikater i PEM som postkassenes kvitteringer må føre til."},
    Setting{"altinn.url", text, "", 0, 0,
            "Adressen til Altinn, fram til /correspondence. Tom: ingen brev går til innbokser i Altinn."},
    Setting{"altinn.resource", text, "", 0, 0, "Meldingstjenesten i Altinn brevene sendes under."},
    Setting{"altinn.confidential_resource", text, "", 0, 0,
            "Meldingstjenesten for taushetsbelagt post. Tom: slik post går ikke til Altinn."},
    Setting{"altinn.subscription_key", secret, "", 0, 0, "Abonnementsnøkkelen til Altinns API, der den kreves."},
    Setting{"sms.gateway_url", text, "", 0, 0, "Der SMS-leverandøren tar imot meldinger. Tom: ingen SMS sendes."},
    Setting{"sms.gateway_secret", secret, "", 0, 0, "Nøkkelen som sendes som X-API-Key."},
    Setting{"sms.sender", text, "Samband", 0, 0, "Avsenderen som står på telefonen, høyst 11 tegn."},
    Setting{"dispatch.notices_from", number, "7", 0, 23, "Fra denne timen på døgnet varsles folk om brev."},
    Setting{"dispatch.notices_until", number, "21", 1, 24, "Til denne timen på døgnet varsles folk om brev."},
    Setting{"dispatch.paper_letter_oere", number, "0", 0, 1'000'000,
            "Prisen for et brev på papir i Norge, i øre, til forhåndssvar. 0: ikke oppgitt."},
    Setting{"dispatch.paper_letter_europe_oere", number, "0", 0, 1'000'000, "Det samme til andre land i Europa."},
    Setting{"dispatch.paper_letter_world_oere", number, "0", 0, 1'000'000, "Det samme til resten av verden."},
    Setting{"antivirus.clamd", text, "", 0, 0,
            "clamd: en vert:port eller en sokkel. Tom: dokumenter virussjekkes ikke."},
    Setting{
        "dispatch.print_folder", path, "", 0, 0,
        "Mappen der trykkeriet henter utskrifter og legger kvitteringer. Tom, uten print_server: ingen brev skrives "
        "ut."},
    Setting{"dispatch.print_server", text, "", 0, 0,
            "Mappen på trykkeriets egen maskin, i stedet: sftp://bruker@vert:port/mappe."},
    Setting{"dispatch.print_known_hosts", path, "", 0, 0,
            "Fil med nøkkelen til trykkeriets maskin, slik OpenSSH skriver known_hosts."},
    Setting{"dispatch.print_key", path, "", 0, 0,
            "Privatnøkkelen som Samband logger inn hos trykkeriet med, uten passord (Ed25519 eller ECDSA)."},
    Setting{"dispatch.print_password_file", path, "", 0, 0,
            "Fil med passordet hos trykkeriet på første linje, når det ikke brukes nøkkel."},
};

} // namespace

std::span<const Setting> settings() {
    return table;
}

static std::string_view type_in_words(SettingType type) {
    switch (type) {
    case SettingType::text:
        return "tekst";
    case SettingType::number:
        return "tall";
    case SettingType::truth:
        return "yes eller no";
    case SettingType::path:
        return "sti";
    case SettingType::secret:
        return "hemmelig tekst";
    }
    return "";
}

std::string settings_page() {
    std::string page = "| innstilling | type | standard | betydning |\n|---|---|---|---|\n";
    for (const auto& setting : table) {
        auto type = std::string{type_in_words(setting.type)};
        if (setting.type == number) type += fmt::format(" {}–{}", setting.least, setting.most);
        page += fmt::format("| `{}` | {} | {} | {} |\n", setting.name, type,
                            setting.otherwise.empty() ? "" : fmt::format("`{}`", setting.otherwise), setting.meaning);
    }
    return page;
}

} // namespace app
