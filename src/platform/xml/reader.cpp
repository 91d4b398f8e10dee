#include "platform/xml/reader.hpp"

#include "platform/ensure.hpp"
#include "platform/file_descriptor.hpp"
#include "platform/xml/errors.hpp"

#include <climits>
#include <fcntl.h>
#include <libxml/relaxng.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <memory>

namespace xml {

namespace {

/// The first thing that libxml2 complained of: what follows is often its consequence.
struct Complaint {
    int line = 0;
    std::string words;
};

#if LIBXML_VERSION >= 21200
using ErrorPointer = const xmlError*;
#else
using ErrorPointer = xmlErrorPtr;
#endif

void note(void* context, ErrorPointer error) {
    auto& complaint = *static_cast<Complaint*>(context);
    if (!complaint.words.empty() || error == nullptr || error->message == nullptr) return;
    complaint.line = error->line;
    complaint.words = error->message;
    while (!complaint.words.empty() && complaint.words.back() == '\n')
        complaint.words.pop_back();
}

Error unreadable(const std::string& path, const Complaint& complaint) {
    const auto slash = path.find_last_of('/');
    return platform::xml_unreadable.error(
        {{"file", slash == std::string::npos ? path : path.substr(slash + 1)},
         {"line", std::int64_t{complaint.line}},
         {"why", complaint.words.empty() ? std::string{"unreadable"} : complaint.words}});
}

struct Grammar {
    std::unique_ptr<xmlRelaxNGParserCtxt, decltype(&xmlRelaxNGFreeParserCtxt)> parser{nullptr,
                                                                                      &xmlRelaxNGFreeParserCtxt};
    std::unique_ptr<xmlRelaxNG, decltype(&xmlRelaxNGFree)> schema{nullptr, &xmlRelaxNGFree};

    explicit Grammar(std::string_view text) {
        parser.reset(xmlRelaxNGNewMemParserCtxt(text.data(), static_cast<int>(text.size())));
        ensure(parser != nullptr);
        schema.reset(xmlRelaxNGParse(parser.get()));
        ensure(schema != nullptr); // it came with the program
    }
};

/// Follows one document from element to element.
class Walk {
public:
    Walk(xmlTextReader* reader, const Reading& reading) : reader_{reader}, reading_{reading} {}

    void step() {
        switch (xmlTextReaderNodeType(reader_)) {
        case XML_READER_TYPE_ELEMENT: {
            path_.emplace_back(reinterpret_cast<const char*>(xmlTextReaderConstLocalName(reader_)));
            texts_.emplace_back();
            const bool is_empty = xmlTextReaderIsEmptyElement(reader_) == 1;
            if (reading_.began) reading_.began(path_, attributes());
            if (is_empty) end();
            break;
        }
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            if (!texts_.empty()) texts_.back() += reinterpret_cast<const char*>(xmlTextReaderConstValue(reader_));
            break;
        case XML_READER_TYPE_END_ELEMENT:
            end();
            break;
        default:
            break;
        }
    }

private:
    Attributes attributes() {
        Attributes found;
        while (xmlTextReaderMoveToNextAttribute(reader_) == 1) {
            found.emplace_back(reinterpret_cast<const char*>(xmlTextReaderConstLocalName(reader_)),
                               reinterpret_cast<const char*>(xmlTextReaderConstValue(reader_)));
        }
        xmlTextReaderMoveToElement(reader_);
        return found;
    }
    void end() {
        if (reading_.ended) reading_.ended(path_, texts_.back());
        path_.pop_back();
        texts_.pop_back();
    }

    xmlTextReader* reader_;
    const Reading& reading_;
    Path path_;
    std::vector<std::string> texts_;
};

using ReaderPointer = std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)>;

/// By descriptor: given a name, libxml2 would take it for an address and undo its percent signs.
ReaderPointer reader_of(const FileDescriptor& file, Complaint& complaint) {
    ReaderPointer reader{file.is_open() ? xmlReaderForFd(file.number(), nullptr, nullptr, XML_PARSE_NONET) : nullptr,
                         &xmlFreeTextReader};
    if (reader) xmlTextReaderSetStructuredErrorHandler(reader.get(), note, &complaint);
    return reader;
}

Result<void> walk(const std::string& path, xmlTextReader* reader, const Reading& reading, const Complaint& complaint) {
    Walk steps{reader, reading};
    int more = xmlTextReaderRead(reader);
    for (; more == 1 && complaint.words.empty(); more = xmlTextReaderRead(reader))
        steps.step();
    if (more != 0 || !complaint.words.empty()) return unreadable(path, complaint);
    return {};
}

} // namespace

Result<void> read_file(const std::string& path, const Reading& reading) {
    Complaint complaint;
    std::unique_ptr<Grammar> grammar;
    const FileDescriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    const auto reader = reader_of(file, complaint);
    if (!reader) return unreadable(path, complaint);
    if (!reading.grammar.empty()) {
        grammar = std::make_unique<Grammar>(reading.grammar);
        ensure(xmlTextReaderRelaxNGSetSchema(reader.get(), grammar->schema.get()) == 0);
    }
    return walk(path, reader.get(), reading, complaint);
}

Result<void> read_text(std::string_view text, const std::string& name, const Reading& reading) {
    Complaint complaint;
    if (text.size() > INT_MAX) return unreadable(name, complaint);
    const ReaderPointer reader{
        xmlReaderForMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr, XML_PARSE_NONET),
        &xmlFreeTextReader};
    if (!reader) return unreadable(name, complaint);
    xmlTextReaderSetStructuredErrorHandler(reader.get(), note, &complaint);
    Walk steps{reader.get(), reading};
    int more = xmlTextReaderRead(reader.get());
    for (; more == 1 && complaint.words.empty(); more = xmlTextReaderRead(reader.get())) {
        if (xmlTextReaderNodeType(reader.get()) == XML_READER_TYPE_DOCUMENT_TYPE) {
            complaint = {xmlTextReaderGetParserLineNumber(reader.get()), "a document type is not taken"};
            break;
        }
        steps.step();
    }
    if (more != 0 || !complaint.words.empty()) return unreadable(name, complaint);
    return {};
}

Result<void> check_against_schema(const std::string& path, const std::string& schema_file) {
    Complaint complaint;
    const std::unique_ptr<xmlSchemaParserCtxt, decltype(&xmlSchemaFreeParserCtxt)> parser{
        xmlSchemaNewParserCtxt(schema_file.c_str()), &xmlSchemaFreeParserCtxt};
    ensure(parser != nullptr);
    xmlSchemaSetParserStructuredErrors(parser.get(), reinterpret_cast<xmlStructuredErrorFunc>(note), &complaint);
    const std::unique_ptr<xmlSchema, decltype(&xmlSchemaFree)> schema{xmlSchemaParse(parser.get()), &xmlSchemaFree};
    if (!schema) return unreadable(schema_file, complaint);
    const FileDescriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    const auto reader = reader_of(file, complaint);
    if (!reader) return unreadable(path, complaint);
    ensure(xmlTextReaderSetSchema(reader.get(), schema.get()) == 0);
    return walk(path, reader.get(), {}, complaint);
}

} // namespace xml
