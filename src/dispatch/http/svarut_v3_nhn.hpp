#pragma once
// A message to the health services, as v3 takes it (NHN). Source: ks-no/fiks-svarut-specs, forsendelse-send-api-v3.
#include "dispatch/domain/checks.hpp"
#include "dispatch/http/svarut_v2.hpp"

namespace dispatch::svarut_v3 {

using svarut_v2::Maybe;
using svarut_v2::Text;

struct AvsenderKontakt {
    Text fornavn, mellomnavn, etternavn, telefonnummer;
};
BOOST_DESCRIBE_STRUCT(AvsenderKontakt, (), (fornavn, mellomnavn, etternavn, telefonnummer))

struct Pasient {
    Text fodselsnummer, fornavn, mellomnavn, etternavn;
};
BOOST_DESCRIBE_STRUCT(Pasient, (), (fodselsnummer, fornavn, mellomnavn, etternavn))

struct Helsemelding {
    Text tittel, beskrivelse, mottakertype;
    Maybe<std::int64_t> mottaker_her_id;
    Maybe<AvsenderKontakt> avsender_kontakt;
    Maybe<Pasient> pasient;
};
BOOST_DESCRIBE_STRUCT(Helsemelding, (), (tittel, beskrivelse, mottakertype, mottaker_her_id, avsender_kontakt, pasient))

/// Every fault at once. That the account has no HER-id is always among them: no account here has one.
std::vector<Fault> faults_of(const Helsemelding&, const std::vector<Upload>&);

} // namespace dispatch::svarut_v3
