#include "platform/testing/world.hpp"

#include "platform/clock.hpp"
#include "platform/journal/sealed_journal.hpp"
#include "platform/testing/test_files.hpp"

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

} // namespace

World::World(db::Dialect dialect, std::vector<const i18n::Catalogue*> catalogues)
    : place_{dialect, Contents::empty_tables}, folder_{new_test_folder()}, clock{start}, random{make_seeded_random(1)},
      database{place_.open()}, journal{journal::make(*database, crypto::Key::make(*random), *random)},
      blobs{made(blobs::open(folder_ + "/blobs"))}, texts{std::move(catalogues)},
      services{*database, *journal, *blobs, clock, *random, texts, "https://samband.example"}, system{the_program()} {}

World::~World() {
    journal.reset();
    database.reset(); // Before its schema or file goes.
    blobs.reset();
    remove_test_folder(folder_);
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
