#pragma once
// SvarUt's SOAP service, version 9: the four operations that gateways call. SOAP 1.2, document/literal, children
// without a namespace; documents as MTOM/XOP attachments, or as base64 inside. Source: ForsendelsesServiceV9.wsdl as
// felleslosninger/efm-integrasjonspunkt carries it; W3C, SOAP 1.2 and XOP.
#include "dispatch/domain/envelope.hpp"
#include "dispatch/http/wire.hpp"
#include "platform/xml/tree.hpp"

namespace dispatch::forsendelse_v9 {

inline constexpr std::string_view path = "/tjenester/forsendelseservice/ForsendelsesServiceV9";

/// What the sender tells. A number or time that is none is noted among the faults, and left out.
Envelope envelope_of(const xml::Node& forsendelse, std::vector<Fault>&);

/// Where the bytes of a document are: an attachment by its Content-ID, or the text itself.
struct Content {
    std::string attachment; ///< Empty when the bytes stand inside.
    std::string base64;
};
Content content_of(const xml::Node& dokument);

/// The envelope around an operation's answer: <NAME><return>…</return>…</NAME>, each return an element or a text.
class Answer {
public:
    explicit Answer(std::string_view operation);
    /// <return>text</return>
    void text(std::string_view);
    /// <return> with these children.
    void members(const std::vector<std::pair<const char*, std::string>>&);
    http::Response written() &&;

private:
    std::string operation_;
    std::vector<std::vector<std::pair<const char*, std::string>>> returns_; ///< A text has a name of "".
};

/// A fault that gateways sort by its words: what must not be tried again holds one of those that they know.
http::Response refusal(const http::Call&, const Error&);

/// The description for the address, for the operations that are served.
std::string description(std::string_view public_url);

} // namespace dispatch::forsendelse_v9
