#include "platform/json/tests/samples.hpp"

#include <gtest/gtest.h>

using namespace sample;

namespace {

const json::Type::Field& field(const json::Type& type, std::string_view name) {
    for (const auto& candidate : type.fields) {
        if (candidate.name == name) return candidate;
    }
    throw std::out_of_range{std::string{name}};
}

TEST(TypeOf, DescribesAStruct) {
    const auto& type = *json::type_of<NewCase>();

    EXPECT_EQ(type.kind, json::Type::Kind::object);
    EXPECT_EQ(type.name, "NewCase");
    EXPECT_EQ(type.module, "sample");
    EXPECT_EQ(type.fields.size(), 12U);
    EXPECT_TRUE(field(type, "title").is_required);
    EXPECT_EQ(field(type, "title").type()->length_max, 20U);
    EXPECT_EQ(field(type, "title").type()->length_min, 1U);
    EXPECT_FALSE(field(type, "summary").is_required);
    EXPECT_FALSE(field(type, "page").is_required);
    EXPECT_EQ(field(type, "page").otherwise, "1");
    EXPECT_EQ(field(type, "page").type()->maximum, 255);
    EXPECT_EQ(field(type, "decidedOn").type()->format, "date");
    EXPECT_EQ(field(type, "opensAt").type()->format, "date-time");
    EXPECT_EQ(field(type, "bodyId").type()->format, "uuid");
    EXPECT_TRUE(field(type, "bodyId").is_optional);
    EXPECT_EQ(field(type, "outcome").type()->values, (std::vector<std::string_view>{"adopted", "sent_back", "other"}));
    EXPECT_EQ(field(type, "points").type()->items()->name, "Point");
}

struct Branch {
    std::string name;
    std::vector<Branch> branches;
};
BOOST_DESCRIBE_STRUCT(Branch, (), (name, branches))

TEST(TypeOf, DescribesATypeThatHoldsItself) {
    const auto* type = json::type_of<Branch>();
    EXPECT_EQ(field(*type, "branches").type()->items(), type);
    EXPECT_EQ(type->name, "Branch");
    EXPECT_EQ(json::write(*json::read<Branch>(R"({"name":"a","branches":[{"name":"b","branches":[]}]})")),
              R"({"name":"a","branches":[{"name":"b","branches":[]}]})");
}

template <class Row>
struct Page {
    std::vector<Row> rows;
    BOOST_DESCRIBE_CLASS(Page, (), (rows), (), ())
};

TEST(TypeOf, NamesATemplateAfterWhatItHolds) {
    EXPECT_EQ(json::type_of<Page<Point>>()->name, "PagePoint");
}

static_assert(json::name_of(Outcome::sent_back) == "sent_back");
static_assert(json::enumerator_of<Outcome>("other") == Outcome::other_);
static_assert(!json::enumerator_of<Outcome>("other_"));

} // namespace
