#pragma once
// SvarInn v2 on the wire. Source: developers.fiks.ks.no, svarinn-api-v2.json. v1's code for receivers shows which
// members must never be missing; the same holds here.
#include "dispatch/http/receiving.hpp"
#include "platform/json/described.hpp"

namespace dispatch::svarinn_v2 {

using Text = std::optional<std::string>;

struct Avsender {
    std::string navn, adresselinje1, adresselinje2, adresselinje3, postnummer, poststed;
};
BOOST_DESCRIBE_STRUCT(Avsender, (), (navn, adresselinje1, adresselinje2, adresselinje3, postnummer, poststed))

struct Part {
    std::string navn, adresselinje1, adresselinje2, adresselinje3, postnummer, poststed, land;
    Text organisasjonsnummer, fodselsnummer;
};
BOOST_DESCRIBE_STRUCT(Part, (),
                      (navn, adresselinje1, adresselinje2, adresselinje3, postnummer, poststed, land,
                       organisasjonsnummer, fodselsnummer))

/// The two numbers first are always there, 0 when not given.
struct Noark {
    std::int64_t sakssekvensnummer = 0, saksaar = 0;
    std::optional<std::int64_t> journalaar, journalsekvensnummer, journalpostnummer;
    Text journalposttype, journalstatus;
    std::optional<Instant> journaldato, dokumentets_dato;
    Text tittel, saksbehandler;
    std::vector<Extra> virksomhetsspesifikke_metadata;
};
BOOST_DESCRIBE_STRUCT(Noark, (),
                      (sakssekvensnummer, saksaar, journalaar, journalsekvensnummer, journalpostnummer, journalposttype,
                       journalstatus, journaldato, dokumentets_dato, tittel, saksbehandler,
                       virksomhetsspesifikke_metadata))

struct MappeId {
    Text mappe_id, system_id;
    std::optional<std::int64_t> saksaar, sakssekvensnummer;
};
BOOST_DESCRIBE_STRUCT(MappeId, (), (mappe_id, system_id, saksaar, sakssekvensnummer))

struct JournalpostId {
    Text system_id, registrerings_id;
    std::optional<std::int64_t> journalpostnummer;
};
BOOST_DESCRIBE_STRUCT(JournalpostId, (), (system_id, registrerings_id, journalpostnummer))

struct NoarkForImport {
    MappeId mappe_id;
    JournalpostId journalpost_id;
    Text journalposttype, journalstatus;
    std::optional<Instant> dokumentets_dato;
    Text tittel;
};
BOOST_DESCRIBE_STRUCT(NoarkForImport, (),
                      (mappe_id, journalpost_id, journalposttype, journalstatus, dokumentets_dato, tittel))

struct Fil {
    std::string filnavn, mime_type, hash, type;
    std::int64_t storrelse = 0;
    std::vector<Extra> ekstra_metadata;
};
BOOST_DESCRIBE_STRUCT(Fil, (), (filnavn, mime_type, hash, type, storrelse, ekstra_metadata))

struct Lenke {
    std::string ledetekst, lenke, tekst;
};
BOOST_DESCRIBE_STRUCT(Lenke, (), (ledetekst, lenke, tekst))

struct Forsendelse {
    std::string id;
    Avsender avsender;
    Part mottaker;
    std::string tittel;
    Instant dato;
    Noark metadata_fra_avleverende_system;
    std::optional<NoarkForImport> metadata_for_import;
    std::string sikkerhetsniva;
    std::vector<Fil> filer;
    Part svar_sendes_til;
    Text svar_pa_forsendelse;
    std::string type, ekstern_ref;
    std::vector<Lenke> lenker;
    std::string nedlastingslenke, avgivende_system;
    bool taushetsbelagt_post = false;
};
BOOST_DESCRIBE_STRUCT(Forsendelse, (),
                      (id, avsender, mottaker, tittel, dato, metadata_fra_avleverende_system, metadata_for_import,
                       sikkerhetsniva, filer, svar_sendes_til, svar_pa_forsendelse, type, ekstern_ref, lenker,
                       nedlastingslenke, avgivende_system, taushetsbelagt_post))

struct Feil {
    Text feilmelding;
    std::optional<bool> permanent;
};
BOOST_DESCRIBE_STRUCT(Feil, (), (feilmelding, permanent))

struct Statusoppdatering {
    Text status;
    std::optional<Feil> feil;
};
BOOST_DESCRIBE_STRUCT(Statusoppdatering, (), (status, feil))

/// A waiting dispatch in the receiver's words; base: what the list was asked for under, "https://…/api/svarinn/v2".
Forsendelse shown(const receiving::Waiting&, std::string_view base);

} // namespace dispatch::svarinn_v2
