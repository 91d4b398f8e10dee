#pragma once
// The server of the benchmark: a council with so many members in a meeting under way, on a database file of its own.
#include "directory/directory.hpp"
#include "directory/texts.hpp"
#include "governance/governance.hpp"
#include "live/announcer.hpp"
#include "live/live.hpp"
#include "live/texts.hpp"
#include "plain_client.hpp"
#include "platform/blobs/store.hpp"
#include "platform/crypto/key.hpp"
#include "platform/http/server.hpp"
#include "platform/journal/sealed_journal.hpp"
#include "platform/json/value.hpp"
#include "platform/log/log.hpp"
#include "platform/texts.hpp"
#include "platform/ui/page.hpp"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <map>

namespace bench {

/// What cannot be made ends the benchmark with the reason.
template <class T>
T made(Result<T> result) {
    if (result) return *std::move(result);
    std::fprintf(stderr, "bench: %s\n", describe(result.error()).c_str());
    std::exit(2);
}

/// "Bearer house" may everything; any other bearer is the person of that id.
class Believer : public http::Authenticator {
public:
    Result<Principal> authenticate(const http::Request& request) override {
        const auto token = request.bearer_token();
        if (!token) return Principal{};
        if (*token == "house") return the_program("benchmark");
        Principal person;
        person.kind = PrincipalKind::person;
        person.id = *token;
        person.name = *token;
        return person;
    }
};

class House {
public:
    House(int members, int watchers)
        : folder_{std::filesystem::temp_directory_path() / fmt::format("samband-bench-{}", ::getpid())} {
        std::filesystem::create_directories(folder_);
        open_stores();
        governance::add_routes(router_);
        live::add_routes(router_, hub_);
        http::DispatcherOptions generous;
        generous.address_rate = generous.change_rate = generous.principal_rate = {1e9, 1e9};
        dispatcher_ =
            std::make_unique<http::Dispatcher>(http::Foundation{router_, *services_, site_, believer_}, generous);
        announcer_ = std::make_unique<live::Announcer>(*database_, *journal_, hub_);
        http::ServerOptions options;
        options.watchers_max = static_cast<std::size_t>(watchers) + 100;
        server_ = made(http::Server::start(*dispatcher_, options, {[this](const http::Served& served) {
            const bool is_part = served.trace.route.ends_with("/public/part");
            if (is_part && !served.trace.is_from_cache) ++renderings_;
        }}));
        convene(members);
    }
    ~House() {
        server_.reset();
        announcer_.reset();
        journal_.reset();
        database_.reset();
        blobs_.reset();
        std::filesystem::remove_all(folder_);
    }

    [[nodiscard]] std::uint16_t port() const { return server_->bound_port(); }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] const std::vector<std::string>& voters() const { return persons_; }
    [[nodiscard]] int renderings() const { return renderings_; }

    std::string open_ballot() {
        post(path_ + "/live/ballots",
             fmt::format(R"({{"item":"{}","proposal":"{}","kind":"ordinary"}})", item_, proposal_));
        const auto desk = get(path_ + "/live/secretary.json");
        return *desk.find("meeting")->find("ballot")->find("id")->text();
    }

    void close_ballot(const std::string& ballot) { post(path_ + "/live/ballots/" + ballot + "/closing", "{}"); }

    /// What the decision record of the vote says that each person has voted.
    std::map<std::string, std::string> recorded() {
        std::map<std::string, std::string> choices;
        const auto room = get(path_ + "/live/secretary.json");
        const auto* items = room.find("meeting")->find("room")->find("items");
        const auto* url = items->array()->front().find("votes")->array()->back().find("recordUrl");
        const auto record = get(*url->text() + "/record");
        for (const auto& cast : *record.find("inputs")->find("ballots")->array()) {
            choices[person_of_appointment_.at(*cast.find("who")->text())] = *cast.find("choice")->text();
        }
        return choices;
    }

private:
    void open_stores() {
        random_ = make_system_random();
        clock_ = make_system_clock();
        db::Options options;
        options.url = "sqlite:" + (folder_ / "samband.db").string();
        database_ = made(db::open(options));
        made(db::migrate(*database_));
        journal_ = journal::make(*database_, crypto::Key::make(*random_), *random_);
        blobs_ = made(blobs::open((folder_ / "blobs").string()));
        services_ = std::unique_ptr<Services>{
            new Services{*database_, *journal_, *blobs_, *clock_, *random_, texts_, "http://127.0.0.1"}};
    }

    directory::Doer doer() { return {*journal_, system_, *random_, clock_->now()}; }

