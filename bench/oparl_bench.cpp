// How fast a whole OParl system is taken in: a drawn body in a folder, read, read again, and beside it what no import
// can be faster than: parsing the same files, and writing the same rows bare.
//
// Usage: oparl_bench [OBJECTS] [DATABASE-URL]
#include "oparl/oparl.hpp"
#include "platform/crypto/key_file.hpp"
#include "platform/journal/sealed_journal.hpp"
#include "platform/json/value.hpp"
#include "platform/services.hpp"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <random>
#include <stdexcept>

namespace {

const std::string home = "https://ris.example/oparl/";

template <class T>
T good(Result<T> result) {
    if (!result) throw std::runtime_error{describe(result.error())};
    return *std::move(result);
}
void good(Result<void> result) {
    if (!result) throw std::runtime_error{describe(result.error())};
}

/// Draws a municipality's council work: people and seats, meetings and items, papers with files and consultations.
class DrawnBody {
public:
    DrawnBody(std::filesystem::path folder, std::int64_t objects) : folder_{std::move(folder)}, wanted_{objects} {
        std::filesystem::create_directories(folder_);
    }

    void draw() {
        write_file("system", {object("System", "system", R"("name":"Drawn system")")});
        write_file("body", {object("Body", "body", fmt::format(R"("name":"Drawn town","system":"{}system")", home))});
        draw_many("organizations", 60, [&](int n) {
            return object("Organization", fmt::format("organization/{}", n),
                          fmt::format(R"("body":"{}body","name":"{}","organizationType":"Gremium")", home, words(3)));
        });
        draw_many("persons", static_cast<int>(wanted_ / 80), [&](int n) { return person(n); });
        draw_many("meetings", static_cast<int>(wanted_ / 26), [&](int n) { return meeting(n); });
        draw_many("papers", static_cast<int>(wanted_), [&](int n) { return paper(n); });
    }
    [[nodiscard]] std::int64_t objects() const { return drawn_; }
    [[nodiscard]] std::int64_t bytes() const { return bytes_; }

private:
    std::string object(std::string_view type, std::string_view id, std::string_view members) {
        ++drawn_;
        return fmt::format(
            R"({{"id":"{}{}","type":"https://schema.oparl.org/1.1/{}",{},"created":"2024-0{}-11T09:30:00+01:00",)"
            R"("modified":"2025-0{}-1{}T12:00:00+02:00"}})",
            home, id, type, members, some(1, 9), some(1, 9), some(0, 9));
    }
    std::string person(int n) {
        std::string seats;
        for (int seat = 0; seat < 3; ++seat) {
            seats += seat == 0 ? "" : ",";
            seats += object("Membership", fmt::format("membership/{}-{}", n, seat),
                            fmt::format(R"("organization":"{}organization/{}","role":"medlem","votingRight":true)",
                                        home, some(1, 60)));
        }
        return object("Person", fmt::format("person/{}", n),
                      fmt::format(R"("body":"{}body","name":"{}","familyName":"{}","membership":[{}])", home, words(2),
                                  words(1), seats));
    }
    std::string file(std::string_view id) {
        return object(
            "File", id,
            fmt::format(
                R"("name":"{}","fileName":"{}.pdf","mimeType":"application/pdf","size":{},"accessUrl":"{}download/{}",)"
                R"("sha1Checksum":"{:040x}")",
                words(5), id, some(1000, 5'000'000), home, id, some(0, 1'000'000'000)));
    }
    std::string meeting(int n) {
        std::string items;
        for (int item = 0; item < 10; ++item) {
            items += item == 0 ? "" : ",";
            items += object("AgendaItem", fmt::format("item/{}-{}", n, item),
                            fmt::format(R"("number":"{}","order":{},"name":"{}","public":true,"result":"{}")", item + 1,
                                        item + 1, words(8), words(2)));
        }
        return object(
            "Meeting", fmt::format("meeting/{}", n),
            fmt::format(R"("name":"{}","start":"2025-0{}-1{}T18:00:00+01:00","organization":["{}organization/{}"],)"
                        R"("invitation":{},"agendaItem":[{}])",
                        words(3), some(1, 9), some(0, 9), home, some(1, 60), file(fmt::format("file/m{}", n)), items));
    }
    std::string paper(int n) {
        return object(
            "Paper", fmt::format("paper/{}", n),
            fmt::format(
                R"("body":"{}body","name":"{}","reference":"{}/25","date":"2025-0{}-1{}","mainFile":{},"auxiliaryFile":[{}],)"
                R"("consultation":[{}])",
                home, words(9), n, some(1, 9), some(0, 9), file(fmt::format("file/p{}", n)),
                file(fmt::format("file/a{}", n)),
                object("Consultation", fmt::format("consultation/{}", n),
                       fmt::format(
                           R"("agendaItem":"{}item/{}-{}","organization":["{}organization/{}"],"authoritative":false)",
                           home, some(1, 3000), some(0, 9), home, some(1, 60)))));
    }

    template <class Make>
    void draw_many(std::string_view kind, int count, Make make) {
        std::vector<std::string> page;
        int number = 0;
        for (int n = 1; n <= count && drawn_ < wanted_; ++n) {
            page.push_back(make(n));
            if (page.size() == 100) write_file(fmt::format("{}-{:05}", kind, ++number), std::exchange(page, {}));
        }
        if (!page.empty()) write_file(fmt::format("{}-{:05}", kind, ++number), page);
    }
    void write_file(const std::string& name, const std::vector<std::string>& objects) {
        const auto text = fmt::format("{{\"data\":[\n{}\n]}}", fmt::join(objects, ",\n"));
        bytes_ += std::ssize(text);
        std::ofstream{folder_ / (name + ".json"), std::ios::binary} << text;
    }
    std::string words(int count) {
        static constexpr std::array<std::string_view, 12> known{
            "veg", "skole", "plan", "vann", "bygg", "helse", "kultur", "nett", "støtte", "område", "budsjett", "møte"};
        std::string line;
        for (int i = 0; i < count; ++i)
            line.append(i == 0 ? "" : " ").append(known[some(0, 11)]);
        return line;
    }
    unsigned some(unsigned from, unsigned to) { return std::uniform_int_distribution<unsigned>{from, to}(chance_); }

    std::filesystem::path folder_;
    std::int64_t wanted_, drawn_ = 0, bytes_ = 0;
    std::mt19937 chance_{26};
};

/// All the program needs, in a folder of its own.
struct Ground {
    Ground(const std::string& folder, const std::string& url) {
        std::filesystem::create_directories(folder);
        db::Options options;
        options.url = url.empty() ? "sqlite:" + folder + "/samband.db" : url;
        database = good(db::open(options));
        good(db::migrate(*database));
        master = good(crypto::load_or_create_master_key(folder + "/master.key", *random));
        journal = journal::make(*database, *master, *random);
    }
    std::unique_ptr<Clock> clock = make_system_clock();
    std::unique_ptr<Random> random = make_system_random();
    std::optional<crypto::Key> master;
    std::unique_ptr<db::Database> database;
    std::unique_ptr<journal::Journal> journal;
    std::unique_ptr<blobs::Store> blobs = blobs::unopened();
    i18n::Library texts{std::vector<const i18n::Catalogue*>{}};
};

template <class Work>
double seconds(Work&& work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>{std::chrono::steady_clock::now() - begun}.count();
}

double parse_alone(const std::filesystem::path& folder) {
    return seconds([&] {
        for (const auto& entry : std::filesystem::directory_iterator{folder}) {
            std::ifstream file{entry.path(), std::ios::binary};
            const std::string text{std::istreambuf_iterator<char>{file}, {}};
            good(json::parse(text));
        }
    });
}

/// The rows that the import has kept, into a table without anything round it.
double write_bare(db::Database& database) {
    db::Rows rows;
    {
        auto reader = good(database.reader());
        rows = good(reader->query("SELECT key, id, type, name, content FROM oparl_object"));
    }
    return seconds([&] {
        good(database.write([&](db::Transaction& transaction) -> Result<void> {
            TRY(transaction.execute(
                "CREATE TABLE bare (key BIGINT PRIMARY KEY, id TEXT, type TEXT, name TEXT, content TEXT)"));
            for (const auto& row : rows) {
                TRY(transaction.enqueue("INSERT INTO bare (key, id, type, name, content) VALUES ($1, $2, $3, $4, $5)",
                                        {row.number(0), row.text(1), row.text(2), row.text(3), row.text(4)}));
            }
            return {};
        }));
    });
}

void tell(std::string_view step, double took, std::int64_t objects, std::int64_t bytes, std::string_view remark = {}) {
    fmt::print("| {} | {:.2f} | {:.0f} | {:.1f} | {} |\n", step, took, static_cast<double>(objects) / took,
               static_cast<double>(bytes) / took / 1e6, remark);
    std::fflush(stdout);
}

int run(std::int64_t wanted, const std::string& url) {
    const auto folder = std::filesystem::temp_directory_path() / fmt::format("oparl-bench-{}", std::random_device{}());
    DrawnBody drawn{folder / "in", wanted};
    drawn.draw();
    Ground ground{folder.string(), url};
    const Services services{*ground.database, *ground.journal,          *ground.blobs, *ground.clock, *ground.random,
                            ground.texts,     "https://samband.example"};
    oparl::ImportRequest request;
    request.place = (folder / "in").string();
    request.slug = "drawn";
    const auto import = [&](oparl::ImportReport& report) {
        return seconds([&] { report = good(oparl::import_source(services, the_program("bench"), request)); });
    };
    fmt::print("{} objects, {:.1f} MB\n\n| step | s | objects/s | MB/s | |\n|---|---|---|---|---|\n", drawn.objects(),
               static_cast<double>(drawn.bytes()) / 1e6);
    oparl::ImportReport first, second;
    tell("parsing alone", parse_alone(folder / "in"), drawn.objects(), drawn.bytes(), "a limit");
    const auto took = import(first);
    tell("import", took, first.objects, first.bytes,
         fmt::format("{} new, {} refused, {} transactions", first.added, first.refused, first.transactions));
    const auto took_again = import(second);
    tell("second import", took_again, second.objects, second.bytes,
         fmt::format("{} written, {} transactions", second.written(), second.transactions));
    tell("writing the rows bare", write_bare(*ground.database), drawn.objects(), drawn.bytes(), "a limit");
    tell("export", seconds([&] { good(oparl::export_source(services, "drawn", (folder / "out").string())); }),
         drawn.objects(), drawn.bytes());
    std::filesystem::remove_all(folder);
    const bool is_right = first.added == drawn.objects() && first.refused == 0 && second.transactions == 0;
    return is_right ? 0 : 1;
}

} // namespace

int main(int count, char** words) {
    try {
        return run(count > 1 ? std::stoll(words[1]) : 100'000, count > 2 ? words[2] : "");
    } catch (const std::exception& failure) {
        fmt::print(stderr, "oparl_bench: {}\n", failure.what());
        return 1;
    }
}
