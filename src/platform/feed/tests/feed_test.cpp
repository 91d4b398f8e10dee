#include "platform/feed/feed.hpp"

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

namespace {

/// A parsed document, asked with XPath; "a" is Atom's namespace.
class Document {
public:
    explicit Document(const std::string& text)
        : document_{xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr, XML_PARSE_NONET),
                    &xmlFreeDoc} {}
    [[nodiscard]] bool is_well_formed() const { return document_ != nullptr; }
    [[nodiscard]] std::string text(const char* path) const {
        const std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)> context{
            xmlXPathNewContext(document_.get()), &xmlXPathFreeContext};
        xmlXPathRegisterNs(context.get(), BAD_CAST "a", BAD_CAST "http://www.w3.org/2005/Atom");
        const auto query = "string(" + std::string{path} + ")";
        const std::unique_ptr<xmlXPathObject, decltype(&xmlXPathFreeObject)> found{
            xmlXPathEvalExpression(BAD_CAST query.c_str(), context.get()), &xmlXPathFreeObject};
        return reinterpret_cast<const char*>(found->stringval);
    }

private:
    std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document_;
};

feed::Feed sample() {
    const auto at = *parse_instant("2026-03-04T09:00:00Z");
    return {.id = "urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057",
            .title = "Saker <nye> & gamle",
            .url = "https://samband.example/cases?state=open&page=1",
            .self_url = "https://samband.example/cases.atom",
            .language = "nb",
            .updated = at,
            .next_url = "https://samband.example/cases.atom?page=2",
            .entries = {{.id = "urn:uuid:01890a5d-ac96-774b-bcce-b302099a8058",
                         .title = "Ny «løsning»",
                         .url = "https://samband.example/cases/19-03109",
                         .updated = at,
                         .author = "Kari Nordmann",
                         .summary = "a\x01"
                                    "b ]]> <b>",
                         .categories = {"arkiv", "post"}},
                        {.id = "urn:uuid:01890a5d-ac96-774b-bcce-b302099a8059",
                         .title = "",
                         .url = "https://samband.example/x",
                         .updated = at,
                         .author = "",
                         .summary = "",
                         .categories = {}}}};
}

TEST(WriteFeed, HasWhatRfc4287Demands) {
    const auto text = feed::write(sample());
    const Document document{text};

    ASSERT_TRUE(document.is_well_formed()) << text;
    EXPECT_TRUE(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
    EXPECT_EQ(document.text("/a:feed/a:id"), sample().id);
    EXPECT_EQ(document.text("/a:feed/a:title"), "Saker <nye> & gamle");
    EXPECT_EQ(document.text("/a:feed/a:updated"), "2026-03-04T09:00:00.000Z");
    EXPECT_EQ(document.text("/a:feed/a:author/a:name"), "Samband");
    EXPECT_EQ(document.text("/a:feed/@xml:lang"), "nb");
    EXPECT_EQ(document.text("/a:feed/a:link[@rel='self']/@href"), sample().self_url);
    EXPECT_EQ(document.text("/a:feed/a:link[@rel='alternate']/@href"), sample().url);
    EXPECT_EQ(document.text("/a:feed/a:link[@rel='next']/@href"), sample().next_url);
    EXPECT_EQ(document.text("count(//a:entry)"), "2");
    EXPECT_EQ(
        document.text(
            "count(//a:entry[count(a:id)=1 and count(a:title)=1 and count(a:updated)=1 and a:link[@rel='alternate']])"),
        "2");
}

TEST(WriteFeed, WritesEntriesWithoutWhatXmlCannotHold) {
    const Document document{feed::write(sample())};
    EXPECT_EQ(document.text("//a:entry[1]/a:summary"), "ab ]]> <b>");
    EXPECT_EQ(document.text("//a:entry[1]/a:author/a:name"), "Kari Nordmann");
    EXPECT_EQ(document.text("//a:entry[1]/a:category[2]/@term"), "post");
    EXPECT_EQ(document.text("count(//a:entry[2]/a:author) + count(//a:entry[2]/a:summary)"), "0");
}

TEST(WriteFeed, IsAFeedEvenWhenEmpty) {
    auto empty = sample();
    empty.entries.clear();
    empty.next_url.clear();
    const Document document{feed::write(empty)};
    ASSERT_TRUE(document.is_well_formed());
    EXPECT_EQ(document.text("count(//a:link[@rel='next'])"), "0");
}

} // namespace
