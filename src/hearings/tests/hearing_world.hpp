#pragma once
// The real sector with a case in it, made through the addresses that everybody uses, and people who speak for some.
#include "directory/testing/sector.hpp"
#include "directory/texts.hpp"
#include "governance/governance.hpp"
#include "governance/lookups.hpp"
#include "hearings/actions/give_answer.hpp"
#include "hearings/actions/plan_hearing.hpp"
#include "hearings/actions/reach.hpp"
#include "hearings/domain/anchoring.hpp"
#include "hearings/domain/errors.hpp"
#include "hearings/hearings.hpp"
#include "hearings/store/hearing_store.hpp"
#include "hearings/texts.hpp"
#include "platform/errors.hpp"
#include "platform/http/router.hpp"
#include "platform/json/value.hpp"
#include "platform/testing/world.hpp"
#include "platform/texts.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

namespace hearings::tests {

/// The value, or the test fails with the error in words.
template <class T>
T good(Result<T> result) {
    if (!result) throw std::runtime_error{describe(result.error())};
    return *std::move(result);
}
inline void good(Result<void> result) {
    if (!result) throw std::runtime_error{describe(result.error())};
}

/// The code of the first fault, and of the error itself when it has none; "" of a value.
template <class T>
std::string_view code_of(const Result<T>& result) {
    if (result) return "";
    const auto& error = result.error();
    return error.faults.empty() ? error.code : error.faults.front().code;
}

class HearingWorld : public world::Test {
protected:
    HearingWorld() : Test{directory::sector} {}
    [[nodiscard]] Instant now() const { return world.clock.now(); }
    [[nodiscard]] Date today() const { return norwegian_date(now()); }
    [[nodiscard]] Date in_days(int days) const {
        return Date{std::chrono::sys_days{today()} + std::chrono::days{days}};
    }
    void pass_days(int days) { world.clock.advance(std::chrono::hours{24 * days}); }

    template <class Action>
    auto try_write(Action&& action) {
        return world.database->write(std::forward<Action>(action));
    }
    template <class Action>
    auto write(Action&& action) {
        return good(try_write(std::forward<Action>(action)));
    }
    template <class Question>
    auto read(Question&& question) {
        const auto lease = good(world.database->reader());
        return good(question(*lease));
    }

    directory::OrganisationId id_of(std::string_view key) {
        return read([&](db::Reader& reader) { return directory::find_organisation_by_key(reader, key); }).id;
    }

    void SetUp() override {
        governance::add_routes(router, {.follow = {},
                                        .case_panels = {booklets_of_case,
                                                        [this](const http::Query& query, governance::CaseId id) {
                                                            return panel_of_case(query, world.services, id);
                                                        },
                                                        assessments_of_case},
                                        .body_panels = {panel_of_body}});
        add_routes(router, world.services);
        const auto body = fmt::format(
            R"({{"slug":"kommit","nameNb":"KommIT-rådet","nameNn":"KommIT-rådet","kind":"council","organisation":"{}",)"
            R"("isOpen":true,"validFrom":"2020-01-01","adoptedBy":"test","rules":{{"majority":"simple","isPolitical":false,"hearingDaysMin":{}}}}})",
            id_of("ks").to_string(), days_min);
        good(post_json("/bodies.json", body, world.system));
        const auto bodies = json::parse(good(get("/bodies.json")).body);
        body_id = (*bodies->find("bodies")->array())[0].text_of("id");
        case_number = plan_case();
    }

    std::string plan_case() {
        const auto sent = fmt::format(
            R"({{"language":"nb","isStrategic":false,"title":"Felles søknad","summary":"Én søknad.","background":"","themes":["familie-og-barn"],)"
            R"("points":["Innføres."],"owner":"ks","steps":[{{"bodyId":"{}","plannedDay":"{}"}}],)"
            R"("concerns":[{{"scope":"municipalities","reason":"Alle."}}]}})",
            body_id, to_string(in_days(60)));
        const auto made = good(post_json("/cases.json", sent, world.system));
        return std::string{made.header("location")->substr(std::string_view{"/cases/"}.size())};
    }

    /// To all municipalities of Vestland, open from today.
    NewHearing a_hearing() {
        NewHearing sent;
        sent.case_number = Line<20>{case_number};
        sent.title = Line<200>{std::string{"Én søknad for alle"}};
        sent.text = Prose<20000>{std::string{"Hva mener dere?"}};
        sent.questions = {{Line<500>{std::string{"Når kan dere begynne?"}},
                           {Line<200>{std::string{"I år"}}, Line<200>{std::string{"Senere"}}}},
                          {Line<500>{std::string{"Hva trenger dere?"}}, {}}};
        sent.audience.in_counties = {Line<40>{std::string{"46"}}};
        sent.opens_on = today();
        sent.closes_on = in_days(days_min);
        return sent;
    }

