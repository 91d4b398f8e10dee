#include "registers/domain/package_signature.hpp"

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"

#include <fmt/format.h>

namespace registers {

namespace {

// What is hashed and signed is canonical XML (C14N 1.0). It is written in that very form: no prefixes, each namespace
// where it begins, attributes in order, no element closed in its own tag.
constexpr std::string_view signature_space = "http://www.w3.org/2000/09/xmldsig#";
constexpr std::string_view properties_space = "http://uri.etsi.org/01903/v1.3.2#";
constexpr std::string_view sha256_method =
    R"(<DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></DigestMethod>)";

std::string base64_sha256(std::string_view bytes) {
    return crypto::to_base64(crypto::view(crypto::sha256(bytes)));
}

std::string base64_sha1(std::string_view bytes) {
    const auto digest = crypto::Sha1{}.update(bytes).finish();
    return crypto::to_base64({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

/// Who signed, when, and of what type each file is.
std::string signed_properties(std::span<const PackagedFile> files, const crypto::BusinessKey& key, Instant signed_at) {
    auto xml = fmt::format(
        R"(<SignedProperties xmlns="{0}" Id="SignedProperties"><SignedSignatureProperties><SigningTime>{2}</SigningTime>)"
        R"(<SigningCertificate><Cert><CertDigest>)"
        R"(<DigestMethod xmlns="{1}" Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"></DigestMethod>)"
        R"(<DigestValue xmlns="{1}">{3}</DigestValue></CertDigest><IssuerSerial>)"
        R"(<X509IssuerName xmlns="{1}">{4}</X509IssuerName><X509SerialNumber xmlns="{1}">{5}</X509SerialNumber>)"
        R"(</IssuerSerial></Cert></SigningCertificate></SignedSignatureProperties><SignedDataObjectProperties>)",
        properties_space, signature_space, to_string(signed_at), base64_sha1(key.certificates().front()),
        xml_text(key.issuer()), key.serial());
    for (std::size_t i = 0; i < files.size(); ++i) {
        xml += fmt::format(R"(<DataObjectFormat ObjectReference="#ID_{}"><MimeType>{}</MimeType></DataObjectFormat>)",
                           i, xml_text(files[i].media_type));
    }
    return xml + "</SignedDataObjectProperties></SignedProperties>";
}

std::string signed_information(std::span<const PackagedFile> files, std::string_view properties) {
    static constexpr std::string_view canonical = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    auto xml = fmt::format(
        R"(<SignedInfo xmlns="{}"><CanonicalizationMethod Algorithm="{}"></CanonicalizationMethod>)"
        R"(<SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></SignatureMethod>)",
        signature_space, canonical);
    for (std::size_t i = 0; i < files.size(); ++i) {
        xml += fmt::format(R"(<Reference Id="ID_{}" URI="{}">{}<DigestValue>{}</DigestValue></Reference>)", i,
                           files[i].name, sha256_method, base64_sha256(files[i].content));
    }
    return xml + fmt::format(R"(<Reference Type="http://uri.etsi.org/01903#SignedProperties" URI="#SignedProperties">)"
                             R"(<Transforms><Transform Algorithm="{}"></Transform></Transforms>)"
                             R"({}<DigestValue>{}</DigestValue></Reference></SignedInfo>)",
                             canonical, sha256_method, base64_sha256(properties));
}

} // namespace

std::string xml_text(std::string_view text) {
    std::string written;
    for (const char letter : text) {
        switch (letter) {
        case '&':
            written += "&amp;";
            break;
        case '<':
            written += "&lt;";
            break;
        case '>':
            written += "&gt;";
            break;
        default:
            if (static_cast<unsigned char>(letter) >= ' ') written += letter;
        }
    }
    return written;
}

std::string package_signature(std::span<const PackagedFile> files, const crypto::BusinessKey& key, Instant signed_at) {
    const auto properties = signed_properties(files, key, signed_at);
    const auto information = signed_information(files, properties);
    std::string certificates;
    for (const auto& certificate : key.certificates())
        certificates += fmt::format("<X509Certificate>{}</X509Certificate>", crypto::to_base64(certificate));
    return fmt::format(
        R"(<?xml version="1.0" encoding="UTF-8"?>)"
        "\n"
        R"(<XAdESSignatures xmlns="http://uri.etsi.org/2918/v1.2.1#"><Signature xmlns="{}" Id="Signature">{})"
        R"(<SignatureValue>{}</SignatureValue><KeyInfo><X509Data>{}</X509Data></KeyInfo>)"
        R"(<Object><QualifyingProperties xmlns="{}" Target="#Signature">{}</QualifyingProperties></Object>)"
        R"(</Signature></XAdESSignatures>)",
        signature_space, information, crypto::to_base64(key.sign(information)), certificates, properties_space,
        properties);
}

} // namespace registers
