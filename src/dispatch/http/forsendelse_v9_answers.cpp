#include "dispatch/http/forsendelse_v9.hpp"

#include "platform/ensure.hpp"
#include "platform/xml/writer.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <functional>

namespace dispatch::forsendelse_v9 {

static constexpr const char* soap_namespace = "http://www.w3.org/2003/05/soap-envelope";
static constexpr const char* service_namespace = "http://www.ks.no/svarut/servicesV9";

/// The body between the envelope's elements; fill writes what stands inside.
static std::string enveloped(const std::function<void(xml::Writer&)>& fill) {
    std::string text;
    xml::Writer writer{[&](std::string_view piece) -> Result<void> {
        text += piece;
        return {};
    }};
    {
        const xml::Element envelope{writer, "soap:Envelope", {{"xmlns:soap", soap_namespace}}};
        const xml::Element body{writer, "soap:Body"};
        fill(writer);
    }
    ensure(writer.finish().has_value()); // The sink takes everything.
    return text;
}

Answer::Answer(std::string_view operation) : operation_{fmt::format("ns:{}Response", operation)} {}

void Answer::text(std::string_view value) {
    returns_.push_back({{"", std::string{value}}});
}

void Answer::members(const std::vector<std::pair<const char*, std::string>>& values) {
    returns_.push_back(values);
}

http::Response Answer::written() && {
    const auto text = enveloped([&](xml::Writer& writer) {
        const xml::Element operation{writer, operation_.c_str(), {{"xmlns:ns", service_namespace}}};
        for (const auto& returned : returns_) {
            const bool is_text = returned.size() == 1 && std::string_view{returned.front().first}.empty();
            if (is_text) {
                writer.text("return", returned.front().second);
                continue;
            }
            const xml::Element element{writer, "return"};
            for (const auto& [name, value] : returned) {
                writer.text(name, value);
            }
        }
    });
    return http::plain(text, "application/soap+xml; charset=utf-8");
}

static wire::Words words() {
    static constexpr std::array<wire::Words::value_type, 26> words_of_v9{{
        {"title", "tittel"},
        {"recipient", "mottaker"},
        {"sendingSystem", "avgivendeSystem"},
        {"dispatchType", "forsendelseType"},
        {"externalReference", "eksternref"},
        {"accountingCode", "konteringskode"},
        {"isEncrypted", "kryptert"},
        {"replyTo", "svarSendesTil"},
        {"replyToDispatch", "svarPaForsendelse"},
        {"address", "postAdresse"},
        {"name", "navn"},
        {"town", "poststed"},
        {"postalCode", "postnr"},
        {"identityNumber", "digitalAdresse.fnr"},
        {"organisationNumber", "digitalAdresse.orgnr"},
        {"documents", "dokumenter"},
        {"mediaType", "mimetype"},
        {"giroPages", "giroarkSider"},
        {"links", "lenker"},
        {"url", "urlLenke"},
        {"text", "urlTekst"},
        {"lead", "ledetekst"},
        {"signing", "signeringUtloper"},
        {"kind", "dokumentType"},
        {"line1", "adresse1"},
        {"line2", "adresse2"},
    }};
    return words_of_v9;
}

static bool holds_known_words(std::string_view message) {
    static constexpr std::array<std::string_view, 5> known{"Duplikat", "Forsendelse med samme mottaker",
                                                           "Ugyldig innhold", "Feil under lesing av",
                                                           "Kan ikke lagre tomt dokument"};
    return std::ranges::any_of(known, [&](std::string_view each) { return message.find(each) != message.npos; });
}

http::Response refusal(const http::Call& call, const Error& error) {
    auto status = wire::status(call, error);
    const bool is_for_good = status == 400 || status == 404 || status == 413;
    auto message = wire::message(call, error, words());
    if (is_for_good && !holds_known_words(message)) message = "Ugyldig innhold: " + message;
    const bool is_kept = status == 401 || status == 403 || status == 429 || status == 503;
    const auto text = enveloped([&](xml::Writer& writer) {
        const xml::Element fault{writer, "soap:Fault"};
        {
            const xml::Element code{writer, "soap:Code"};
            writer.text("soap:Value", status < 500 ? "soap:Sender" : "soap:Receiver");
        }
        const xml::Element reason{writer, "soap:Reason"};
        writer.text("soap:Text", message, {{"xml:lang", std::string{i18n::code(call.request.language)}}});
    });
    // Clients look for a fault in an answer with 500, and in few others.
    auto response = http::plain(text, "application/soap+xml; charset=utf-8", is_kept ? status : 500);
    response.with("cache-control", "no-store");
    if (status == 401) response.with("www-authenticate", R"(Basic realm="samband", charset="UTF-8")");
    if (error.retry_after_s || error.kind == ErrorKind::unavailable) {
        response.with("retry-after", std::to_string(error.retry_after_s.value_or(5)));
    }
    return response;
}

} // namespace dispatch::forsendelse_v9
