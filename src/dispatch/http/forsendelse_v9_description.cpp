#include "dispatch/http/forsendelse_v9.hpp"

#include <array>
#include <fmt/format.h>

namespace dispatch::forsendelse_v9 {

namespace {

/// One member of a type: its name, the type's, and how often it comes: "" once, "?" or not, "*" any number.
struct Member {
    std::string_view name, type, times;
};

std::string element(const Member& member) {
    const auto* least = member.times.empty() ? "" : R"( minOccurs="0")";
    const auto* most = member.times == "*" ? R"( maxOccurs="unbounded")" : "";
    return fmt::format(R"(<xs:element name="{}" type="{}"{}{}/>)", member.name, member.type, least, most);
}

template <std::size_t Count>
std::string sequence(const std::array<Member, Count>& members) {
    std::string text{"<xs:sequence>"};
    for (const auto& member : members) {
        text += element(member);
    }
    return text + "</xs:sequence>";
}

template <std::size_t Count>
std::string type(std::string_view name, const std::array<Member, Count>& members) {
    return fmt::format(R"(<xs:complexType name="{}">{}</xs:complexType>)", name, sequence(members));
}

/// The message of the name: an element with a type of its own.
template <std::size_t Count>
std::string message(std::string_view name, const std::array<Member, Count>& members) {
    return fmt::format(R"(<xs:element name="{0}" type="tns:{0}"/>)", name) + type(name, members);
}

template <std::size_t Count>
std::string choice(std::string_view name, const std::array<std::string_view, Count>& values) {
    std::string text;
    for (const auto value : values) {
        text += fmt::format(R"(<xs:enumeration value="{}"/>)", value);
    }
    return fmt::format(
        R"(<xs:simpleType name="{}"><xs:restriction base="xs:string">{}</xs:restriction></xs:simpleType>)", name, text);
}

std::string addresses() {
    static constexpr std::array<Member, 7> postal{{{"adresse1", "xs:string", "?"},
                                                   {"adresse2", "xs:string", "?"},
                                                   {"adresse3", "xs:string", "?"},
                                                   {"land", "xs:string", "?"},
                                                   {"navn", "xs:string", "?"},
                                                   {"postnr", "xs:string", "?"},
                                                   {"poststed", "xs:string", "?"}}};
    static constexpr std::array<Member, 2> both{
        {{"digitalAdresse", "tns:digitalAdresse", "?"}, {"postAdresse", "tns:postAdresse", "?"}}};
    const auto digital = [](std::string_view name, std::string_view number) {
        return fmt::format(R"(<xs:complexType name="{}"><xs:complexContent><xs:extension base="tns:digitalAdresse">)"
                           R"({}</xs:extension></xs:complexContent></xs:complexType>)",
                           name, sequence(std::array<Member, 1>{{{number, "xs:string", "?"}}}));
    };
    return type("postAdresse", postal) + type("adresse", both) +
           R"(<xs:complexType abstract="true" name="digitalAdresse"><xs:sequence/></xs:complexType>)" +
           digital("organisasjonDigitalAdresse", "orgnr") + digital("personDigitalAdresse", "fnr");
}

std::string archive_references() {
    static constexpr std::array<Member, 6> for_import{{{"dokumentetsDato", "xs:dateTime", "?"},
                                                       {"journalposttype", "xs:string", "?"},
                                                       {"journalstatus", "xs:string", "?"},
                                                       {"saksaar", "xs:int", ""},
                                                       {"sakssekvensnummer", "xs:int", ""},
                                                       {"tittel", "xs:string", "?"}}};
    static constexpr std::array<Member, 12> from_archive{{{"dokumentetsDato", "xs:dateTime", "?"},
                                                          {"ekstraMetadata", "tns:entry", "*"},
                                                          {"journalaar", "xs:int", ""},
                                                          {"journaldato", "xs:dateTime", "?"},
                                                          {"journalpostnummer", "xs:int", ""},
                                                          {"journalposttype", "xs:string", "?"},
                                                          {"journalsekvensnummer", "xs:int", ""},
                                                          {"journalstatus", "xs:string", "?"},
                                                          {"saksaar", "xs:int", ""},
                                                          {"saksbehandler", "xs:string", "?"},
                                                          {"sakssekvensnummer", "xs:int", ""},
                                                          {"tittel", "xs:string", "?"}}};
    static constexpr std::array<Member, 2> entry{{{"key", "xs:string", "?"}, {"value", "xs:string", "?"}}};
    return type("entry", entry) + type("noarkMetadataForImport", for_import) +
           type("noarkMetadataFraAvleverendeSakssystem", from_archive);
}

std::string letter() {
    static constexpr std::array<Member, 7> document{{{"data", "xs:base64Binary", ""},
                                                     {"dokumentType", "xs:string", "?"},
                                                     {"ekskluderesFraPrint", "xs:boolean", ""},
                                                     {"filnavn", "xs:string", ""},
                                                     {"giroarkSider", "xs:int", "*"},
                                                     {"mimetype", "xs:string", ""},
                                                     {"skalSigneres", "xs:boolean", ""}}};
    static constexpr std::array<Member, 3> link{
        {{"ledetekst", "xs:string", "?"}, {"urlLenke", "xs:string", "?"}, {"urlTekst", "xs:string", "?"}}};
    static constexpr std::array<Member, 3> print{
        {{"brevtype", "tns:brevtype", "?"}, {"fargePrint", "xs:boolean", ""}, {"tosidig", "xs:boolean", ""}}};
    static constexpr std::array<Member, 19> whole{
        {{"avgivendeSystem", "xs:string", "?"},
         {"dokumenter", "tns:dokument", "*"},
         {"eksternref", "xs:string", "?"},
         {"forsendelseType", "xs:string", "?"},
         {"konteringskode", "xs:string", "?"},
         {"krevNiva4Innlogging", "xs:boolean", ""},
         {"kryptert", "xs:boolean", ""},
         {"kunDigitalLevering", "xs:boolean", ""},
         {"lenker", "tns:lenke", "*"},
         {"metadataForImport", "tns:noarkMetadataForImport", "?"},
         {"metadataFraAvleverendeSystem", "tns:noarkMetadataFraAvleverendeSakssystem", "?"},
         {"mottaker", "tns:adresse", "?"},
         {"printkonfigurasjon", "tns:printkonfigurasjon", "?"},
         {"signaturtype", "tns:signaturType", "?"},
         {"signeringUtloper", "xs:dateTime", "?"},
         {"svarPaForsendelse", "xs:string", "?"},
         {"svarPaForsendelseLink", "xs:boolean", ""},
         {"svarSendesTil", "tns:adresse", "?"},
         {"tittel", "xs:string", ""}}};
    static constexpr std::array<std::string_view, 2> kinds_of_post{"APOST", "BPOST"};
    static constexpr std::array<std::string_view, 2> kinds_of_signature{"AUTENTISERT_SIGNATUR", "AVANSERT_SIGNATUR"};
    return type("dokument", document) + type("lenke", link) + type("printkonfigurasjon", print) +
           choice("brevtype", kinds_of_post) + choice("signaturType", kinds_of_signature) + type("forsendelse", whole);
}

std::string messages() {
    using One = std::array<Member, 1>;
    static constexpr std::array<Member, 2> sending{
        {{"forsendelse", "tns:forsendelse", "?"}, {"forsendelsesid", "xs:string", "?"}}};
    static constexpr std::array<Member, 3> status{{{"forsendelseStatus", "tns:forsendelseStatus", "?"},
                                                   {"forsendelsesid", "xs:string", "?"},
                                                   {"sisteStatusEndring", "xs:dateTime", "?"}}};
    static constexpr std::array<std::string_view, 13> statuses{
        "MOTTATT",     "AKSEPTERT",       "AVVIST",           "VARSLET",        "LEST",
        "SENDT_PRINT", "PRINTET",         "MANUELT_HANDTERT", "SENDT_DIGITALT", "SENDT_SDP",
        "LEVERT_SDP",  "KLAR_FOR_MOTTAK", "IKKE_LEVERT"};
    return choice("forsendelseStatus", statuses) + type("statusResult", status) +
           message("sendForsendelseMedId", sending) +
           message("sendForsendelseMedIdResponse", One{{{"return", "xs:string", "?"}}}) +
           message("retrieveForsendelseStatuser", One{{{"forsendelseider", "xs:string", "*"}}}) +
           message("retrieveForsendelseStatuserResponse", One{{{"return", "tns:statusResult", "*"}}}) +
           message("retrieveForsendelseIdByEksternRef", One{{{"eksternRef", "xs:string", "?"}}}) +
           message("retrieveForsendelseIdByEksternRefResponse", One{{{"return", "xs:string", "*"}}}) +
           message("retreiveForsendelseTyper", std::array<Member, 0>{}) +
           message("retreiveForsendelseTyperResponse", One{{{"return", "xs:string", "*"}}});
}

} // namespace

std::string description(std::string_view public_url) {
    static constexpr std::array<std::string_view, 4> operations{"sendForsendelseMedId", "retrieveForsendelseStatuser",
                                                                "retrieveForsendelseIdByEksternRef",
                                                                "retreiveForsendelseTyper"};
    std::string parts, port, binding;
    for (const auto name : operations) {
        for (const auto* end : {"", "Response"}) {
            parts += fmt::format(R"(<wsdl:message name="{0}{1}"><wsdl:part element="tns:{0}{1}" name="parameters"/>)"
                                 "</wsdl:message>",
                                 name, end);
        }
        port += fmt::format(R"(<wsdl:operation name="{0}"><wsdl:input message="tns:{0}" name="{0}"/>)"
                            R"(<wsdl:output message="tns:{0}Response" name="{0}Response"/></wsdl:operation>)",
                            name);
        binding += fmt::format(R"(<wsdl:operation name="{0}"><soap12:operation soapAction="" style="document"/>)"
                               R"(<wsdl:input name="{0}"><soap12:body use="literal"/></wsdl:input>)"
                               R"(<wsdl:output name="{0}Response"><soap12:body use="literal"/></wsdl:output>)"
                               "</wsdl:operation>",
                               name);
    }
    const auto types = addresses() + archive_references() + letter() + messages();
    return fmt::format(
        R"(<?xml version="1.0" encoding="UTF-8"?>)"
        R"(<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:tns="http://www.ks.no/svarut/servicesV9" )"
        R"(xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" name="ForsendelsesServiceV9" )"
        R"(targetNamespace="http://www.ks.no/svarut/servicesV9"><wsdl:types>)"
        R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="unqualified" )"
        R"(targetNamespace="http://www.ks.no/svarut/servicesV9">{}</xs:schema></wsdl:types>{})"
        R"(<wsdl:portType name="ForsendelsesServiceV9">{}</wsdl:portType>)"
        R"(<wsdl:binding name="ForsendelsesServiceV9SoapBinding" type="tns:ForsendelsesServiceV9">)"
        R"(<soap12:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>{}</wsdl:binding>)"
        R"(<wsdl:service name="ForsendelsesServiceV9"><wsdl:port binding="tns:ForsendelsesServiceV9SoapBinding" )"
        R"(name="ForsendelsesServiceV9Port"><soap12:address location="{}{}"/></wsdl:port></wsdl:service></wsdl:definitions>)",
        types, parts, port, binding, public_url, path);
}

} // namespace dispatch::forsendelse_v9
