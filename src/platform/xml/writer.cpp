#include "platform/xml/writer.hpp"

#include "platform/ensure.hpp"
#include "platform/unicode.hpp"

#include <libxml/xmlwriter.h>
#include <optional>

namespace xml {

struct Writer::State {
    Sink sink;
    std::optional<Error> refused{};
    std::unique_ptr<xmlTextWriter, decltype(&xmlFreeTextWriter)> writer{nullptr, &xmlFreeTextWriter};

    void check(int written) const { ensure(written >= 0 || refused); }
};

static const xmlChar* letters(const char* words) {
    return reinterpret_cast<const xmlChar*>(words);
}

/// libxml2 hands over what it has gathered. Having been refused once, the rest is swallowed.
static int hand_over(void* context, const char* bytes, int length) {
    auto& state = *static_cast<Writer::State*>(context);
    if (state.refused) return length;
    auto taken = state.sink({bytes, static_cast<std::size_t>(length)});
    if (!taken) state.refused = std::move(taken).error();
    return length;
}

static int nothing_to_close(void*) {
    return 0;
}

Writer::Writer(Sink sink) : state_{new State{.sink = std::move(sink)}} {
    auto* buffer = xmlOutputBufferCreateIO(hand_over, nothing_to_close, state_.get(), nullptr);
    ensure(buffer != nullptr);
    state_->writer.reset(xmlNewTextWriter(buffer));
    ensure(state_->writer);
    state_->check(xmlTextWriterSetIndent(state_->writer.get(), 1));
    state_->check(xmlTextWriterStartDocument(state_->writer.get(), "1.0", "UTF-8", nullptr));
}

Writer::~Writer() = default;

void Writer::open(const char* name, const std::vector<Attribute>& attributes) {
    state_->check(xmlTextWriterStartElement(state_->writer.get(), letters(name)));
    for (const auto& attribute : attributes) {
        state_->check(xmlTextWriterWriteAttribute(state_->writer.get(), letters(attribute.name),
                                                  letters(unicode::fit_for_xml(attribute.value).c_str())));
    }
}

void Writer::close() {
    state_->check(xmlTextWriterEndElement(state_->writer.get()));
}

void Writer::text(const char* name, std::string_view value, const std::vector<Attribute>& attributes) {
    open(name, attributes);
    state_->check(xmlTextWriterWriteString(state_->writer.get(), letters(unicode::fit_for_xml(value).c_str())));
    close();
}

void Writer::text_if(const char* name, std::string_view value) {
    if (!value.empty()) text(name, value);
}

Result<void> Writer::finish() {
    state_->check(xmlTextWriterEndDocument(state_->writer.get()));
    state_->check(xmlTextWriterFlush(state_->writer.get()));
    state_->writer.reset();
    if (state_->refused) return *state_->refused;
    return {};
}

} // namespace xml