    std::string post(const std::string& path, const std::string& json) {
        return client().send("POST", path, "house", json).location;
    }
    json::Value get(const std::string& path) {
        const auto shown = client().send("GET", path, "house", {});
        return made(json::parse(shown.body));
    }
    PlainClient& client() {
        if (!client_) client_ = std::make_unique<PlainClient>(port());
        return *client_;
    }
    static std::string last_part(const std::string& path) { return path.substr(path.rfind('/') + 1); }

    std::string appoint(const std::string& name, std::string_view role) {
        const auto person = made(database_->write([&](db::Transaction& transaction) {
            return directory::register_person(transaction, doer(), {}, {.name = name, .identity_number = {}});
        }));
        const auto appointment = last_part(
            post("/bodies/stortradet/appointments",
                 fmt::format(R"({{"personId":"{}","role":"{}","validFrom":"2020-01-01","basis":"benchmark"}})",
                             person.to_string(), role)));
        if (role != "secretary") persons_.push_back(person.to_string());
        person_of_appointment_[appointment] = person.to_string();
        return appointment;
    }

    void convene(int members) {
        const auto owner = made(database_->write([&](db::Transaction& transaction) {
            return directory::register_organisation(transaction, doer(),
                                                    {.kind = directory::OrganisationKind::association,
                                                     .name = "KS",
                                                     .organisation_number = {},
                                                     .slug = "ks",
                                                     .homepage = {},
                                                     .basis = "benchmark",
                                                     .valid_from = {}});
        }));
        post("/bodies",
             fmt::format(R"({{"slug":"stortradet","nameNb":"Stort råd","nameNn":"Stort råd","kind":"assembly",)"
                         R"("organisation":"{}","isOpen":true,"themes":[],"validFrom":"2020-01-01",)"
                         R"("adoptedBy":"benchmark","mandate":"","profile":""}})",
                         owner.to_string()));
        std::vector<std::string> appointments;
        for (int i = 0; i < members; ++i)
            appointments.push_back(appoint(fmt::format("Medlem {:03}", i + 1), i == 0 ? "chair" : "member"));
        const auto secretary = appoint("Sekretær", "secretary");
        hold_meeting(appointments, secretary);
    }

    void hold_meeting(const std::vector<std::string>& appointments, const std::string& secretary) {
        const auto body = get("/bodies/stortradet.json");
        const auto day = to_string(norwegian_date(clock_->now()));
        path_ = post("/meetings", fmt::format(R"({{"body":"{}","startsAt":"{}T22:50:00Z","endsAt":"{}T22:58:00Z",)"
                                              R"("place":"Oslo","remoteUrl":""}})",
                                              *body.find("id")->text(), day, day));
        item_ = last_part(post(path_ + "/items",
                               R"({"kind":"other_business","title":"Leirskolen","text":"","papers":[],"consent":""})"));
        post(path_ + "/notice", R"({"consent":"Alle er enige"})");
        std::string present = "\"" + secretary + "\"";
        for (const auto& appointment : appointments)
            present += ",\"" + appointment + "\"";
        post(path_ + "/opening",
             fmt::format(R"({{"chairedBy":"{}","present":[{}],"remote":[]}})", appointments.front(), present));
        proposal_ = last_part(
            post(path_ + "/items/" + item_ + "/proposals",
                 fmt::format(R"({{"kind":"counter_proposal","proposedBy":"{}","points":["Vi bygger."],"reason":""}})",
                             appointments.front())));
    }

    std::filesystem::path folder_;
    Principal system_ = the_program("benchmark");
    std::unique_ptr<Random> random_;
    std::unique_ptr<Clock> clock_;
    i18n::Library texts_{
        {&platform::text::catalogue, &directory::text::catalogue, &governance::catalogue(), &live::text::catalogue}};
    std::unique_ptr<db::Database> database_;
    std::unique_ptr<journal::Journal> journal_;
    std::unique_ptr<blobs::Store> blobs_;
    std::unique_ptr<Services> services_;
    ui::Site site_;
    Believer believer_;
    http::EventHub hub_;
    http::Router router_;
    std::unique_ptr<http::Dispatcher> dispatcher_;
    std::unique_ptr<live::Announcer> announcer_;
    std::atomic<int> renderings_ = 0;
    std::unique_ptr<http::Server> server_;
    std::unique_ptr<PlainClient> client_;
    std::vector<std::string> persons_;
    std::map<std::string, std::string> person_of_appointment_;
    std::string path_, item_, proposal_;
};

} // namespace bench
