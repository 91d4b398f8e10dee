// Samband itself, from outside: letters over SvarUt REST v1, fetched, and acknowledged over SvarInn v1.
//
// Usage: post_bench PORT[,PORT…] CONNECTIONS FETCHERS SECONDS DOCUMENT-FILE [LETTERS]
// Several programs that share a database are given a connection each in turn.
// One more line lists what waits, when all that it listed is taken, and shares it out among the fetchers, as a
// receiving system does.
#include "../plain_client.hpp"
#include "measuring.hpp"

#include <boost/json.hpp>
#include <condition_variable>
#include <deque>
#include <unordered_set>

namespace {

constexpr std::string_view authority =
    "Host: 127.0.0.1\r\nAuthorization: Basic "; // accounts of the demonstration, base64 of name:secret
constexpr std::string_view sender = "ZGVtby1hdnNlbmRlcjpiYXJlLXRpbC1kZW1vbnN0cmFzam9u\r\n";
constexpr std::string_view receiver = "ZGVtby1tb3R0YWs6YmFyZS10aWwtZGVtb25zdHJhc2pvbg==\r\n";

/// A letter whose title alone differs from the next; the same number of bytes each time.
class Letters {
public:
    explicit Letters(std::string_view document) {
        const std::string head = "--grense\r\nContent-Disposition: form-data; name=\"forsendelse\"\r\n\r\n"
                                 R"({"tittel":"Måling )";
        const std::string tail =
            R"(","kunDigitalLevering":true,"mottaker":{"postAdresse":{"navn":"Eksempel"},)"
            R"("digitalAdresse":{"organisasjonsNummer":"964338531"}},)"
            R"("dokumenter":[{"filnavn":"brev.pdf","mimeType":"application/pdf"}]})"
            "\r\n--grense\r\nContent-Disposition: form-data; name=\"filer\"; filename=\"brev.pdf\"\r\n"
            "Content-Type: application/pdf\r\n\r\n";
        const std::string end = "\r\n--grense--\r\n";
        const auto length = head.size() + title_size + tail.size() + document.size() + end.size();
        before_ = fmt::format("POST /tjenester/api/forsendelse/v1/sendForsendelse HTTP/1.1\r\n{}{}"
                              "Content-Type: multipart/form-data; boundary=grense\r\nContent-Length: {}\r\n\r\n{}",
                              authority, sender, length, head);
        after_ = tail + std::string{document} + end;
    }
    [[nodiscard]] std::string letter(std::int64_t number) const {
        return before_ + fmt::format("{:0{}}", number, title_size) + after_;
    }

private:
    static constexpr int title_size = 20;
    std::string before_, after_;
};

/// What has been listed and waits for a fetcher.
class Waiting {
public:
    void add(const boost::json::array& listed) {
        const std::lock_guard lock{mutex_};
        for (const auto& each : listed) {
            const std::string id{each.at("id").as_string()};
            if (!known_.insert(id).second) continue;
            const std::string url{each.at("downloadUrl").as_string()};
            letters_.push_back({id, url.substr(url.find('/', url.find("//") + 2))});
        }
        more_.notify_all();
    }
    [[nodiscard]] bool is_empty() {
        const std::lock_guard lock{mutex_};
        return letters_.empty();
    }
    struct Letter {
        std::string id, path;
    };
    /// Without an id when none came for a moment.
    Letter take() {
        std::unique_lock lock{mutex_};
        more_.wait_for(lock, std::chrono::milliseconds{20}, [&] { return !letters_.empty(); });
        if (letters_.empty()) return {};
        auto letter = letters_.front();
        letters_.pop_front();
        return letter;
    }

private:
    std::mutex mutex_;
    std::condition_variable more_;
    std::deque<Letter> letters_;
    std::unordered_set<std::string> known_;
};

/// Where to connect: the next program each time.
class Ports {
public:
    explicit Ports(const std::string& text) {
        for (std::size_t begin = 0; begin < text.size(); begin = std::min(text.find(',', begin), text.size() - 1) + 1)
            ports_.push_back(static_cast<std::uint16_t>(std::atoi(text.c_str() + begin)));
        if (ports_.empty()) bench::give_up("no port to send to");
    }
    std::uint16_t next() { return ports_[taken_++ % ports_.size()]; }

private:
    std::vector<std::uint16_t> ports_;
    std::atomic<std::size_t> taken_{0};
};

std::string asked(std::string_view method, std::string_view path) {
    return fmt::format("{} {} HTTP/1.1\r\n{}{}{}\r\n", method, path, authority, receiver,
                       method == "POST" ? "Content-Length: 0\r\n" : "");
}

void list_letters(std::uint16_t port, Waiting& waiting, const std::atomic<bool>& goes_on) {
    bench::PlainClient line{port};
    while (goes_on) {
        if (waiting.is_empty()) {
            const auto listed = line.exchange(asked("GET", "/tjenester/svarinn/mottaker/hentNyeForsendelser"));
            waiting.add(boost::json::parse(listed.body).as_array());
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
}

} // namespace

int main(int count, char** values) {
    const auto order = bench::order_from({values, static_cast<std::size_t>(count)});
    Ports ports{order.target};
    const Letters letters{order.document};
    // Titles must differ from those of earlier runs too: the account refuses what it has taken before.
    std::atomic<std::int64_t> number{std::chrono::system_clock::now().time_since_epoch().count()};
    Waiting waiting;
    std::atomic<bool> listing{order.fetchers > 0};
    std::jthread lister;
    if (listing) lister = std::jthread{[&] { list_letters(ports.next(), waiting, listing); }};
    bench::Ledger ledger;
    bench::run(order, ledger,
               {.send =
                    [&](const std::atomic<bool>& goes_on) {
                        bench::PlainClient line{ports.next()};
                        while (goes_on) {
                            const auto letter = letters.letter(++number);
                            const auto since = bench::SteadyClock::now();
                            const auto answer = line.exchange(letter);
                            ledger.accepted(std::string{boost::json::parse(answer.body).at("id").as_string()}, since);
                        }
                    },
                .fetch =
                    [&](const std::atomic<bool>& goes_on) {
                        bench::PlainClient line{ports.next()};
                        while (goes_on) {
                            const auto letter = waiting.take();
                            if (letter.id.empty()) continue;
                            (void)line.exchange(asked("GET", letter.path));
                            (void)line.exchange(
                                asked("POST", "/tjenester/svarinn/kvitterMottak/forsendelse/" + letter.id));
                            ledger.delivered(letter.id);
                        }
                    }});
    listing = false;
}
