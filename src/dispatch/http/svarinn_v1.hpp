#pragma once
// SvarInn v1 on the wire: what receivers list. Its spelling differs from that of the interface that post is sent
// through. Source: developers.fiks.ks.no "SvarInn REST", svarinn-api-v1.json; what receivers need besides is known
// from their code: some members must never be missing.
#include "dispatch/domain/envelope.hpp"
#include "dispatch/store/dispatch_store.hpp"

namespace dispatch::svarinn_v1 {

using Text = std::optional<std::string>;

struct Avsender {
    std::string adresselinje1, adresselinje2, adresselinje3, navn, poststed, postnr;
};
BOOST_DESCRIBE_STRUCT(Avsender, (), (adresselinje1, adresselinje2, adresselinje3, navn, poststed, postnr))

struct Mottaker {
    std::string adresse1, adresse2, adresse3, postnr, poststed, navn, land;
    Text orgnr, fnr;
};
BOOST_DESCRIBE_STRUCT(Mottaker, (), (adresse1, adresse2, adresse3, postnr, poststed, navn, land, orgnr, fnr))

/// The two numbers first are always there, 0 when not given: receivers read them without asking.
struct Noark {
    std::int64_t sakssekvensnummer = 0, saksaar = 0;
    std::optional<std::int64_t> journalaar, journalsekvensnummer, journalpostnummer;
    Text journalposttype, journalstatus;
    std::optional<std::int64_t> journaldato, dokumentets_dato;
    Text tittel, saks_behandler;
    std::vector<Extra> ekstra_metadata;
};
BOOST_DESCRIBE_STRUCT(Noark, (),
                      (sakssekvensnummer, saksaar, journalaar, journalsekvensnummer, journalpostnummer, journalposttype,
                       journalstatus, journaldato, dokumentets_dato, tittel, saks_behandler, ekstra_metadata))

struct NoarkForImport {
    std::int64_t sakssekvensnummer = 0, saksaar = 0;
    Text journalposttype, journalstatus;
    std::optional<std::int64_t> dokumentets_dato;
    Text tittel, mappe_id, system_id, registrerings_id;
};
BOOST_DESCRIBE_STRUCT(NoarkForImport, (),
                      (sakssekvensnummer, saksaar, journalposttype, journalstatus, dokumentets_dato, tittel, mappe_id,
                       system_id, registrerings_id))

struct Filmetadata {
    std::string filnavn, mimetype, sha256hash, dokument_type;
    std::int64_t size = 0;
    std::vector<Extra> ekstra_metadata;
};
BOOST_DESCRIBE_STRUCT(Filmetadata, (), (filnavn, mimetype, sha256hash, dokument_type, size, ekstra_metadata))

/// "ledetekst" is one word here, and two on the way in.
struct Lenke {
    std::string ledetekst, url_lenke, url_tekst;
};
BOOST_DESCRIBE_STRUCT(Lenke, (), (ledetekst, url_lenke, url_tekst))

struct Forsendelse {
    Avsender avsender;
    Mottaker mottaker;
    std::string id, tittel;
    std::int64_t date = 0; ///< Milliseconds since 1970.
    Noark metadata_fra_avleverende_system;
    std::optional<NoarkForImport> metadata_for_import;
    std::string status, niva;
    std::vector<Filmetadata> filmetadata;
    Mottaker svar_sendes_til;
    Text svar_pa_forsendelse;
    std::string forsendelse_type, ekstern_ref;
    std::vector<Lenke> lenker;
    std::string download_url, avgivende_system;
    bool taushetsbelagt_post = false;
};
BOOST_DESCRIBE_STRUCT(Forsendelse, (),
                      (avsender, mottaker, id, tittel, date, metadata_fra_avleverende_system, metadata_for_import,
                       status, niva, filmetadata, svar_sendes_til, svar_pa_forsendelse, forsendelse_type, ekstern_ref,
                       lenker, download_url, avgivende_system, taushetsbelagt_post))

struct MottakFeilet {
    Text feilmelding;
    std::optional<bool> permanent;
};
BOOST_DESCRIBE_STRUCT(MottakFeilet, (), (feilmelding, permanent))

Mottaker party_shown(const Party&);
/// A waiting dispatch in the receiver's words.
Forsendelse shown(const Dispatch&, const Envelope&, const PostalAddress& sender, std::string_view public_url);

} // namespace dispatch::svarinn_v1
