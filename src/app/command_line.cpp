#include "app/command_line.hpp"

#include "app/config.hpp"
#include "platform/version.hpp"

#include <CLI/CLI.hpp>

namespace app {

static void add_settings(CLI::App& program, CommandLine& command) {
    for (const auto& setting : settings()) {
        const auto name = std::string{setting.name};
        program
            .add_option_function<std::string>(
                "--" + name, [&command, name](const std::string& value) { command.settings[name] = value; },
                std::string{setting.meaning})
            ->group("Innstillinger")
            ->type_name(setting.otherwise.empty() ? "VERDI" : "[" + std::string{setting.otherwise} + "]");
    }
    program
        .add_option_function<std::string>(
            "--database", [&command](const std::string& value) { command.settings["database.url"] = value; },
            "Kortform for --database.url")
        ->group("Innstillinger");
    program.add_option("--config", command.config_file, "Fil med innstillinger, én «navn = verdi» på hver linje");
}

static CLI::App* add_verb(CLI::App& program, CommandLine& command, Verb verb, const char* name, const char* meaning) {
    auto* added = program.add_subcommand(name, meaning);
    added->fallthrough(); // settings may stand after the verb too
    added->callback([&command, verb] { command.verb = verb; });
    return added;
}

static void add_send(CLI::App& program, CommandLine& command) {
    auto* send = add_verb(program, command, Verb::send, "send",
                          "Send digital post: send --to NUMMER --name NAVN --title TITTEL FIL…, eller en liste. "
                          "Kan begynnes på nytt; ingenting sendes to ganger");
    send->add_option("--server", command.server, "Adressen til Samband, for eksempel https://samband.example");
    send->add_option("--account", command.account, "Avsenderkontoens brukernavn");
    send->add_option("--secret-file", command.secret_file, "Fil med passordet, lesbar bare for eieren");
    send->add_option("--to", command.to, "Fødselsnummer eller organisasjonsnummer");
    send->add_option("--name", command.recipient, "Mottakerens navn");
    send->add_option("--title", command.title, "Brevets tittel");
    send->add_option("--reference", command.reference, "Avsenders referanse");
    send->add_option("--department", command.department, "Nøkkelen til avdelingen i virksomheten");
    send->add_option("--type", command.dispatch_type, "Forsendelsestypen");
    send->add_option("--batch", command.batch,
                     "Liste i CSV med kolonnene to, name, title og files, og line1, postalCode, town, reference, "
                     "department, dispatchType og digitalOnly når de trengs");
    send->add_option("files", command.files, "Dokumentene, i rekkefølge");
}

static CLI::App* add_action(CLI::App& verb, PostSystemWords& words, const char* name, const char* meaning) {
    auto* added = verb.add_subcommand(name, meaning);
    added->fallthrough();
    added->callback([&words, name] { words.action = name; });
    return added;
}

static void add_kind(CLI::App& action, PostSystemWords& words) {
    action.add_option("kind", words.kind, "account: avsenderkonto; integration: integrasjon; receiver: mottakersystem")
        ->required()
        ->check(CLI::IsMember({"account", "integration", "receiver"}));
}

static void add_post_systems(CLI::App& program, CommandLine& command) {
    auto& words = command.post_system;
    auto* verb = add_verb(program, command, Verb::post_systems, "post-systems",
                          "Avsenderkontoer, integrasjoner og mottakersystemer: list, open, secret, close");
    verb->require_subcommand(1);
    auto* list = add_action(*verb, words, "list", "Skriv ut dem som finnes");
    list->add_option("--organisation", words.organisation, "Bare denne virksomhetens: nummer eller kortnavn");
    auto* open = add_action(*verb, words, "open", "Åpne et nytt; passordet vises bare nå");
    add_kind(*open, words);
    open->add_option("--organisation", words.organisation, "Virksomheten: nummer eller kortnavn")->required();
    open->add_option("--name", words.name, "Navnet folk kjenner det ved")->required();
    open->add_option("--user-name", words.user_name, "account, receiver: brukernavnet");
    open->add_option("--retention-days", words.retention_days, "account: så mange dager oppbevares innholdet");
    open->add_option("--return-address", words.return_address,
                     "account: en linje av returadressen på papir, under navnet; kan gjentas");
    open->add_option("--consumer", words.consumer, "integration: organisasjonsnummeret tokenene gjelder");
    open->add_option("--account", words.accounts, "integration: id-en til en konto den får sende for; kan gjentas");
    open->add_option("--certificate", words.certificate_file, "receiver: fil med sertifikatet, i PEM");
    open->add_option("--type", words.dispatch_type, "receiver: bare denne forsendelsestypen");
    open->add_option("--alert-mail", words.alert_mail, "account, receiver: e-postadressen varsler går til");
    open->add_option("--level", words.level, "receiver: bare dette sikkerhetsnivået, 3 eller 4");
    auto* secret = add_action(*verb, words, "secret", "Lag et nytt passord, som vises bare nå");
    add_kind(*secret, words);
    secret->add_option("id", words.id, "System-id")->required();
    secret->add_option("--overlap-hours", words.overlap_hours, "Så lenge gjelder det gamle også")
        ->capture_default_str();
    auto* close = add_action(*verb, words, "close", "Lukk for godt");
    add_kind(*close, words);
    close->add_option("id", words.id, "System-id")->required();
}

static void add_verbs(CLI::App& program, CommandLine& command) {
    add_verb(program, command, Verb::serve, "serve", "Kjør tjeneren");
    auto* demo = add_verb(program, command, Verb::demo, "demo",
                          "Kjør tjeneren med oppdiktede saker og personer, bare på denne maskinen");
    demo->add_flag("--keep", command.keeps_data, "Fortsett med dataene fra forrige gang");
    auto* import = add_verb(program, command, Verb::import_, "import",
                            "Hent inn data: import map FIL, import oparl ADRESSE-ELLER-MAPPE");
    import->add_option("kind", command.kind, "map: Kartverkets kommunegrenser; oparl: et OParl-system")
        ->required()
        ->check(CLI::IsMember({"map", "oparl"}));
    import->add_option("files", command.files, "Filer; for oparl en adresse eller en mappe")->required();
    import->add_option("--source", command.source, "oparl: navnet kilden skal ha her");
    import->add_option("--allow-origin", command.allowed_origins,
                       "oparl: enda et sted objektene kan ligge, for eksempel https://filer.example");
    import->add_flag("--full", command.is_full, "oparl: les alt, ikke bare det som er nytt");
    import->add_option("--valid-from", command.valid_from, "Første dag grensene gjelder, ÅÅÅÅ-MM-DD");
    auto* export_ = add_verb(program, command, Verb::export_, "export",
                             "Skriv ut data: export journal, export case NUMMER, export noark ORGAN MAPPE, "
                             "export oparl KILDE MAPPE");
    export_->add_option("kind", command.kind, "journal, case, noark eller oparl")
        ->required()
        ->check(CLI::IsMember({"journal", "case", "noark", "oparl"}));
    export_->add_option("number", command.case_number,
                        "Saksnummer, for eksempel 19/03109, organets kortnavn eller OParl-kilden");
    export_->add_option("folder", command.folder, "noark og oparl: mappen det skrives til");
    export_->add_option("--retention", command.retention_file, "noark: bevaringsplan, JSON");
    export_->add_option("--output", command.output, "Fil det skrives til; standard ut når den mangler");
    auto* verify = add_verb(program, command, Verb::verify, "verify", "Regn journalen ut på nytt og si om den holder");
    verify->add_flag("--offline", command.is_offline, "Bare filene, uten database");
    verify->add_option("--noark", command.package, "Mappen med en Noark 5-pakke som skal prøves");
    verify->add_option("--receipt", command.receipt,
                       "Kvittering for en forsendelse; dokumenter som nevnes etter den, må stå i den");
    verify->add_option("--keys", command.keys, "Nøklene kvitteringen skal være signert med, fra /receipt-keys");
    verify->add_option("files", command.files, "Utskrifter som skal prøves");
    add_verb(program, command, Verb::doctor, "doctor", "Se etter feil i oppsettet og si hva som må gjøres");
    add_verb(program, command, Verb::backup, "backup", "Ta en sikkerhetskopi mens programmet kjører: backup MAPPE")
        ->add_option("files", command.files, "Mappen kopien legges i")
        ->required();
    auto* restore =
        add_verb(program, command, Verb::restore, "restore", "Legg tilbake en sikkerhetskopi: restore MAPPE");
    restore->add_option("files", command.files, "Mappen kopien ligger i")->required();
    restore->add_flag("--force", command.is_forced, "Erstatt det som er i datamappen");
    add_send(program, command);
    auto* token =
        add_verb(program, command, Verb::token, "token",
                 "Hent et tilgangstoken fra Maskinporten, eller fra demonstrasjonen når ingen utsteder er nevnt");
    token->add_option("--issuer", command.issuer, "Utstederen, for eksempel https://test.maskinporten.no/");
    token->add_option("--client", command.client, "Klientens id")->capture_default_str();
    token->add_option("--key", command.key_file, "Klientens private RSA-nøkkel, i PEM");
    token->add_option("--key-id", command.key_id, "Nøkkelens kid; klientens id når den mangler");
    token->add_option("--scope", command.scope, "Det tokenet skal gjelde")->capture_default_str();
    token->add_option("--resource", command.resource, "Adressen tokenet skal brukes mot (aud)");
    add_post_systems(program, command);
    add_verb(program, command, Verb::seal_key, "seal-key",
             "La nøkkelenheten (keys.module) forsegle hovednøkkelen; lager nøkkelen i enheten når den mangler")
        ->add_option("--previous", command.previous_label, "Navnet på nøkkelen som har forseglet til nå, ved bytte");
    add_verb(program, command, Verb::routes, "routes", "Skriv ut alle adresser med retten de krever");
    add_verb(program, command, Verb::settings, "settings", "Skriv ut alle innstillinger");
}

Parsed parse_command_line(int count, const char* const* words) {
    CommandLine command;
    CLI::App program{"Samband: felles digitalisering i kommunal sektor", "samband"};
    program.set_version_flag("--version", std::string{version()});
    program.require_subcommand(1);
    add_settings(program, command);
    add_verbs(program, command);
    try {
        program.parse(count, words);
    } catch (const CLI::ParseError& mistake) {
        return {{}, program.exit(mistake)};
    }
    return {command, 0};
}

} // namespace app
