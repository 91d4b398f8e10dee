#pragma once
// SvarUt REST v2 on the wire. Source: ks-no/fiks-svarut-specs, the nine documents of v2.
#include "dispatch/domain/envelope.hpp"
#include "dispatch/http/wire.hpp"
#include "dispatch/store/dispatch_store.hpp"

namespace dispatch::svarut_v2 {

template <class T>
using Maybe = std::optional<T>;
using Text = std::optional<std::string>;

// --- What clients send. Every member may be null or left out; what is needed is asked for afterwards, all at once. ---

/// digitalId is the number of a person or of an organisation; its length tells which.
struct Adresse {
    Text navn, digital_id, adresselinje1, adresselinje2, adresselinje3, poststed, postnummer, land;
};
BOOST_DESCRIBE_STRUCT(Adresse, (),
                      (navn, digital_id, adresselinje1, adresselinje2, adresselinje3, poststed, postnummer, land))

struct EkstraMetadata {
    Text key, value;
};
BOOST_DESCRIBE_STRUCT(EkstraMetadata, (), (key, value))

struct Dokument {
    Text filnavn, mime_type, dokument_type;
    Maybe<bool> skal_signeres, skal_ekskluderes_fra_utskrift, inneholder_personsensitiv_informasjon;
    Maybe<std::vector<std::int64_t>> giroark_sider;
    Maybe<std::vector<EkstraMetadata>> ekstra_metadata;
};
BOOST_DESCRIBE_STRUCT(Dokument, (),
                      (filnavn, mime_type, dokument_type, skal_signeres, skal_ekskluderes_fra_utskrift,
                       inneholder_personsensitiv_informasjon, giroark_sider, ekstra_metadata))

struct Lenke {
    Text url, tekst, ledetekst;
};
BOOST_DESCRIBE_STRUCT(Lenke, (), (url, tekst, ledetekst))

struct Utskriftskonfigurasjon {
    Maybe<bool> utskrift_med_farger, tosidig;
};
BOOST_DESCRIBE_STRUCT(Utskriftskonfigurasjon, (), (utskrift_med_farger, tosidig))

/// All lower case where v1 writes saksSekvensNummer; and times where v1 has milliseconds.
struct Noark {
    Text mappe_id, mappe_system_id, system_id, registrerings_id;
    Maybe<std::int64_t> saksaar, sakssekvensnummer, journalaar, journalsekvensnummer, journalpostnummer;
    Text journalposttype, journalstatus, tittel, saksbehandler;
    Maybe<Instant> journaldato, dokumentets_dato;
    Maybe<std::vector<EkstraMetadata>> ekstra_metadata;
};
BOOST_DESCRIBE_STRUCT(Noark, (),
                      (mappe_id, mappe_system_id, system_id, registrerings_id, saksaar, sakssekvensnummer, journalaar,
                       journalsekvensnummer, journalpostnummer, journalposttype, journalstatus, tittel, saksbehandler,
                       journaldato, dokumentets_dato, ekstra_metadata))

struct Forsendelse {
    Text tittel;
    Maybe<Adresse> mottaker, svar_sendes_til;
    Maybe<std::vector<std::string>> eksponert_for;
    Text avgivende_system, avgivende_system_aktor, konteringskode, forsendelsestype, ekstern_referanse, korrelasjonsid,
        svar_pa_forsendelse, signatur_type;
    Maybe<bool> kun_digital_levering, kryptert, krev_niva4_innlogging, svar_pa_forsendelse_link, taushetsbelagt_post;
    Maybe<Utskriftskonfigurasjon> utskriftskonfigurasjon;
    Maybe<Noark> metadata_fra_avleverende_system, metadata_for_import;
    Maybe<std::vector<Dokument>> dokumenter;
    Maybe<std::vector<Lenke>> lenker;
    Maybe<Instant> signering_utloper;
};
BOOST_DESCRIBE_STRUCT(Forsendelse, (),
                      (tittel, mottaker, svar_sendes_til, eksponert_for, avgivende_system, avgivende_system_aktor,
                       konteringskode, forsendelsestype, ekstern_referanse, korrelasjonsid, svar_pa_forsendelse,
                       signatur_type, kun_digital_levering, kryptert, krev_niva4_innlogging, svar_pa_forsendelse_link,
                       taushetsbelagt_post, utskriftskonfigurasjon, metadata_fra_avleverende_system,
                       metadata_for_import, dokumenter, lenker, signering_utloper))

struct LestAv {
    Text fnr, eksternt_systemnavn;
    Maybe<Instant> tidspunkt;
};
BOOST_DESCRIBE_STRUCT(LestAv, (), (fnr, eksternt_systemnavn, tidspunkt))

// --- What they get. ---

struct ForsendelseId {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(ForsendelseId, (), (id))

struct ForsendelseStatus {
    std::string id;
    Instant siste_status_endring;
    std::string status;
};
BOOST_DESCRIBE_STRUCT(ForsendelseStatus, (), (id, siste_status_endring, status))

struct Statuser {
    std::vector<ForsendelseStatus> statuser;
};
BOOST_DESCRIBE_STRUCT(Statuser, (), (statuser))

struct ForsendelseIds {
    std::vector<std::string> forsendelse_ids;
};
BOOST_DESCRIBE_STRUCT(ForsendelseIds, (), (forsendelse_ids))

struct ReferertForsendelse {
    std::string id;
    Instant dato;
    Text avgivende_system;
    std::string status;
};
BOOST_DESCRIBE_STRUCT(ReferertForsendelse, (), (id, dato, avgivende_system, status))

struct ReferertForsendelser {
    std::vector<ReferertForsendelse> forsendelser;
};
BOOST_DESCRIBE_STRUCT(ReferertForsendelser, (), (forsendelser))

struct Hendelse {
    Instant tidspunkt;
    std::string hendelse;
};
BOOST_DESCRIBE_STRUCT(Hendelse, (), (tidspunkt, hendelse))

struct Hendelser {
    std::vector<Hendelse> hendelser;
};
BOOST_DESCRIBE_STRUCT(Hendelser, (), (hendelser))

struct Signeringshendelse {
    Instant tidspunkt;
    std::string status, hendelse;
};
BOOST_DESCRIBE_STRUCT(Signeringshendelse, (), (tidspunkt, status, hendelse))

struct Signeringshendelser {
    std::vector<Signeringshendelse> hendelser;
};
BOOST_DESCRIBE_STRUCT(Signeringshendelser, (), (hendelser))

struct DokumentMetadata {
    std::string filnavn, mime_type, dokument_type;
    std::int64_t storrelse = 0;
    std::string sha256_hash, nedlasning_url;
    bool kan_signeres = false;
    Text signering_url;
    std::vector<Extra> ekstra_metadata;
    bool inneholder_personsensitiv_informasjon = false;
};
BOOST_DESCRIBE_STRUCT(DokumentMetadata, (),
                      (filnavn, mime_type, dokument_type, storrelse, sha256_hash, nedlasning_url, kan_signeres,
                       signering_url, ekstra_metadata, inneholder_personsensitiv_informasjon))

struct Metadata {
    std::vector<DokumentMetadata> dokumenter;
};
BOOST_DESCRIBE_STRUCT(Metadata, (), (dokumenter))

struct Forsendelsestyper {
    std::vector<std::string> forsendelsestyper;
};
BOOST_DESCRIBE_STRUCT(Forsendelsestyper, (), (forsendelsestyper))

struct Mottakersystem {
    std::string id, navn, organisasjonsnummer, forsendelse_type;
    std::int64_t niva = 0;
};
BOOST_DESCRIBE_STRUCT(Mottakersystem, (), (id, navn, organisasjonsnummer, forsendelse_type, niva))

struct Mottakersystemer {
    std::vector<Mottakersystem> mottakersystemer;
};
BOOST_DESCRIBE_STRUCT(Mottakersystemer, (), (mottakersystemer))

/// The sender's words as the envelope that all interfaces share.
Envelope envelope_of(const Forsendelse&);
wire::Words words();
http::Response refusal(const http::Call&, const Error&);

// What v3 writes as v2 does.
Party party_numbered(std::string digital_id);
ArchiveReference reference_of(const Noark&);
std::vector<Extra> extras_of(const Maybe<std::vector<EkstraMetadata>>&);
std::vector<Hyperlink> links_of(const Maybe<std::vector<Lenke>>&);
std::optional<SignatureKind> signature_kind_of(const Text&);

} // namespace dispatch::svarut_v2
