#pragma once
// Drawn systems in folders and on a pretended network, and what is held of them afterwards.
#include "oparl/domain/errors.hpp"
#include "oparl/domain/graph_object.hpp"
#include "oparl/oparl.hpp"
#include "oparl/store/object_store.hpp"
#include "oparl/store/source_store.hpp"
#include "platform/errors.hpp"
#include "platform/json/described_members.hpp"
#include "platform/testing/test_files.hpp"
#include "platform/testing/world.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <stdexcept>

namespace oparl::tests {

template <class T>
T good(Result<T> result) {
    if (!result) throw std::runtime_error{describe(result.error())};
    return *std::move(result);
}
inline void good(Result<void> result) {
    if (!result) throw std::runtime_error{describe(result.error())};
}

inline const std::string home = "https://ris.example";

/// An object's text: its type, the last part of its id, and other members as they are written.
inline std::string object(std::string_view type, std::string_view id, std::string_view members = {}) {
    return fmt::format(
        R"({{"id":"{}/{}","type":"https://schema.oparl.org/1.1/{}","modified":"2026-01-01T00:00:00Z"{}{}}})", home, id,
        type, members.empty() ? "" : ",", members);
}
inline std::string link(std::string_view id) {
    return fmt::format("\"{}/{}\"", home, id);
}
inline std::string page(const std::vector<std::string>& objects, std::string_view next = {}) {
    std::string text = "{\"data\":[";
    for (const auto& each : objects)
        text.append(text.ends_with('[') ? "" : ",").append(each);
    text += "]";
    if (!next.empty()) text += fmt::format(R"(,"links":{{"next":"{}"}})", next);
    return text + "}";
}

class OparlWorld : public world::Test {
protected:
    OparlWorld() : folder_{world::new_test_folder()} {}
    ~OparlWorld() override { world::remove_test_folder(folder_); }

    void put_file(const std::string& name, std::string_view text) {
        std::filesystem::create_directories(std::filesystem::path{folder_ + "/in/" + name}.parent_path());
        std::ofstream{folder_ + "/in/" + name, std::ios::binary} << text;
    }
    ImportReport import_folder(const std::string& folder, const std::string& slug = "drawn") {
        return good(import_source(world.services, world.system, {.place = folder, .slug = slug}));
    }
    ImportReport import_files() { return import_folder(folder_ + "/in"); }

    /// Answers of the network by address; anything else is 404.
    std::map<std::string, std::string> pages;
    std::vector<std::string> asked;
    ImportRequest request() {
        ImportRequest made;
        made.place = home + "/system";
        made.slug = "drawn";
        made.fetch = [this](const std::string& address) -> Result<net::Answer> {
            asked.push_back(address);
            const auto found = pages.find(address.substr(0, address.find("modified_since=") - 1));
            const auto exact = pages.find(address);
            if (exact != pages.end()) return net::Answer{200, exact->second, {}};
            if (found == pages.end()) return net::Answer{404, "", {}};
            return net::Answer{200, found->second, {}};
        };
        return made;
    }
    ImportReport import_pages() { return good(import_source(world.services, world.system, request())); }
    /// A system with one body whose lists of papers and meetings stand at /papers and /meetings.
    void put_system() {
        pages[home + "/system"] =
            object("System", "system", fmt::format(R"("name":"Drawn","body":{})", link("bodies")));
        pages[home + "/bodies"] = page({object("Body", "body",
                                               fmt::format(R"("name":"Drawn town","system":{},"paper":{},"meeting":{})",
                                                           link("system"), link("papers"), link("meetings")))});
        pages[home + "/papers"] =
            page({object("Paper", "paper/1", R"("name":"Fibre to the school","reference":"1/26")")});
        pages[home + "/meetings"] =
            page({object("Meeting", "meeting/1",
                         fmt::format(R"("name":"Council","start":"2026-02-01T18:00:00+01:00","agendaItem":[{}])",
                                     object("AgendaItem", "item/1", R"("number":"1","name":"Fibre","public":true)")))});
    }

    Source source(const std::string& slug = "drawn") {
        auto reader = good(world.database->reader());
        return good(store::source_by_slug(*reader, slug));
    }
    /// Id to content, of every type.
    std::map<std::string, std::string> graph(const std::string& slug = "drawn") {
        const auto number = source(slug).number;
        auto reader = good(world.database->reader());
        std::map<std::string, std::string> all;
        for (const auto type : json::enumerator_values<ObjectType>) {
            for (const auto& row : good(store::objects_after(*reader, number, type, -1, 1'000'000)))
                all[row.line.id] = row.content;
        }
        return all;
    }
    std::int64_t count(std::string_view table) {
        auto reader = good(world.database->reader());
        return good(reader->find(fmt::format("SELECT count(*) FROM {}", table)))->number(0);
    }
    /// The codes of what was refused, in the order met.
    static std::vector<std::string> codes(const ImportReport& report) {
        std::vector<std::string> all;
        for (const auto& refusal : report.refusals)
            all.emplace_back(refusal.fault.code);
        return all;
    }

    std::string folder_;
};

} // namespace oparl::tests
