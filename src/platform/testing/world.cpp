#include "platform/testing/world.hpp"

#include "platform/clock.hpp"
#include "platform/journal/sealed_journal.hpp"
#include "platform/testing/test_files.hpp"

#include <map>
#include <stdexcept>

namespace world {
namespace {

using namespace std::chrono_literals;
constexpr Instant start = std::chrono::sys_days{std::chrono::March / 4 / 2026} + 9h;

/// A world that cannot be made ends its test with the reason, before the test itself begins.
template <class T>
T made(Result<T> result) {
    if (!result) throw std::runtime_error{"could not make the world: " + describe(result.error())};
    return *std::move(result);
}

/// The master key of every world, without taking from its chance.
crypto::Key first_key() {
    return crypto::Key::make(*make_seeded_random(1));
}

std::string copy_of_folder(const std::string& original) {
    auto folder = new_test_folder();
    copy_whole(original, folder);
    return folder;
}

} // namespace

World::World(db::Dialect dialect, std::vector<const i18n::Catalogue*> catalogues, Beginning beginning)
    : place_(beginning ? TestDatabase::copy_of(begun(dialect, beginning).place_)
                       : TestDatabase{dialect, Contents::empty_tables}),
      folder_{beginning ? copy_of_folder(begun(dialect, beginning).folder_) : new_test_folder()}, clock{start},
      random{make_seeded_random(beginning ? 2 : 1)}, database{place_.open()},
      journal{journal::make(*database, beginning ? first_key() : crypto::Key::make(*random), *random)},
      blobs{made(blobs::open(folder_ + "/blobs"))}, texts{std::move(catalogues)},
      services{*database, *journal, *blobs, clock, *random, texts, "https://samband.example"}, system{the_program()} {
    database->commit_after([this] { return blobs->sync(); });
}

World::~World() {
    close();
    remove_test_folder(folder_);
}

/// Before its schema or file goes, or is copied.
void World::close() {
    journal.reset();
    database.reset();
    blobs.reset();
}

const World& World::begun(db::Dialect dialect, Beginning beginning) {
    prepare_test_databases(); // First, so that they outlive the worlds kept here.
    static std::map<std::pair<db::Dialect, Beginning>, std::unique_ptr<World>> kept;
    auto& world = kept[{dialect, beginning}];
    if (world) return *world;
    auto filled = std::make_unique<World>(dialect);
    beginning(*filled);
    filled->close();
    world = std::move(filled);
    return *world;
}

Principal World::person(std::string name, std::vector<Right> rights) {
    Principal person;
    person.kind = PrincipalKind::person;
    person.id = "person-" + name;
    person.name = std::move(name);
    person.authority = "test";
    person.session_id = "session-" + person.id;
    person.csrf_token = "csrf-" + person.id;
    person.assurance = "high";
    for (const auto& right : rights)
        person.grants.push_back({std::string{right.name}, ""});
    return person;
}

} // namespace world
