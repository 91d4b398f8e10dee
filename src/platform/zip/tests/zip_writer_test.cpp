#include "platform/zip/zip_writer.hpp"

#include "platform/testing/test_files.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>

TEST(ZipWriter, MakesArchivesThatOthersOpen) {
    const auto folder = world::new_test_folder();
    {
        zip::Writer writer;
        std::ofstream out{folder + "/archive.zip", std::ios::binary};
        out << writer.begin_file("blåbær.txt", 6) << writer.add("søt") << writer.add("t!") << writer.end_file();
        out << writer.begin_file("tom.txt", 0) << writer.end_file();
        // Said to be long, so that the longer form is written; other programs must read it all the same.
        out << writer.begin_file("lang.bin", std::uint64_t{5} << 30);
        for (int i = 0; i < 20; ++i) {
            out << writer.add(std::string(10'000, static_cast<char>('a' + i)));
        }
        out << writer.end_file() << writer.finish();
    }
    const auto check = fmt::format("cd {} && python3 -c \"import zipfile; z = zipfile.ZipFile('archive.zip'); "
                                   "assert z.testzip() is None; "
                                   "assert z.namelist() == ['blåbær.txt', 'tom.txt', 'lang.bin'], z.namelist(); "
                                   "assert z.read('blåbær.txt').decode() == 'søtt!'; "
                                   "assert len(z.read('lang.bin')) == 200000; assert z.read('tom.txt') == b''\"",
                                   folder);
    EXPECT_EQ(std::system(check.c_str()), 0);
    world::remove_test_folder(folder);
}

TEST(ZipWriter, DoesNotPackAgainWhatIsPackedAlready) {
    std::string noise(40'000, '\0');
    std::uint32_t state = 1;
    for (auto& byte : noise) {
        state = state * 1664525 + 1013904223;
        byte = static_cast<char>(state >> 24);
    }
    const auto packed_bytes = [](const std::string& content) {
        zip::Writer writer;
        (void)writer.begin_file("innhold", content.size());
        auto packed = writer.add(content);
        packed += writer.end_file();
        return packed.size();
    };
    EXPECT_GT(packed_bytes(noise), noise.size()) << "kept as it is, with a few bytes around";
    EXPECT_LT(packed_bytes(noise), noise.size() + 100);
    EXPECT_LT(packed_bytes(std::string(40'000, 'a')), 1'000U);
}
