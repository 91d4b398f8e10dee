// The letters of a mailbox: what lies in it, what was put away, and what is looked for.
#include "dispatch/actions/content.hpp"
#include "dispatch/actions/keep_delegations.hpp"
#include "dispatch/actions/keep_guardianships.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/department_store.hpp"
#include "dispatch/store/signing_store.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/log/log.hpp"
#include "platform/search/words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

namespace {

/// On one page.
constexpr std::size_t letters_shown_max = 50;
/// So many of the newest are looked through for words, which stand sealed.
constexpr int looked_through_max = 1000;
constexpr std::size_t asked_words_max = 10;

/// Every word asked for begins some word of the letter.
bool has_words(const Manifest& manifest, const std::vector<search::Word>& asked) {
    if (asked.empty()) return true;
    std::string text = manifest.title + " " + manifest.sender;
    for (const auto& document : manifest.documents) {
        text.append(" ").append(document.name);
    }
    const auto words = search::words_of(text, 1000);
    return std::ranges::all_of(asked, [&](const search::Word& wanted) {
        return std::ranges::any_of(words, [&](const search::Word& word) {
            return word.stem == wanted.stem || word.folded.starts_with(wanted.folded);
        });
    });
}

class Listing {
public:
    Listing(const Office& office, const http::Query& query, MailboxView& view)
        : office_{office}, query_{query}, view_{view}, asked_{search::words_of(view.words, asked_words_max)} {}

    /// behind: a letter of this mailbox, and the page goes on from there.
    Result<void> fill(const Mailbox& mailbox, directory::PersonId reading, const std::optional<Letter>& behind) {
        store::LetterFilter filter{.is_archived = view_.is_archive};
        filter.limit = asked_.empty() ? static_cast<int>(letters_shown_max) + 1 : looked_through_max;
        filter.department = view_.department;
        if (behind) filter.behind = store::LetterFilter::Place{behind->dispatch.received_at, behind->dispatch.id};
        const auto letters = TRY(store::letters_of(query_.reader, mailbox, reading, filter));
        for (const auto& letter : letters) {
            if (view_.letters.size() == letters_shown_max) {
                view_.has_more = true;
                break;
            }
            TRY(add(mailbox, letter));
        }
        view_.is_cut = !asked_.empty() && letters.size() == static_cast<std::size_t>(looked_through_max);
        return name_readers();
    }

private:
    Result<void> add(const Mailbox& mailbox, const Letter& letter) {
        const bool is_hidden = is_locked(letter.dispatch, query_.principal);
        if (is_hidden && !asked_.empty()) return {}; // That it was found would tell what it is about.
        const auto readable = manifest_if_readable(office_, letter.dispatch);
        const auto manifest = readable.value_or(Manifest{});
        if (!has_words(manifest, asked_)) return {};
        auto& row = view_.letters.emplace_back();
        row.id = letter.dispatch.id;
        row.url = path_of_letter(mailbox, letter.dispatch.id);
        if (!is_hidden) row.title = manifest.title;
        row.sender = manifest.sender;
        row.received_at = letter.dispatch.received_at;
        row.is_opened = (mailbox.acting ? letter.own_opened_at : letter.opened_at).has_value();
        row.is_locked = is_hidden;
        row.is_damaged = !readable;
        row.documents = static_cast<std::int64_t>(manifest.documents.size());
        // Who is shown a letter beside its recipient has other departments, or none.
        if (mailbox.is_shared() && letter.position == 0) row.department = department_name(letter.dispatch.department);
        first_readers_.push_back(mailbox.acting ? std::nullopt : letter.first_reader);
        if (!readable || is_hidden || mailbox.is_shared() || mailbox.acting || letter.position > 0) return {};
        return add_signing(letter, row);
    }

    /// What was closed and is no longer there is called what the sender wrote.
    [[nodiscard]] std::string department_name(const std::string& key) const {
        const auto found = std::ranges::find(view_.departments, key, &MailboxDepartment::key);
        return found == view_.departments.end() ? key : found->name;
    }

    Result<void> add_signing(const Letter& letter, LetterRow& row) {
        const auto envelope = open_envelope(office_, letter.dispatch);
        if (!envelope) {
            logging::error("post.envelope_damaged", envelope.error(), {{"dispatch", letter.dispatch.id.to_string()}});
            row.is_damaged = true;
            return {};
        }
        if (!document_to_sign(*envelope)) return {};
        const auto signing = TRY(store::signing_of(query_.reader, letter.dispatch.id));
        const auto decision = signing ? std::optional{signing->decision} : std::nullopt;
        row.waits_for_signature = signing_state(*envelope, decision, query_.now) == SigningState::waiting;
        return {};
    }

    Result<void> name_readers() {
        std::vector<directory::PersonId> ids;
        for (const auto& reader : first_readers_) {
            if (reader && std::ranges::find(ids, *reader) == ids.end()) ids.push_back(*reader);
        }
        const auto people = TRY(directory::people_by_id(query_.reader, ids));
        for (std::size_t i = 0; i < first_readers_.size(); ++i) {
            if (!first_readers_[i]) continue;
            const auto found = std::ranges::find(people, *first_readers_[i], &directory::PersonSummary::id);
            if (found != people.end()) view_.letters[i].opened_by = found->name;
        }
        return {};
    }

