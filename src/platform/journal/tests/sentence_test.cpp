#include "platform/journal/sentence.hpp"

#include "platform/texts.hpp"

#include <gtest/gtest.h>

namespace {

const i18n::Entry entries[] = {
    {"event.test.voted",
     {"{count, plural, one {Én stemme} other {{count} stemmer}} for {proposals} av {name}", "", "", ""}}};
const i18n::Catalogue catalogue{"test", entries};

std::string said(std::string type, std::string body) {
    const i18n::Library texts{{&catalogue, &platform::text::catalogue}};
    journal::StoredEvent event{};
    event.type = std::move(type);
    event.body = std::move(body);
    return journal::sentence(event, texts.in(i18n::Language::nb));
}

TEST(Sentence, IsFilledFromTheBody) {
    EXPECT_EQ(said("test.voted", R"({"count":2,"proposals":["A","B"],"name":"Kari"})"), "2 stemmer for A, B av Kari");
}

TEST(Sentence, SaysThatANameIsRemoved) {
    EXPECT_EQ(said("test.voted", R"({"count":1,"proposals":[],"name":null})"), "Én stemme for  av (slettet)");
}

TEST(Sentence, IsTheTypeWhereNoCatalogueHasWords) {
    EXPECT_EQ(said("test.unheard_of", "{}"), "test.unheard_of");
}

} // namespace
