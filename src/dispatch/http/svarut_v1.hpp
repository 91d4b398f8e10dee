#pragma once
// SvarUt REST v1 on the wire, exactly: its clients fail on members they do not know. Spelling is the protocol's own.
// Source: ks-no/svarut-rest-klient 4.5.0 (json/*.json), developers.fiks.ks.no "REST V1".
#include "dispatch/domain/envelope.hpp"
#include "dispatch/store/dispatch_store.hpp"
#include "platform/http/router.hpp"

namespace dispatch::svarut_v1 {

inline constexpr std::string_view base = "/tjenester/api/forsendelse/v1";

// --- What clients send. Every member may be null or left out; what is needed is asked for afterwards, all at once. ---

template <class T>
using Maybe = std::optional<T>;
using Text = std::optional<std::string>;

struct PostAdresse {
    Text navn, adresse1, adresse2, adresse3, post_nummer, post_sted, land;
};
BOOST_DESCRIBE_STRUCT(PostAdresse, (), (navn, adresse1, adresse2, adresse3, post_nummer, post_sted, land))

struct DigitalAdresse {
    Text fodsels_nummer, organisasjons_nummer;
};
BOOST_DESCRIBE_STRUCT(DigitalAdresse, (), (fodsels_nummer, organisasjons_nummer))

struct Adresse {
    Maybe<PostAdresse> post_adresse;
    Maybe<DigitalAdresse> digital_adresse;
};
BOOST_DESCRIBE_STRUCT(Adresse, (), (post_adresse, digital_adresse))

struct EkstraMetadata {
    Text key, value;
};
BOOST_DESCRIBE_STRUCT(EkstraMetadata, (), (key, value))

struct Dokument {
    Text filnavn, mime_type, dokument_type;
    Maybe<bool> skal_signeres, inneholder_personsensitiv_informasjon, ekskluderes_fra_utskrift;
    Maybe<std::vector<std::int64_t>> giroark_sider;
    Maybe<std::vector<EkstraMetadata>> ekstra_metadata;
};
BOOST_DESCRIBE_STRUCT(Dokument, (),
                      (filnavn, mime_type, dokument_type, skal_signeres, inneholder_personsensitiv_informasjon,
                       ekskluderes_fra_utskrift, giroark_sider, ekstra_metadata))

struct Lenke {
    Text url_lenke, url_tekst, lede_tekst;
};
BOOST_DESCRIBE_STRUCT(Lenke, (), (url_lenke, url_tekst, lede_tekst))

struct UtskriftsKonfigurasjon {
    Maybe<bool> utskrift_med_farger, tosidig;
};
BOOST_DESCRIBE_STRUCT(UtskriftsKonfigurasjon, (), (utskrift_med_farger, tosidig))

struct Noark {
    Maybe<std::int64_t> saks_sekvens_nummer, saks_aar, journal_aar, journal_sekvens_nummer, journal_post_nummer,
        journal_dato, dokumentets_dato;
    Text journal_post_type, journal_status, tittel, saks_behandler;
    Maybe<std::vector<EkstraMetadata>> ekstra_metadata;
};
BOOST_DESCRIBE_STRUCT(Noark, (),
                      (saks_sekvens_nummer, saks_aar, journal_aar, journal_sekvens_nummer, journal_post_nummer,
                       journal_dato, dokumentets_dato, journal_post_type, journal_status, tittel, saks_behandler,
                       ekstra_metadata))

struct ForsendelsesId {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(ForsendelsesId, (), (id))

struct Forsendelse {
    Text tittel;
    Maybe<Adresse> mottaker;
    Maybe<std::vector<DigitalAdresse>> eksponert_for;
    Text avgivende_system, konterings_kode, forsendelses_type, ekstern_referanse, signatur_type;
    Maybe<bool> kun_digital_levering, kryptert, krev_niva4_innlogging, svar_pa_forsendelse_link, taushetsbelagt_post;
    Maybe<UtskriftsKonfigurasjon> utskrifts_konfigurasjon;
    Maybe<Noark> metadata_fra_avleverende_system, metadata_for_import;
    Maybe<Adresse> svar_sendes_til;
    Maybe<ForsendelsesId> svar_pa_forsendelse;
    Maybe<std::vector<Dokument>> dokumenter;
    Maybe<std::vector<Lenke>> lenker;
    Maybe<std::int64_t> signering_utloper;
};
BOOST_DESCRIBE_STRUCT(Forsendelse, (),
                      (tittel, mottaker, eksponert_for, avgivende_system, konterings_kode, forsendelses_type,
                       ekstern_referanse, signatur_type, kun_digital_levering, kryptert, krev_niva4_innlogging,
                       svar_pa_forsendelse_link, taushetsbelagt_post, utskrifts_konfigurasjon,
                       metadata_fra_avleverende_system, metadata_for_import, svar_sendes_til, svar_pa_forsendelse,
                       dokumenter, lenker, signering_utloper))

struct LestAv {
    Text lest_av_fodsels_nummer, navn_pa_eksternt_system;
    Maybe<std::int64_t> dato_lest;
};
BOOST_DESCRIBE_STRUCT(LestAv, (), (lest_av_fodsels_nummer, navn_pa_eksternt_system, dato_lest))

// --- What they get. ---

struct ForsendelseStatus {
    ForsendelsesId forsendelses_id;
    std::int64_t siste_status_endring = 0; ///< Milliseconds since 1970.
    std::string status;
};
BOOST_DESCRIBE_STRUCT(ForsendelseStatus, (), (forsendelses_id, siste_status_endring, status))

struct Statuser {
    std::vector<ForsendelseStatus> statuser;
};
BOOST_DESCRIBE_STRUCT(Statuser, (), (statuser))

struct Hendelse {
    std::string tidspunkt, hendelse;
};
BOOST_DESCRIBE_STRUCT(Hendelse, (), (tidspunkt, hendelse))

struct Historikk {
    std::vector<Hendelse> hendelses_logger;
};
BOOST_DESCRIBE_STRUCT(Historikk, (), (hendelses_logger))

struct SigneringsHendelse {
    std::string tidspunkt, type, hendelse;
};
BOOST_DESCRIBE_STRUCT(SigneringsHendelse, (), (tidspunkt, type, hendelse))

struct SigneringsHistorikk {
    ForsendelsesId forsendelses_id;
    std::vector<SigneringsHendelse> logg;
};
BOOST_DESCRIBE_STRUCT(SigneringsHistorikk, (), (forsendelses_id, logg))

struct DokumentMetadata {
    std::string mime_type, filnavn;
    bool kan_signeres = false, inneholder_personsensitiv_informasjon = false;
    std::int64_t size_in_bytes = 0;
    std::string sha256hash, dokument_type, nedlasnings_url;
    Text signerings_url;
    std::vector<Extra> ekstra_metadata;
};
BOOST_DESCRIBE_STRUCT(DokumentMetadata, (),
                      (mime_type, filnavn, kan_signeres, inneholder_personsensitiv_informasjon, size_in_bytes,
                       sha256hash, dokument_type, nedlasnings_url, signerings_url, ekstra_metadata))

struct Dokumenter {
    std::vector<DokumentMetadata> dokument_metadata;
};
BOOST_DESCRIBE_STRUCT(Dokumenter, (), (dokument_metadata))

struct ForsendelseTyper {
    std::vector<std::string> forsendelse_typer;
};
BOOST_DESCRIBE_STRUCT(ForsendelseTyper, (), (forsendelse_typer))

struct Mottakersystem {
    std::string organisasjons_nummer, forsendelses_type, mottaker_system, mottaker_id;
    std::int64_t niva = 0;
};
BOOST_DESCRIBE_STRUCT(Mottakersystem, (), (organisasjons_nummer, forsendelses_type, mottaker_system, mottaker_id, niva))

struct Treff {
    std::vector<Mottakersystem> treff;
};
BOOST_DESCRIBE_STRUCT(Treff, (), (treff))

struct ForsendelseIder {
    std::vector<ForsendelsesId> forsendelse_ider;
};
BOOST_DESCRIBE_STRUCT(ForsendelseIder, (), (forsendelse_ider))

struct Feil {
    std::string errorcode, message;
};
BOOST_DESCRIBE_STRUCT(Feil, (), (errorcode, message))

/// The sender's words as the envelope that all interfaces share.
Envelope envelope_of(const Forsendelse&);
/// The status in the words of v1; none of the newer versions' own.
std::string_view wire_status(Status);
/// What happened, in the words that senders' systems show.
std::string wire_sentence(const Happening&, std::size_t documents);

/// What is told of a request for a signature.
std::string signing_sentence(const Envelope&);

/// Errors as errorcode and message. The status is 400 for all that is wrong with a request, also what it repeats.
http::Response refusal(const http::Call&, const Error&);

} // namespace dispatch::svarut_v1
