#pragma once
// XML written piece by piece: what is written once need not be kept. libxml2 stays behind writer.cpp.
#include "platform/result.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xml {

/// Takes bytes as they come; an error ends the writing.
using Sink = std::function<Result<void>(std::string_view)>;

struct Attribute {
    const char* name;
    std::string value;
};

/// A document in UTF-8, indented. Elements are closed by whoever opened them. What XML 1.0 cannot hold becomes U+FFFD
/// or is left out. When the sink refuses, nothing more is given to it and finish() gives its error.
class Writer {
public:
    explicit Writer(Sink);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void open(const char* name, const std::vector<Attribute>& attributes = {});
    void close();
    /// An element that holds text only.
    void text(const char* name, std::string_view value, const std::vector<Attribute>& attributes = {});
    /// The same, or nothing when the text is empty.
    void text_if(const char* name, std::string_view value);
    /// Closes the document; every element must be closed already. Fails with what the sink failed with.
    Result<void> finish();

    struct State;

private:
    std::unique_ptr<State> state_;
};

/// An element as long as it is in scope.
class Element {
public:
    Element(Writer& writer, const char* name, const std::vector<Attribute>& attributes = {}) : writer_{writer} {
        writer_.open(name, attributes);
    }
    ~Element() { writer_.close(); }
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;

private:
    Writer& writer_;
};

} // namespace xml