    Result<HearingId> try_plan(const NewHearing& sent, const Principal& who) {
        return try_write([&](db::Transaction& transaction) {
            return plan_hearing({transaction, world.services, who, now()}, sent);
        });
    }
    Hearing plan(const NewHearing& sent) {
        const auto id = good(try_plan(sent, world.system));
        return read([&](db::Reader& reader) { return load_hearing(reader, id); });
    }
    Hearing plan() { return plan(a_hearing()); }

    static NewAnswer an_answer(std::string_view organisation, Stance stance, std::string text = {}) {
        NewAnswer sent;
        sent.organisations = {Line<40>{std::string{organisation}}};
        sent.stance = stance;
        sent.text = Prose<20000>{std::move(text)};
        return sent;
    }
    Result<void> answer(const Hearing& hearing, const NewAnswer& sent, const Principal& who) {
        return try_write([&](db::Transaction& transaction) {
            return give_answer({transaction, world.services, who, now()}, hearing, sent);
        });
    }
    Result<void> withdraw(const Hearing& hearing, std::string_view organisation, const Principal& who) {
        const auto id = id_of(organisation);
        return try_write([&](db::Transaction& transaction) {
            return withdraw_answer({transaction, world.services, who, now()}, hearing, id);
        });
    }

    /// Somebody who speaks for the organisation: a municipality, a county or a network.
    Principal speaker(std::string_view organisation) {
        auto who = world::World::person("Taler for " + std::string{organisation}, {});
        who.organisation_id = id_of(organisation).to_string();
        who.grants = {{std::string{right::answer.name}, who.organisation_id},
                      {std::string{right::answer_booklet.name}, who.organisation_id}};
        return who;
    }

    Addressee addressee(const Hearing& hearing, std::string_view organisation) {
        const auto id = id_of(organisation);
        return *read([&](db::Reader& reader) { return find_addressee(reader, hearing.id, id); });
    }
    std::optional<Answer> said(const Hearing& hearing, std::string_view organisation) {
        const auto id = id_of(organisation);
        return read([&](db::Reader& reader) { return find_answer(reader, hearing.id, id); });
    }
    std::vector<Addressee> everyone(const Hearing& hearing) {
        return read([&](db::Reader& reader) { return addressees_of(reader, hearing.id); });
    }
    std::vector<journal::StoredEvent> events_of(const Hearing& hearing) {
        return read([&](db::Reader& reader) {
            return world.journal->about(reader, {"hearing", hearing.id.to_string()}, world.system, 100);
        });
    }

    // --- Requests, as the server hands them on. ---

    http::Request request(http::Method method, std::string target) {
        http::Request made;
        made.method = method;
        made.id = "request-1";
        if (const auto mark = target.find('?'); mark != std::string::npos) {
            made.query = *http::Form::parse(target.substr(mark + 1));
            target.resize(mark);
        }
        made.path = made.target = target;
        for (const auto format : {http::Format::json, http::Format::csv, http::Format::atom, http::Format::ics}) {
            const auto end = http::suffix(format);
            if (!made.path.ends_with(end)) continue;
            made.format = format;
            made.path.resize(made.path.size() - end.size());
        }
        return made;
    }

    Result<http::Response> dispatch(http::Request& asked, const Principal& who) {
        const auto match = router.match(asked.method, asked.path);
        if (match.route == nullptr) throw std::runtime_error{"no route for " + asked.path};
        asked.path_values = match.path_values;
        if (!who.may_somewhere(match.route->right)) TRY(who.require(match.route->right));
        const http::Call call{asked, who, texts.in(asked.language), now(), site, public_url};
        if (const auto* command = std::get_if<http::CommandHandler>(&match.route->handler)) {
            return (*command)(http::Command{call, world.services});
        }
        const auto lease = TRY(world.database->reader());
        return std::get<http::QueryHandler>(match.route->handler)(
            http::Query{call, *lease, *world.journal, *world.blobs});
    }
    Result<http::Response> get(std::string target, const Principal& who = {}) {
        auto asked = request(http::Method::get, std::move(target));
        return dispatch(asked, who);
    }
    Result<http::Response> post(std::string target, const std::string& form, const Principal& who) {
        auto asked = request(http::Method::post, std::move(target));
        asked.form = *http::Form::parse(form);
        return dispatch(asked, who);
    }
    Result<http::Response> post_json(std::string target, std::string body, const Principal& who) {
        auto asked = request(http::Method::post, std::move(target));
        asked.format = http::Format::json;
        asked.headers = {{"content-type", "application/json"}};
        asked.body = std::move(body);
        return dispatch(asked, who);
    }

    static constexpr int days_min = 14;
    http::Router router;
    ui::Site site;
    std::string public_url = "https://samband.example";
    i18n::Library texts{{&platform::text::catalogue, &directory::text::catalogue, &hearings::text::catalogue,
                         &governance::catalogue()}};
    std::string body_id, case_number;
};

} // namespace hearings::tests
