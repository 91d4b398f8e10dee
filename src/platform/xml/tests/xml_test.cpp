#include "platform/errors.hpp"
#include "platform/testing/test_files.hpp"
#include "platform/xml/errors.hpp"
#include "platform/xml/reader.hpp"
#include "platform/xml/writer.hpp"

#include <fstream>
#include <gtest/gtest.h>

namespace {

class Xml : public ::testing::Test {
protected:
    Xml() : folder{world::new_test_folder()} {}
    ~Xml() override { world::remove_test_folder(folder); }
    std::string kept(std::string_view bytes) {
        std::ofstream{folder + "/100%25 blank.xml", std::ios::binary} << bytes;
        return folder + "/100%25 blank.xml";
    }
    std::string folder;
};

constexpr std::string_view grammar =
    R"(<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><oneOrMore><element name="b"><text/></element></oneOrMore></element>)";

} // namespace

TEST_F(Xml, IsReadAsItWasWritten) {
    std::string bytes;
    xml::Writer writer{[&](std::string_view piece) -> Result<void> {
        bytes += piece;
        return {};
    }};
    writer.open("a", {{"word", "\"<&>\""}});
    writer.text("b", "æ & < ]]> \x01 ø");
    writer.text_if("b", "");
    writer.close();
    ASSERT_TRUE(writer.finish());

    std::vector<std::string> seen;
    xml::Attributes attributes;
    const auto read = xml::read_file(
        kept(bytes),
        {.began = [&](const xml::Path&,
                      const xml::Attributes& each) { attributes.insert(attributes.end(), each.begin(), each.end()); },
         .ended = [&](const xml::Path& path,
                      std::string_view text) { seen.push_back(path.back() + ":" + std::string{text.substr(0, 8)}); },
         .grammar = grammar});
    EXPECT_FALSE(read) << "the grammar knows no attribute";
    seen.clear();
    attributes.clear();
    ASSERT_TRUE(xml::read_file(
        kept(bytes),
        {.began = [&](const xml::Path&,
                      const xml::Attributes& each) { attributes.insert(attributes.end(), each.begin(), each.end()); },
         .ended = [&](const xml::Path& path,
                      std::string_view text) { seen.push_back(path.back() + ":" + std::string{text}); },
         .grammar = {}}));
    ASSERT_EQ(seen.size(), 2U);
    EXPECT_EQ(seen[0], "b:æ & < ]]>  ø");
    ASSERT_EQ(attributes.size(), 1U);
    EXPECT_EQ(attributes[0].second, "\"<&>\"");
}

TEST_F(Xml, IsRefusedWithLineAndReason) {
    for (const auto* broken : {"", "<a>", "<a><c/></a>", "<a/>", "not xml"}) {
        const auto refused = xml::read_file(kept(broken), {.began = {}, .ended = {}, .grammar = grammar});
        ASSERT_FALSE(refused) << broken;
        EXPECT_EQ(refused.error().code, platform::xml_unreadable.name);
    }
    EXPECT_EQ(xml::read_file(folder + "/none.xml", {}).error().code, platform::xml_unreadable.name);
    EXPECT_TRUE(xml::read_file(kept("<a><b>x</b></a>"), {.began = {}, .ended = {}, .grammar = grammar}));
}

TEST_F(Xml, ExpandsNoEntities) {
    std::string text;
    const auto read = xml::read_file(
        kept("<!DOCTYPE a [<!ENTITY big \"bang\"><!ENTITY file SYSTEM \"file:///etc/passwd\">]><a>&big;&file;</a>"),
        {.began = {}, .ended = [&](const xml::Path&, std::string_view found) { text = found; }, .grammar = {}});
    EXPECT_EQ(text.find("root:"), std::string::npos);
    EXPECT_EQ(text.find("bang"), std::string::npos);
    EXPECT_TRUE(read);
}

TEST_F(Xml, GivesTheErrorOfItsSink) {
    xml::Writer writer{[](std::string_view) -> Result<void> { return platform::internal.error(); }};
    writer.open("a");
    writer.text("b", std::string(100'000, 'x'));
    writer.close();
    EXPECT_FALSE(writer.finish());
}
