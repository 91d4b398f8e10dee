#include "platform/xml/tree.hpp"

#include "platform/xml/errors.hpp"

#include <gtest/gtest.h>

static std::string refused(std::string_view text) {
    const auto read = xml::parse(text, "melding");
    return read ? "read" : std::string{read.error().code};
}

TEST(XmlTree, HoldsNamesWithoutPrefixAttributesAndTextInOrder) {
    const auto tree =
        xml::parse(R"(<?xml version="1.0"?><s:a xmlns:s="urn:x"><b x:t="1" xmlns:x="urn:y">én</b> <b>to</b>)"
                   R"(<c><![CDATA[<tre>]]></c><d/></s:a>)",
                   "melding");
    ASSERT_TRUE(tree) << describe(tree.error());
    EXPECT_EQ(tree->name, "a");
    ASSERT_EQ(tree->all("b").size(), 2U);
    EXPECT_EQ(tree->all("b")[1]->text, "to");
    EXPECT_EQ(tree->find("b")->attribute("t"), "1");
    EXPECT_EQ(tree->text_of("c"), "<tre>");
    EXPECT_EQ(tree->text_of("d"), "");
    EXPECT_EQ(tree->find("e"), nullptr);
}

TEST(XmlTree, RefusesWhatIsNotWellFormedAndEveryDocumentType) {
    for (const auto* text : {"", "tekst", "<a>", "<a></b>", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
                             "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "<a>&ukjent;</a>"}) {
        EXPECT_EQ(refused(text), platform::xml_unreadable.name) << text;
    }
}

TEST(XmlTree, IsBoundedInDepthAndNumber) {
    std::string deep, many{"<a>"};
    for (std::size_t i = 0; i <= xml::tree_depth_max; ++i) {
        deep = "<a>" + deep + "</a>";
    }
    for (std::size_t i = 0; i <= xml::tree_nodes_max; ++i) {
        many += "<b/>";
    }
    EXPECT_EQ(refused(deep), platform::xml_unreadable.name);
    EXPECT_EQ(refused(many + "</a>"), platform::xml_unreadable.name);
}
