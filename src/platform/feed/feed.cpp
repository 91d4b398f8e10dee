#include "platform/feed/feed.hpp"

#include "platform/ensure.hpp"
#include "platform/unicode.hpp"

#include <libxml/xmlwriter.h>
#include <memory>

namespace feed {
namespace {

/// Writes elements into memory; that can fail only when memory runs out.
class Writer {
public:
    Writer() {
        buffer_.reset(xmlBufferCreate());
        ensure(buffer_);
        writer_.reset(xmlNewTextWriterMemory(buffer_.get(), 0));
        ensure(writer_);
        check(xmlTextWriterStartDocument(writer_.get(), "1.0", "UTF-8", nullptr));
    }

    void start(const char* name) { check(xmlTextWriterStartElement(writer_.get(), xml(name))); }
    void end() { check(xmlTextWriterEndElement(writer_.get())); }
    void attribute(const char* name, const std::string& value) {
        check(xmlTextWriterWriteAttribute(writer_.get(), xml(name), xml(unicode::fit_for_xml(value))));
    }
    void text(const char* name, const std::string& value) {
        check(xmlTextWriterWriteElement(writer_.get(), xml(name), xml(unicode::fit_for_xml(value))));
    }
    void link(const char* relation, const char* type, const std::string& url) {
        if (url.empty()) return;
        start("link");
        attribute("rel", relation);
        attribute("type", type);
        attribute("href", url);
        end();
    }
    void author(const std::string& name) {
        start("author");
        text("name", name);
        end();
    }

    std::string finish() {
        check(xmlTextWriterEndDocument(writer_.get()));
        writer_.reset();
        return reinterpret_cast<const char*>(xmlBufferContent(buffer_.get()));
    }

private:
    static const xmlChar* xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }
    static const xmlChar* xml(const std::string& text) { return xml(text.c_str()); }
    static void check(int written) { ensure(written >= 0); }

    std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> buffer_{nullptr, &xmlBufferFree};
    std::unique_ptr<xmlTextWriter, decltype(&xmlFreeTextWriter)> writer_{nullptr, &xmlFreeTextWriter};
};

constexpr const char* atom_type = "application/atom+xml";
constexpr const char* html_type = "text/html";

void write_entry(Writer& writer, const Entry& entry) {
    writer.start("entry");
    writer.text("id", entry.id);
    writer.text("title", entry.title);
    writer.text("updated", to_string(entry.updated));
    if (!entry.author.empty()) writer.author(entry.author);
    writer.link("alternate", html_type, entry.url);
    if (!entry.summary.empty()) writer.text("summary", entry.summary);
    for (const auto& category : entry.categories) {
        writer.start("category");
        writer.attribute("term", category);
        writer.end();
    }
    writer.end();
}

} // namespace

std::string write(const Feed& feed) {
    Writer writer;
    writer.start("feed");
    writer.attribute("xmlns", "http://www.w3.org/2005/Atom");
    if (!feed.language.empty()) writer.attribute("xml:lang", feed.language);
    writer.text("id", feed.id);
    writer.text("title", feed.title);
    writer.text("updated", to_string(feed.updated));
    // Stands for every entry without an author of its own (RFC 4287, section 4.1.1).
    writer.author("Samband");
    writer.link("self", atom_type, feed.self_url);
    writer.link("alternate", html_type, feed.url);
    writer.link("next", atom_type, feed.next_url);
    for (const auto& entry : feed.entries)
        write_entry(writer, entry);
    writer.end();
    return writer.finish();
}

} // namespace feed
