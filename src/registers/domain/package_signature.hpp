#pragma once
// The signature over all files of a document package: XAdES-BES in META-INF/signatures.xml. Source: ETSI TS 103 174
// (ASiC-E), TS 103 171, and the restrictions in Digdir's "Dokumentpakke – sikkerhet".
#include "platform/crypto/business_key.hpp"

#include <span>
#include <string>
#include <string_view>

namespace registers {

struct PackagedFile {
    std::string name; ///< Letters, digits, "-" and "." only: it stands in addresses as it is.
    std::string media_type;
    std::string content;
};

std::string package_signature(std::span<const PackagedFile>, const crypto::BusinessKey&, Instant signed_at);

/// Text as it stands between tags in canonical XML; what XML 1.0 cannot hold is left out.
std::string xml_text(std::string_view);

} // namespace registers
