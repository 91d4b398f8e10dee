#pragma once
// HTML that is safe by type: text becomes Html only by being escaped. There is no other way in.
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace html {

/// A piece of finished markup.
class Html {
public:
    Html() = default;
    Html(std::string_view text) { append_escaped(text); }
    Html(const std::string& text) { append_escaped(text); }
    Html(const char* text) { append_escaped(text); }
    Html& operator+=(const Html& other) {
        bytes_ += other.bytes_;
        return *this;
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] bool empty() const { return bytes_.empty(); }

private:
    friend Html trusted(std::string markup);
    void append_escaped(std::string_view text);
    std::string bytes_;
};

/// Markup made by a library that we trust to be safe (cmark in safe mode, our own SVG icons). House rules list its
/// callers.
Html trusted(std::string markup);

struct Attribute {
    std::string_view name;
    std::string value;
    bool is_present = true; ///< False leaves the attribute out.
    bool has_value = true;  ///< False writes the bare name: hidden, checked, required.
};
inline Attribute attribute(std::string_view name, std::string_view value) {
    return {name, std::string{value}, true, true};
}
inline Attribute attribute_if(bool condition, std::string_view name, std::string_view value) {
    return {name, std::string{value}, condition, true};
}
inline Attribute flag(std::string_view name, bool is_on = true) {
    return {name, {}, is_on, false};
}
inline Attribute cls(std::string_view classes) {
    return attribute("class", classes);
}
inline Attribute id(std::string_view value) {
    return attribute("id", value);
}
inline Attribute href(std::string_view url) {
    return attribute("href", url);
} ///< javascript: and data: are refused (empty).

/// What an element holds: attributes first, then content; optionals and vectors of Html may be passed as they are.
class Part {
public:
    Part(const Attribute& attribute) : attribute_{&attribute} {}
    Part(const Html& html) : html_{&html} {}
    Part(const std::optional<Html>& html) : html_{html ? &*html : nullptr} {}
    Part(const std::vector<Html>& list) : list_{&list} {}
    Part(std::string_view text) : text_{text} {}
    Part(const std::string& text) : text_{text} {}
    Part(const char* text) : text_{text} {}

private:
    friend Html element(std::string_view tag, const Part* parts, std::size_t count);
    const Attribute* attribute_ = nullptr;
    const Html* html_ = nullptr;
    const std::vector<Html>* list_ = nullptr;
    std::string_view text_;
};

Html element(std::string_view tag, const Part* parts, std::size_t count);

/// The parts one after the other, without an element round them.
Html join(const std::vector<Html>& parts, std::string_view separator = {});

#define SAMBAND_ELEMENT(name, tag)                                                                                     \
    template <class... Parts>                                                                                          \
    Html name(const Parts&... parts) {                                                                                 \
        const Part list[] = {Part{""}, Part{parts}...};                                                                \
        return element(tag, list + 1, sizeof...(parts));                                                               \
    }

SAMBAND_ELEMENT(a, "a")
SAMBAND_ELEMENT(abbr, "abbr")
SAMBAND_ELEMENT(article, "article")
SAMBAND_ELEMENT(aside, "aside")
SAMBAND_ELEMENT(blockquote, "blockquote")
SAMBAND_ELEMENT(body, "body")
SAMBAND_ELEMENT(br, "br")
SAMBAND_ELEMENT(button, "button")
SAMBAND_ELEMENT(caption, "caption")
SAMBAND_ELEMENT(circle, "circle")
SAMBAND_ELEMENT(code, "code")
SAMBAND_ELEMENT(datalist, "datalist")
SAMBAND_ELEMENT(defs, "defs")
SAMBAND_ELEMENT(dd, "dd")
SAMBAND_ELEMENT(desc, "desc")
SAMBAND_ELEMENT(details, "details")
SAMBAND_ELEMENT(dialog, "dialog")
SAMBAND_ELEMENT(div, "div")
SAMBAND_ELEMENT(dl, "dl")
SAMBAND_ELEMENT(dt, "dt")
SAMBAND_ELEMENT(em, "em")
SAMBAND_ELEMENT(fieldset, "fieldset")
SAMBAND_ELEMENT(figure, "figure")
SAMBAND_ELEMENT(figcaption, "figcaption")
SAMBAND_ELEMENT(footer, "footer")
SAMBAND_ELEMENT(form, "form")
SAMBAND_ELEMENT(g, "g")
SAMBAND_ELEMENT(h1, "h1")
SAMBAND_ELEMENT(h2, "h2")
SAMBAND_ELEMENT(h3, "h3")
SAMBAND_ELEMENT(h4, "h4")
SAMBAND_ELEMENT(head, "head")
SAMBAND_ELEMENT(header, "header")
SAMBAND_ELEMENT(hr, "hr")
SAMBAND_ELEMENT(html, "html")
SAMBAND_ELEMENT(i, "i")
SAMBAND_ELEMENT(img, "img")
SAMBAND_ELEMENT(input, "input")
SAMBAND_ELEMENT(label, "label")
SAMBAND_ELEMENT(legend, "legend")
SAMBAND_ELEMENT(li, "li")
SAMBAND_ELEMENT(line, "line")
SAMBAND_ELEMENT(link, "link")
SAMBAND_ELEMENT(main, "main")
SAMBAND_ELEMENT(mark, "mark")
SAMBAND_ELEMENT(meta, "meta")
SAMBAND_ELEMENT(nav, "nav")
SAMBAND_ELEMENT(ol, "ol")
SAMBAND_ELEMENT(optgroup, "optgroup")
SAMBAND_ELEMENT(option, "option")
SAMBAND_ELEMENT(output, "output")
SAMBAND_ELEMENT(p, "p")
SAMBAND_ELEMENT(path, "path")
SAMBAND_ELEMENT(pattern, "pattern")
SAMBAND_ELEMENT(polyline, "polyline")
SAMBAND_ELEMENT(pre, "pre")
SAMBAND_ELEMENT(progress, "progress")
SAMBAND_ELEMENT(rect, "rect")
SAMBAND_ELEMENT(script, "script")
SAMBAND_ELEMENT(search, "search")
SAMBAND_ELEMENT(section, "section")
SAMBAND_ELEMENT(select, "select")
SAMBAND_ELEMENT(small, "small")
SAMBAND_ELEMENT(span, "span")
SAMBAND_ELEMENT(strong, "strong")
SAMBAND_ELEMENT(summary, "summary")
SAMBAND_ELEMENT(svg, "svg")
SAMBAND_ELEMENT(symbol, "symbol")
SAMBAND_ELEMENT(table, "table")
SAMBAND_ELEMENT(tbody, "tbody")
SAMBAND_ELEMENT(td, "td")
SAMBAND_ELEMENT(text, "text")
SAMBAND_ELEMENT(textarea, "textarea")
SAMBAND_ELEMENT(tfoot, "tfoot")
SAMBAND_ELEMENT(th, "th")
SAMBAND_ELEMENT(thead, "thead")
SAMBAND_ELEMENT(time, "time")
SAMBAND_ELEMENT(title, "title")
SAMBAND_ELEMENT(tr, "tr")
SAMBAND_ELEMENT(ul, "ul")
SAMBAND_ELEMENT(use, "use")
#undef SAMBAND_ELEMENT

} // namespace html

using html::Html;
