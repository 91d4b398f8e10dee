#pragma once
// SvarUt REST v3 on the wire. Older names of members are taken beside the newest, since clients of both are about.
// Source: ks-no/fiks-svarut-specs (forsendelse-send-api-v3, forsendelse-status-api-v3), ks-no/fiks-svarut-klient 4.8.0.
#include "dispatch/http/svarut_v2.hpp"
#include "dispatch/store/integration_store.hpp"

namespace dispatch::svarut_v3 {

using svarut_v2::EkstraMetadata;
using svarut_v2::Lenke;
using svarut_v2::Maybe;
using svarut_v2::Noark;
using svarut_v2::Text;

/// To whom a letter goes decides which members count; the others are passed over like any that is unknown.
enum class Kind : std::uint8_t { person, organisation, print };

// --- What clients send. Every member may be null or left out; what is needed is asked for afterwards, all at once. ---

/// land was landkode's name, and held the country's.
struct Adresse {
    Text adresselinje1, adresselinje2, adresselinje3, poststed, postnummer, landkode, land;
};
BOOST_DESCRIBE_STRUCT(Adresse, (), (adresselinje1, adresselinje2, adresselinje3, poststed, postnummer, landkode, land))

struct Mottaker {
    Text navn, digital_id;
    Maybe<Adresse> adresse;
};
BOOST_DESCRIBE_STRUCT(Mottaker, (), (navn, digital_id, adresse))

/// Clients from before March 2026 name no type.
struct SvarSendesTil {
    Text navn, digital_id, type;
    Maybe<Adresse> adresse;
};
BOOST_DESCRIBE_STRUCT(SvarSendesTil, (), (navn, digital_id, type, adresse))

struct Dokument {
    Text filnavn, mime_type, dokument_type;
    Maybe<bool> skal_signeres, skal_ekskluderes_fra_utskrift, inneholder_personsensitiv_informasjon;
    Maybe<std::int64_t> giroark_side;
    Maybe<std::vector<EkstraMetadata>> ekstra_metadata;
};
BOOST_DESCRIBE_STRUCT(Dokument, (),
                      (filnavn, mime_type, dokument_type, skal_signeres, skal_ekskluderes_fra_utskrift,
                       inneholder_personsensitiv_informasjon, giroark_side, ekstra_metadata))

struct Utskriftskonfigurasjon {
    Maybe<bool> tosidig;
};
BOOST_DESCRIBE_STRUCT(Utskriftskonfigurasjon, (), (tosidig))

struct Signering {
    Maybe<Instant> signering_utloper;
    Text signatur_type;
};
BOOST_DESCRIBE_STRUCT(Signering, (), (signering_utloper, signatur_type))

struct Forsendelse {
    Text tittel;
    Maybe<Mottaker> mottaker;
    Maybe<std::vector<std::string>> eksponert_for;
    Text avgivende_system, avgivende_system_aktor, konteringskode, sikkerhetsniva, svar_pa_forsendelse_id,
        ekstern_referanse, korrelasjonsid, forsendelsestype;
    Maybe<bool> kun_digital_levering, kryptert, taushetsbelagt_post;
    /// The newest name and two older.
    Maybe<bool> kan_svare_via_edialog, kan_svare_paa_forsendelse, kan_svare_pa_forsendelse;
    Maybe<Utskriftskonfigurasjon> utskriftskonfigurasjon;
    Maybe<SvarSendesTil> svar_sendes_til;
    Maybe<std::vector<Dokument>> dokumenter;
    Maybe<std::vector<Lenke>> lenker;
    Maybe<Signering> signering;
    Maybe<Noark> metadata_fra_avleverende_system, metadata_for_import;
};
BOOST_DESCRIBE_STRUCT(Forsendelse, (),
                      (tittel, mottaker, eksponert_for, avgivende_system, avgivende_system_aktor, konteringskode,
                       sikkerhetsniva, svar_pa_forsendelse_id, ekstern_referanse, korrelasjonsid, forsendelsestype,
                       kun_digital_levering, kryptert, taushetsbelagt_post, kan_svare_via_edialog,
                       kan_svare_paa_forsendelse, kan_svare_pa_forsendelse, utskriftskonfigurasjon, svar_sendes_til,
                       dokumenter, lenker, signering, metadata_fra_avleverende_system, metadata_for_import))

/// The sender's words as the envelope that all interfaces share.
Envelope envelope_of(const Forsendelse&, Kind);
/// What v3 asks for beyond what all interfaces do: lengths, choices, numbers from 1. In the words of the protocol.
/// Types: those that may stand in forsendelsestype.
std::vector<Fault> faults_of(const Forsendelse&, Kind, const std::vector<std::string>& types);
/// The status in the words that the client knows. is_destroyed: the content is gone, which v3 has a status for.
std::string_view wire_status(Status, bool is_destroyed, StatusWords);
wire::Words words();
http::Response refusal(const http::Call&, const Error&);

} // namespace dispatch::svarut_v3
