#pragma once
// A sector with one body, and cases made through the addresses that everybody uses.
#include "archive/archive.hpp"
#include "archive/domain/errors.hpp"
#include "directory/directory.hpp"
#include "governance/governance.hpp"
#include "platform/blobs/reading.hpp"
#include "platform/http/router.hpp"
#include "platform/json/value.hpp"
#include "platform/testing/test_files.hpp"
#include "platform/testing/world.hpp"
#include "platform/texts.hpp"
#include "platform/ui/page.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <stdexcept>

namespace archive::tests {

/// The value, or the test fails with the error in words.
template <class T>
T good(Result<T> result) {
    if (!result) throw std::runtime_error{describe(result.error())};
    return *std::move(result);
}
inline void good(Result<void> result) {
    if (!result) throw std::runtime_error{describe(result.error())};
}

template <class T>
std::string_view code_of(const Result<T>& result) {
    return result ? std::string_view{} : result.error().code;
}

class ArchiveWorld : public ::testing::TestWithParam<db::Dialect> {
protected:
    ArchiveWorld() : world{GetParam(), {&platform::text::catalogue, &governance::catalogue(), &catalogue()}} {
        governance::Extensions extensions;
        extensions.case_panels = {
            [](const http::Query& query, governance::CaseId) -> Result<Html> { return formats_of_page(query); }};
        extensions.linked_case = case_as_linked_data;
        extensions.linked_meeting = [this](const http::Query& query, governance::MeetingId id) {
            return meeting_as_linked_data(query, world.services, id);
        };
        governance::add_routes(router, extensions);
        folder = world::new_test_folder();
    }
    ~ArchiveWorld() override { world::remove_test_folder(folder); }

    [[nodiscard]] Date today() const { return norwegian_date(world.clock.now()); }
    [[nodiscard]] Date in_days(int days) const {
        return Date{std::chrono::sys_days{today()} + std::chrono::days{days}};
    }
    [[nodiscard]] std::string place(std::string_view name = "uttrekk") const {
        return fmt::format("{}/{}", folder, name);
    }

    void make_body() {
        const auto owner = good(world.database->write([&](db::Transaction& transaction) {
            return directory::register_organisation(
                transaction, {*world.journal, world.system, *world.random, world.clock.now()},
                {.kind = directory::OrganisationKind::association, .name = "KS", .slug = "ks", .basis = "test"});
        }));
        post_json(
            "/bodies.json",
            fmt::format(
                R"({{"slug":"kommit","nameNb":"KommIT-rådet","nameNn":"KommIT-rådet","kind":"council","organisation":"{}",)"
                R"("isOpen":true,"validFrom":"2020-01-01","adoptedBy":"test","rules":{{"majority":"simple","isPolitical":false}}}})",
                owner.to_string()));
        const auto bodies = json::parse(get("/bodies.json").body);
        body_id = good(governance::BodyId::parse((*bodies->find("bodies")->array())[0].text_of("id")));
    }

    /// Gives the address, "/cases/26-00001". shields: as JSON.
    std::string plan_case(std::string_view title, std::string_view words = "", std::string_view shields = "[]") {
        const auto sent = fmt::format(
            R"({{"language":"nb","isStrategic":false,"title":"{}","summary":"Sammendrag{}","background":"Bakgrunn{}","themes":["familie-og-barn"],)"
            R"("points":["Innføres{}."],"owner":"ks","steps":[{{"bodyId":"{}","plannedDay":"{}"}}],"shields":{},)"
            R"("concerns":[{{"scope":"municipalities","reason":"Alle."}}]}})",
            title, words, words, words, body_id.to_string(), to_string(in_days(60)), shields);
        return std::string{*post_json("/cases.json", sent).header("location")};
    }

    /// Gives the document's id. more: further fields of the form, "&legalBasis=…".
    std::string add_document(const std::string& matter, std::string_view kind, std::string_view title,
                             const std::string& bytes, std::string_view more = "", std::string name = "fil.txt") {
        auto asked = request(http::Method::post, matter + "/documents");
        asked.form = *http::Form::parse(
            fmt::format("kind={}&title={}&language=nb&dated={}{}", kind, title, to_string(today()), more));
        asked.files = {{.field = "file",
                        .name = std::move(name),
                        .declared_type = {},
                        .first_bytes = bytes.substr(0, 4096),
                        .size = bytes.size(),
                        .digest = *world.blobs->put(bytes)}};
        asked.format = http::Format::json;
        const std::string location{*good(dispatch(asked, world.system)).header("location")};
        world.clock.advance(std::chrono::seconds{1});
        return location.substr(location.rfind('/') + 1);
    }
    void withdraw(const std::string& matter) { post(matter + "/withdrawal", "note=Ikke+lenger+aktuell"); }

    Result<NoarkReport> try_extract(const std::string& where, const std::string& retention = {}) {
        return extract_noark(world.services, *world.blobs, {.body = "kommit", .folder = where, .retention = retention});
    }
    static std::string read_file(const std::string& path) {
        std::ifstream file{path, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }

    http::Request request(http::Method method, std::string target) {
        http::Request made;
        made.method = method;
        made.id = "request-1";
        made.path = made.target = std::move(target);
        for (const auto format : {http::Format::json, http::Format::jsonld}) {
            if (!made.path.ends_with(http::suffix(format))) continue;
            made.format = format;
            made.path.resize(made.path.size() - http::suffix(format).size());
        }
        return made;
    }
    Result<http::Response> dispatch(http::Request& asked, const Principal& who) {
        const auto match = router.match(asked.method, asked.path);
        if (match.route == nullptr) throw std::runtime_error{"no route for " + asked.path};
        asked.path_values = match.path_values;
        const http::Call call{asked, who, world.texts.in(asked.language), world.clock.now(), site, public_url};
        if (const auto* command = std::get_if<http::CommandHandler>(&match.route->handler))
            return (*command)(http::Command{call, world.services});
        const auto lease = TRY(world.database->reader());
        return std::get<http::QueryHandler>(match.route->handler)(
            http::Query{call, *lease, *world.journal, *world.blobs});
    }
    http::Response get(std::string target, const Principal& who = {}) {
        auto asked = request(http::Method::get, std::move(target));
        return good(dispatch(asked, who));
    }
    void post(std::string target, const std::string& form) {
        auto asked = request(http::Method::post, std::move(target));
        asked.form = *http::Form::parse(form);
        good(dispatch(asked, world.system));
    }
    http::Response post_json(std::string target, std::string body) {
        auto asked = request(http::Method::post, std::move(target));
        asked.format = http::Format::json;
        asked.headers = {{"content-type", "application/json"}};
        asked.body = std::move(body);
        return good(dispatch(asked, world.system));
    }

    world::World world;
    http::Router router;
    ui::Site site;
    std::string public_url = "https://samband.example";
    std::string folder;
    governance::BodyId body_id;
};

} // namespace archive::tests