    const Office& office_;
    const http::Query& query_;
    MailboxView& view_;
    std::vector<search::Word> asked_;
    std::vector<std::optional<directory::PersonId>> first_readers_; ///< Of each row.
};

constexpr int guardianships_shown_max = 100;

/// Those that one is guardian for, as was last heard; the register is asked when their post is looked at.
Result<void> fill_guardianships(const Office& office, const http::Query& query, MailboxView& view) {
    const auto person = directory::PersonId::parse(query.principal.id);
    if (query.principal.kind != PrincipalKind::person || !person) return {};
    for (const auto& known : TRY(store::guardianships_of(query.reader, *person, guardianships_shown_max))) {
        view.others.push_back(
            {TRY(guarded_name(office, known)), fmt::format("/guardianships/{}/letters", known.id.to_string())});
    }
    return {};
}

/// Who guards the one whose mailbox it is.
Result<void> fill_guardians(const http::Query& query, const Mailbox& own, MailboxView& view) {
    for (const auto& known : TRY(store::guardianships_for(query.reader, *own.identity_hash, guardianships_shown_max))) {
        if (!known.ended_at) view.guardians.push_back(TRY(name_of_person(query.reader, known.guardian_id)));
    }
    return {};
}

/// Whose post can be chosen besides one's own, and what one is asked to accept.
Result<void> fill_choices(const Office& office, const http::Query& query, MailboxView& view) {
    TRY(fill_guardianships(office, query, view));
    const auto delegations = TRY(delegations_received(query.reader, query.principal, query.today()));
    for (const auto& delegation : delegations) {
        const auto state = state_of(delegation, query.today());
        GiverRow row{TRY(name_of_person(query.reader, delegation.giver_id)),
                     "/delegations/" + delegation.id.to_string()};
        if (state == DelegationState::offered) view.offers.push_back(row);
        if (state != DelegationState::in_force) continue;
        row.url += "/letters";
        view.others.push_back(std::move(row));
    }
    return {};
}

Result<void> fill_departments(const http::Query& query, MailboxView& view) {
    const auto organisation = TRY(directory::OrganisationId::parse(query.principal.organisation_id));
    for (auto& department : TRY(store::departments_of(query.reader, organisation))) {
        view.departments.push_back({std::move(department.key), std::move(department.name)});
    }
    return {};
}

Result<http::Response> letters_shown(const Office& office, const http::Query& query, const LettersQuestion& asked,
                                     const std::optional<Mailbox>& mailbox, MailboxView view) {
    view.words = asked.words.value_or(std::string{});
    view.is_archive = asked.archived;
    view.is_known = mailbox.has_value();
    TRY(fill_choices(office, query, view));
    if (mailbox && !mailbox->is_shared() && !mailbox->acting) TRY(fill_guardians(query, *mailbox, view));
    if (mailbox) {
        const auto reading = TRY(directory::PersonId::parse(query.principal.id));
        std::optional<Letter> behind;
        if (asked.behind) behind = TRY(store::letter_of(query.reader, *mailbox, reading, *asked.behind));
        TRY((Listing{office, query, view}.fill(*mailbox, reading, behind)));
    }
    return http::represent<MailboxView>(query, view,
                                        {.html = [&](const MailboxView& shown) { return mailbox_page(query, shown); }});
}

} // namespace

Result<http::Response> list_letters(const Office& office, const http::Query& query) {
    const auto asked = TRY(query.request.read_query<MailboxQuestion>());
    const auto mailboxes = TRY(mailboxes_of(query.reader, query.principal));
    MailboxView view;
    view.organisation = mailboxes.organisation_name;
    view.box = asked.box.value_or(mailboxes.own || !mailboxes.organisation ? Box::own : Box::organisation);
    if (view.box == Box::organisation) {
        TRY(query.principal.require(right::read_post, query.principal.organisation_id));
        TRY(fill_departments(query, view));
        view.department = asked.department.value_or("");
    }
    return letters_shown(office, query, asked, view.box == Box::own ? mailboxes.own : mailboxes.organisation,
                         std::move(view));
}

Result<http::Response> list_letters_by_delegation(const Office& office, const http::Query& query) {
    const auto asked = TRY(query.request.read_query<LettersQuestion>());
    const auto id = TRY(delegation_in_path(query));
    const auto mailbox = TRY(mailbox_by_delegation(query.reader, query.principal, id, query.today()));
    MailboxView view;
    view.acting = acting_view(mailbox);
    view.organisation = TRY(mailboxes_of(query.reader, query.principal)).organisation_name;
    return letters_shown(office, query, asked, mailbox, std::move(view));
}

Result<http::Response> list_letters_by_guardianship(const Office& office, const http::Query& query) {
    const auto asked = TRY(query.request.read_query<LettersQuestion>());
    const auto id = TRY(guardianship_in_path(query));
    const auto mailbox = TRY(mailbox_by_guardianship(office, query.reader, query.principal, id, query.now));
    MailboxView view;
    view.acting = acting_view(mailbox);
    view.organisation = TRY(mailboxes_of(query.reader, query.principal)).organisation_name;
    return letters_shown(office, query, asked, mailbox, std::move(view));
}

} // namespace dispatch
