#include "platform/journal/sentence.hpp"

#include "platform/texts.hpp"

#include <gtest/gtest.h>

namespace {

const i18n::Entry happened_entries[] = {
    {"event.test.voted",
     {"{count, plural, one {Én stemme} other {{count} stemmer}} for {proposals, number} forslag av {name}", "", "",
      ""}}};
const i18n::Catalogue happened_catalogue{"test", happened_entries};

std::string said(std::string type, std::string body) {
    const i18n::Library texts{{&happened_catalogue, &platform::text::catalogue}};
    journal::StoredEvent event{};
    event.type = std::move(type);
    event.body = std::move(body);
    return journal::sentence(event, texts.in(i18n::Language::nb));
}

TEST(Sentence, IsFilledFromTheBody) {
    EXPECT_EQ(said("test.voted", R"({"count":2,"proposals":["A","B"],"name":"Kari"})"),
              "2 stemmer for 2 forslag av Kari");
}

TEST(Sentence, SaysThatANameIsRemoved) {
    EXPECT_EQ(said("test.voted", R"({"count":1,"proposals":[],"name":null})"), "Én stemme for 0 forslag av (slettet)");
}

TEST(Sentence, IsTheTypeWhereNoCatalogueHasWords) {
    EXPECT_EQ(said("test.unheard_of", "{}"), "test.unheard_of");
}

TEST(Actor, IsNamedWithBehalfAndAuthority) {
    const i18n::Library texts{{&platform::text::catalogue}};
    const auto& nb = texts.in(i18n::Language::nb);
    journal::StoredEvent event{};
    event.actor_kind = "person";
    EXPECT_EQ(journal::actor(event, nb), "(slettet)");
    event.actor_name = "Kari";
    event.organisation_name = "KS";
    event.authority = "sekretær";
    EXPECT_EQ(journal::actor(event, nb), "Kari, KS (sekretær)");
}

} // namespace
