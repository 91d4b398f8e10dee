#include "platform/json/tests/samples.hpp"

#include <gtest/gtest.h>

using namespace sample;

namespace {

const json::FormFields complete_form{{"title", "Ny løsning"},
                                     {"votesFor", "1 200"},
                                     {"share", "95,5"},
                                     {"isPublic", "on"},
                                     {"decidedOn", "4.3.2026"},
                                     {"opensAt", "2026-07-01T10:00"},
                                     {"bodyId", ""},
                                     {"outcome", "adopted"},
                                     {"points[0].text", "Første"},
                                     {"points[0].outcome", ""},
                                     {"points.2.text", "Andre"},
                                     {"points.2.outcome", "other"},
                                     {"points[3].text", " "},
                                     {"points[3].outcome", ""},
                                     {"tags", "arkiv"},
                                     {"tags", ""},
                                     {"tags", "post"},
                                     {"csrfToken", "x"},
                                     {"requestKey", "y"},
                                     {"version", "7"}};

json::FormFields form_with(std::string_view name, std::string_view value) {
    auto fields = complete_form;
    for (auto& field : fields) {
        if (field.first == name) {
            field.second = value;
            return fields;
        }
    }
    fields.emplace_back(name, value);
    return fields;
}

Faults field_faults(std::string_view name, std::string_view value) {
    return faults_of(json::read_form<NewCase>(form_with(name, value)));
}

TEST(ReadForm, FillsNestedAndRepeatedFields) {
    const auto read = json::read_form<NewCase>(complete_form);

    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(read->votes_for, 1200);
    EXPECT_EQ(read->share, 95.5);
    EXPECT_TRUE(read->is_public);
    EXPECT_EQ(to_string(read->decided_on), "2026-03-04");
    EXPECT_EQ(to_string(read->opens_at), "2026-07-01T08:00:00.000Z"); // summer time in Norway
    EXPECT_FALSE(read->body_id);
    ASSERT_EQ(read->points.size(), 2U); // the blank row is no point
    EXPECT_EQ(read->points[1].text, "Andre");
    EXPECT_EQ(read->points[1].outcome, Outcome::other_);
    EXPECT_EQ(read->tags, (std::vector<std::string>{"arkiv", "post"}));
}

TEST(ReadForm, TakesAnUntickedBoxAsFalseAndBlankAsAbsent) {
    const auto read = json::read_form<NewCase>(form_with("isPublic", ""));
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->is_public);
    EXPECT_EQ(field_faults("title", "  "), Faults{"#/title platform.field_missing"});
    EXPECT_EQ(field_faults("votesFor", ""), Faults{"#/votesFor platform.field_missing"});
    EXPECT_EQ(field_faults("page", ""), Faults{});
}

TEST(ReadForm, PointsAtTheRowThatWasSent) {
    EXPECT_EQ(field_faults("points.2.outcome", "lost"), Faults{"#/points/2/outcome platform.not_one_of"});
    EXPECT_EQ(field_faults("points.x.text", "a"), Faults{"#/points/x platform.field_unknown"});
    EXPECT_EQ(field_faults("points[1].name", "a"),
              (Faults{"#/points/1/text platform.field_missing", "#/points/1/name platform.field_unknown"}));
}

TEST(ReadForm, RefusesWhatJsonWouldRefuse) {
    EXPECT_EQ(field_faults("isPublic", "perhaps"), Faults{"#/isPublic platform.not_one_of"});
    EXPECT_EQ(field_faults("votesFor", "many"), Faults{"#/votesFor platform.not_a_number"});
    EXPECT_EQ(field_faults("votesFor", "99999999999999999999"), Faults{"#/votesFor platform.number_out_of_range"});
    EXPECT_EQ(field_faults("share", "inf"), Faults{"#/share platform.not_a_number"});
    EXPECT_EQ(field_faults("decidedOn", "31.2.2026"), Faults{"#/decidedOn platform.not_a_date"});
    EXPECT_EQ(field_faults("opensAt", "2026-07-01T25:00"), Faults{"#/opensAt platform.not_a_time"});
    EXPECT_EQ(field_faults("colour", "red"), Faults{"#/colour platform.field_unknown"});
    EXPECT_EQ(field_faults("title", "\xFF"),
              (Faults{"#/title platform.bad_encoding", "#/title platform.field_missing"}));
}

TEST(ReadForm, RefusesTheSameSingleFieldTwice) {
    auto fields = complete_form;
    fields.emplace_back("title", "Another");
    EXPECT_EQ(faults_of(json::read_form<NewCase>(fields)), Faults{"#/title platform.duplicate_field"});
    EXPECT_EQ(field_faults("title.x", "a"),
              (Faults{"#/title platform.duplicate_field", "#/title platform.wrong_type"}));
}

TEST(ReadForm, SurvivesStrangeNames) {
    for (const auto* name : {"", ".", "a..b", "[", "[]", "points[", "points[0", "points]", "points[0]]",
                             "points[-1].text", "points[99999999999].text", "a.", ".a", "points[][]"}) {
        EXPECT_FALSE(field_faults(name, "x").empty()) << name;
    }
    std::string deep = "a";
    for (int i = 0; i < 40; ++i)
        deep += ".a";
    EXPECT_EQ(field_faults(deep, "x"), Faults{"#/a platform.too_deep"});
}

TEST(ReadForm, HasALimitOfFields) {
    auto fields = complete_form;
    for (int i = 0; i < 10'001; ++i)
        fields.emplace_back("tags", "x");
    EXPECT_EQ(faults_of(json::read_form<NewCase>(fields)), Faults{"# platform.too_many_items"});
}

TEST(ReadQuery, RequiresNothingAndPassesOverWhatOthersAdd) {
    const auto read = json::read_query<NewCase>({{"tags", "arkiv"}, {"utm_source", "brev"}, {"page", "3"}});
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(read->tags, std::vector<std::string>{"arkiv"});
    EXPECT_EQ(read->page, 3);
    EXPECT_EQ(faults_of(json::read_query<Point>({{"page", "3"}, {"outcome", ""}, {"stat", "x"}})),
              Faults{"#/stat platform.field_unknown"});
}

} // namespace
