#include "platform/content/media_kind.hpp"

#include <string>

using content::MediaKind;
using content::recognise;
using namespace std::string_literals;

static std::string open_document(const std::string& type, const std::string& behind = "PK") {
    return "PK\x03\x04"s + std::string(26, '\0') + "mimetype" + type + behind;
}

TEST(MediaKind, IsToldByTheFirstBytes) {
    EXPECT_EQ(recognise("%PDF-1.7\n"), MediaKind::pdf);
    EXPECT_EQ(recognise("\x89PNG\r\n\x1A\n and more"), MediaKind::png);
    EXPECT_EQ(recognise("\xFF\xD8\xFF\xE0"), MediaKind::jpeg);
    EXPECT_EQ(recognise("GIF89a"), MediaKind::gif);
    EXPECT_EQ(recognise("RIFF1234WEBPVP8 "), MediaKind::webp);
    EXPECT_EQ(recognise(open_document("application/vnd.oasis.opendocument.text")), MediaKind::odt);
    EXPECT_EQ(recognise(open_document("application/vnd.oasis.opendocument.spreadsheet")), MediaKind::ods);
    EXPECT_EQ(recognise("Vedtaket gjelder alle kommuner, også på Røros.\n"), MediaKind::text);
}

TEST(MediaKind, IsUnknownForWhatOnlyResemblesAnOpenDocument) {
    EXPECT_EQ(recognise(open_document("application/vnd.oasis.opendocument.text", "-template")), MediaKind::unknown);
    EXPECT_EQ(recognise(open_document("application/vnd.ms-word")), MediaKind::unknown);
    EXPECT_EQ(recognise("PK\x03\x04"), MediaKind::unknown);
}

TEST(MediaKind, IsUnknownForWhatABrowserCouldRun) {
    EXPECT_EQ(recognise("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), MediaKind::unknown);
    EXPECT_EQ(recognise(" \n<html>"), MediaKind::unknown);
    EXPECT_EQ(recognise("\xEF\xBB\xBF<script>"), MediaKind::unknown);
}

TEST(MediaKind, IsUnknownForBytesThatAreNoText) {
    EXPECT_EQ(recognise(""), MediaKind::unknown);
    EXPECT_EQ(recognise("MZ\x90\x00"s), MediaKind::unknown);
    EXPECT_EQ(recognise("ab\xC3\x28 cd efghij"), MediaKind::unknown);
}

TEST(MediaKind, TakesTextWhoseLastCharacterIsCut) {
    EXPECT_EQ(recognise("bl\xC3"), MediaKind::text);
}
