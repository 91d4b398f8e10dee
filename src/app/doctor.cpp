#include "app/program.hpp"
#include "app/run.hpp"
#include "platform/content/antivirus.hpp"
#include "platform/jobs/runner.hpp"
#include "platform/net/http_client.hpp"

#include <filesystem>
#include <fmt/format.h>

namespace app {

namespace {

using namespace std::chrono_literals;
constexpr std::uintmax_t free_bytes_min = 512ull << 20;

/// Prints one line for each thing looked at, and counts those that need somebody.
class Findings {
public:
    void good(std::string_view what, std::string_view found) { fmt::print("  ok      {}: {}\n", what, found); }
    void note(std::string_view what, std::string_view found) { fmt::print("  merk    {}: {}\n", what, found); }
    void bad(std::string_view what, std::string_view found, std::string_view remedy) {
        fmt::print("  FEIL    {}: {}\n          {}\n", what, found, remedy);
        ++count_;
    }
    [[nodiscard]] int count() const { return count_; }

private:
    int count_ = 0;
};

void look_at_disk(Findings& findings, const std::string& folder) {
    std::error_code failure;
    const auto space = std::filesystem::space(folder, failure);
    if (failure) return findings.bad("disk", failure.message(), "Se etter at datamappen finnes og kan skrives.");
    const auto megabytes = space.available >> 20;
    if (space.available < free_bytes_min) {
        return findings.bad("disk", fmt::format("{} MB ledig i {}", megabytes, folder),
                            "Frigjør plass: under 512 MB ledig.");
    }
    findings.good("disk", fmt::format("{} MB ledig i {}", megabytes, folder));
}

void look_at_clock(Findings& findings) {
    // Certificates and tokens are worthless with a clock that is years off.
    const auto now = make_system_clock()->now();
    if (now <
        Instant{std::chrono::sys_days{Date{std::chrono::year{2026}, std::chrono::January, std::chrono::day{1}}}}) {
        return findings.bad("klokke", to_string(now), "Still klokken; bruk NTP.");
    }
    findings.good("klokke", to_string(now));
}

void look_at_key(Findings& findings, const Config& config) {
    const auto& module = config.text("keys.module");
    if (module.empty()) return findings.note("hovednøkkel", "ligger i datamappen; keys.module er ikke satt");
    findings.good("hovednøkkel", fmt::format("forseglet av «{}» gjennom {}", config.text("keys.token"), module));
}

void look_at_address(Findings& findings, const Config& config) {
    const auto& url = config.text("server.public_url");
    if (url.empty())
        return findings.note(
            "adresse",
            "server.public_url er ikke satt; lenker i feeder og e-post bruker adressen programmet lytter på");
    if (!url.starts_with("https://"))
        return findings.note("adresse", url + " er uten TLS; informasjonskapsler blir ikke merket Secure");
    findings.good("adresse", url);
}

void look_at_tls(Findings& findings, const Config& config) {
    const auto& certificate = config.text("server.tls_certificate");
    const auto& key = config.text("server.tls_key");
    if (certificate.empty() != key.empty()) {
        return findings.bad("TLS", "bare ett av sertifikat og nøkkel er satt",
                            "Sett både server.tls_certificate og server.tls_key, eller ingen.");
    }
    for (const auto* file : {&certificate, &key}) {
        if (!file->empty() && !std::filesystem::exists(*file))
            findings.bad("TLS", *file + " finnes ikke", "Rett stien i oppsettet.");
    }
}

/// Whether somebody answers there; what they answer is for those who have a question.
void look_for_answer(Findings& findings, std::string_view what, const std::string& url, std::string_view setting) {
    const auto answer = net::fetch({.url = url, .timeout = 5s});
    if (answer)
        findings.good(what, url);
    else
        findings.bad(what, url + " svarer ikke",
                     fmt::format("Se etter adressen i {} og at nettet slipper fram.", setting));
}

void look_at_registers(Findings& findings, const Config& config) {
    const auto& contacts = config.text("registers.contacts_url");
    if (contacts.empty()) {
        findings.note("registre", "registers.contacts_url er ikke satt; ingen regnes som reservert, og ingen varsles");
    } else {
        look_for_answer(findings, "Kontakt- og reservasjonsregisteret", contacts, "registers.contacts_url");
        look_for_answer(findings, "token til registre", config.text("registers.token_issuer"),
                        "registers.token_issuer");
    }
    if (const auto& people = config.text("registers.people_url"); people.empty())
        findings.note("registre", "registers.people_url er ikke satt; verger får ikke lese post");
    else
        look_for_answer(findings, "Folkeregisteret", people, "registers.people_url");
    const auto& organisations = config.text("registers.organisations_url");
    if (organisations.empty())
        findings.note("registre", "registers.organisations_url er ikke satt; mottakende virksomheter slås ikke opp");
    else
        look_for_answer(findings, "Enhetsregisteret", organisations, "registers.organisations_url");
}

/// Those who carry letters out of here.
void look_at_carriers(Findings& findings, const Config& config) {
    const auto look = [&](std::string_view what, std::string_view setting, std::string_view without) {
        const auto& url = config.text(setting);
        if (url.empty()) return findings.note(what, fmt::format("{} er ikke satt; {}", setting, without));
        look_for_answer(findings, what, url, setting);
    };
    look("aksesspunktet", "digital_mailboxes.url", "ingen brev går til digitale postkasser");
    look("Altinn", "altinn.url", "ingen brev går til innbokser i Altinn");
}

void look_outside(Findings& findings, const Config& config) {
    const auto& issuer = config.text("login.issuer");
    if (!issuer.empty()) {
        const auto answer = net::fetch({.url = issuer + "/.well-known/openid-configuration", .timeout = 5s});
        if (answer && answer->status == 200)
            findings.good("innlogging", issuer);
        else
            findings.bad("innlogging", issuer + " svarer ikke",
                         "Se etter adressen i login.issuer og at nettet slipper fram.");
    } else
        findings.note("innlogging", "login.issuer er ikke satt; ingen kan logge inn med elektronisk ID");
    const auto& jwks = config.text("machine.jwks_url");
    if (!jwks.empty()) {
        const auto answer = net::fetch({.url = jwks, .timeout = 5s});
        if (answer && answer->status == 200)
            findings.good("nøkler for systemer", jwks);
        else
            findings.bad("nøkler for systemer", jwks + " svarer ikke", "Se etter adressen i machine.jwks_url.");
    }
    const auto& clamd = config.text("antivirus.clamd");
    if (clamd.empty())
        findings.note("virussjekk", "antivirus.clamd er ikke satt; dokumenter blir ikke sjekket");
    else if (content::is_scanner_there(clamd, 2s))
        findings.good("virussjekk", clamd);
    else
        findings.bad("virussjekk", clamd + " svarer ikke",
                     "Start clamd. Dokumenter holdes tilbake til den er tilbake.");
    look_at_registers(findings, config);
    look_at_carriers(findings, config);
    if (config.text("mail.smtp_url").empty())
        findings.note("e-post", "mail.smtp_url er ikke satt; varsler vises bare på siden");
}

/// An event from a time that is not yet: the clock has been set back, or was ahead when it was kept.
void look_for_events_to_come(Findings& findings, const Services& services, db::Reader& reader) {
    const auto newest = services.journal.after(reader, services.journal.head() - 1, 1);
    if (!newest || newest->empty()) return;
    const auto at = newest->front().at;
    if (at <= services.clock.now() + 1min) return;
    findings.bad("klokke", fmt::format("den nyeste hendelsen i journalen er fra {}", to_string(at)),
                 "Klokken er stilt tilbake, eller gikk for fort. Se etter NTP.");
}

void look_at_printing(Findings& findings, const Program& program, const i18n::Translator& t) {
    const auto& office = program.office();
    const auto place = office.print_server ? office.print_server->host : office.print_folder;
    if (place.empty())
        return findings.note("utskrift", "verken print_folder eller print_server er satt; brev blir ikke skrevet ut");
    const auto tried = dispatch::try_print_place(office);
    if (tried) return findings.good("utskrift", place);
    findings.bad("utskrift", t.title_of(tried.error()), t.detail_of(tried.error()));
}

/// How much the store has given back; nobody needs to do anything about it.
void look_at_space(Findings& findings, db::Reader& reader) {
    const auto space = dispatch::space_given_back(reader);
    if (!space) return;
    findings.good("plass", fmt::format("{} MB i {} filer er gitt tilbake til disken; {} filer venter",
                                       space->bytes >> 20, space->contents, space->waiting));
}

void look_at_program(Findings& findings, const Config& config) {
    const auto program = Program::open(config, Purpose::maintenance);
    const i18n::Library texts{all_catalogues()};
    const auto& t = texts.in(i18n::Language::nb);
    if (!program) {
        return findings.bad("database og nøkler", t.title_of(program.error()), t.detail_of(program.error()));
    }
    const auto& services = (*program)->services();
    findings.good("database", services.database.dialect() == db::Dialect::sqlite ? "SQLite" : "PostgreSQL");
    findings.good("journal", fmt::format("{} hendelser", services.journal.head()));
    look_at_key(findings, config);
    look_at_printing(findings, **program, t);
    auto reader = services.database.reader();
    if (!reader) return;
    look_for_events_to_come(findings, services, **reader);
    look_at_space(findings, **reader);
    const auto dead = jobs::count_jobs(**reader);
    if (dead && dead->at(jobs::State::dead) > 0) {
        findings.bad("jobber", fmt::format("{} er lagt til side", dead->at(jobs::State::dead)),
                     "Åpne /operations/jobs og se hvorfor.");
    } else
        findings.good("jobber", "ingen er lagt til side");
}

} // namespace

int run_doctor(const Config& config) {
    Findings findings;
    for (const auto& line : config.listing())
        findings.good("innstilling", line);
    look_at_program(findings, config);
    look_at_disk(findings, config.text("data.folder"));
    look_at_clock(findings);
    look_at_address(findings, config);
    look_at_tls(findings, config);
    look_outside(findings, config);
    fmt::print("{}\n", findings.count() == 0 ? "Alt er i orden." : fmt::format("{} ting må rettes.", findings.count()));
    return findings.count() == 0 ? 0 : 1;
}

} // namespace app
