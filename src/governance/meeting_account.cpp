#include "directory/directory.hpp"
#include "governance/accounts.hpp"
#include "governance/meeting_key.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/kept_cases.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/minutes_store.hpp"
#include "governance/store/treatment_store.hpp"
#include "governance/views/meeting_pages.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

std::string ItemAccount::number_text() const {
    return number ? fmt::format("{}/{}", *number, *year) : std::string{};
}

std::string MeetingAccount::number_text() const {
    return fmt::format("{}/{}", number, year);
}

static VoteAccount vote_account(const MeetingRecord& record, const Vote& vote) {
    const auto& counted = vote.counted;
    VoteAccount account{.id = vote.id,
                        .kind = counted.kind,
                        .method = counted.method,
                        .in_favour = counted.tally.in_favour,
                        .against = counted.tally.against,
                        .blank = counted.tally.blank,
                        .result = counted.result,
                        .at = vote.at,
                        .ballots = {}};
    for (const auto& ballot : counted.ballots) {
        account.ballots.push_back(
            {record.name(ballot.voter.who), record.on_behalf_of(ballot.voter.who), ballot.choice});
    }
    return account;
}

/// The documents of the item's case that went out with it.
static Result<void> fill_papers(ItemAccount& account, db::Reader& reader, const ItemRecord& record, Date today,
                                Part part) {
    if (!record.item.case_id || record.papers.empty()) return {};
    const auto matter = TRY(case_account(reader, *record.item.case_id, today, part));
    for (const auto& paper : record.papers) {
        const auto found = std::ranges::find(matter.documents, paper.document, &DocumentAccount::id);
        if (found != matter.documents.end()) account.papers.push_back({*found, matter.path});
    }
    return {};
}

static ItemAccount item_account(const MeetingRecord& record, const ItemRecord& item) {
    ItemAccount account;
    account.id = item.item.id;
    account.year = item.item.year;
    account.number = item.item.number;
    account.kind = item.item.kind;
    account.title = item.title;
    account.case_id = item.item.case_id;
    account.case_number = item.case_number;
    account.case_path = item.case_path;
    account.text = item.item.text;
    account.is_closed = item.item.closed_basis.has_value();
    account.closed_basis = item.item.closed_basis.value_or("");
    account.shielded_by = item.shielded_by;
    for (const auto& proposal : item.proposals) {
        if (proposal.kind == ProposalKind::recommendation && !proposal.withdrawn_at)
            account.recommendation = proposal.points;
    }
    for (const auto& vote : item.votes)
        account.votes.push_back(vote_account(record, vote));
    for (const auto& dissent : item.dissents)
        account.dissents.push_back({record.name(dissent.who), record.on_behalf_of(dissent.who), dissent.text});
    account.decided_by = item.item.decided_by;
    account.outcome = item.item.outcome;
    account.decided_at = item.item.decided_at;
    account.decision = item.item.decision;
    account.note = item.item.note;
    return account;
}

static void leave_out_what_is_said(ItemAccount& account) {
    account.text.clear();
    account.papers.clear();
    account.recommendation.clear();
    account.votes.clear();
    account.dissents.clear();
    account.decided_by.reset();
    account.decision.clear();
    account.note.clear();
}

/// What reading a meeting leaves out of items whose case is shielded.
struct ShieldedWords {
    std::vector<AgendaItem> items;
    std::vector<Proposal> proposals;
    std::vector<Dissent> dissents;
};

static Result<ShieldedWords> words_of(db::Reader& reader, MeetingId meeting) {
    ShieldedWords words;
    words.items = TRY(agenda_of(reader, meeting));
    words.proposals = TRY(proposals_of(reader, meeting));
    words.dissents = TRY(dissents_of(reader, meeting));
    return words;
}

/// For the archive: the words of an item as they were said, whatever is shielded of its case.
static Result<void> give_back(ItemAccount& account, db::Reader& reader, const ShieldedWords& words, Date today) {
    if (account.title.empty() && account.case_id)
        account.title = TRY(case_account(reader, *account.case_id, today, Part::whole)).title;
    if (account.shielded_by.empty()) return {};
    for (const auto& item : words.items) {
        if (item.id != account.id) continue;
        account.decision = item.decision;
        account.note = item.note;
    }
    for (const auto& proposal : words.proposals) {
        if (proposal.item_id == account.id && proposal.kind == ProposalKind::recommendation && !proposal.withdrawn_at)
            account.recommendation = proposal.points;
    }
    std::size_t next = 0;
    for (const auto& dissent : words.dissents) {
        if (dissent.item_id == account.id && next < account.dissents.size())
            account.dissents[next++].text = dissent.text;
    }
    return {};
}

static void fill_attendees(MeetingAccount& account, const MeetingRecord& record) {
    const auto roll = record.roll();
    for (const auto& appointment : roll.appointments()) {
        const bool came =
            std::ranges::find(record.presence, appointment.id, &PresenceEntry::who) != record.presence.end();
        account.attendees.push_back(
            {appointment.id, record.name(appointment.id), record.on_behalf_of(appointment.id), appointment.role, came});
    }
}

static Result<void> fill_minutes(MeetingAccount& account, db::Reader& reader, const Services& services,
                                 i18n::Language language) {
    auto minutes = TRY(published_minutes(reader, account.id));
    if (!minutes) return {};
    const http::Request request;
    const auto by = the_program();
    const ui::Site site;
    const http::Call call{request, by, services.texts.in(language), *minutes->published_at, site, services.public_url};
    const auto content = json::read<MinutesContent>(minutes->content);
    account.minutes = MinutesAccount{.number = minutes->number,
                                     .path = fmt::format("{}/minutes/{}", account.path, minutes->number),
                                     .sealed_text = minutes->content,
                                     .plain_text = content ? minutes_as_text(call, *content) : std::string{},
                                     .published_at = *minutes->published_at,
                                     .signed_by = minutes->signer_name};
    return {};
}

static Result<void> fill_neighbours(MeetingAccount& account, db::Reader& reader) {
    const auto all = TRY(kept_meetings(reader, account.body));
    const auto here = std::ranges::find(all, account.id, &KeptMeeting::id);
    if (here == all.end()) return {};
    if (here != all.begin()) account.previous = std::prev(here)->id;
    if (std::next(here) != all.end()) account.next = std::next(here)->id;
    return {};
}

static MeetingAccount head_of(const MeetingRecord& record, i18n::Language language) {
    const auto& meeting = record.meeting;
    MeetingAccount account;
    account.id = meeting.id;
    account.body = record.body.id;
    account.body_name = record.body.name(language);
    account.owner = record.body.organisation;
    account.year = meeting.year;
    account.number = meeting.number;
    account.path = meeting_path(record.body.slug, meeting.year, meeting.number);
    account.state = meeting.state;
    account.starts_at = meeting.starts_at;
    account.ends_at = meeting.ends_at;
    account.place = meeting.place;
    account.remote_url = meeting.remote_url;
    account.is_open = record.body.is_open;
    account.is_invented = meeting.is_invented;
    account.noticed_at = meeting.noticed_at;
    account.opened_at = meeting.opened_at;
    account.closed_at = meeting.closed_at;
    account.changed_at = meeting.changed_at;
    return account;
}

Result<MeetingAccount> meeting_account(db::Reader& reader, const Services& services, MeetingId id, Date today,
                                       Part part, i18n::Language language) {
    const auto meeting = TRY(load_meeting(reader, id));
    const auto record = TRY(read_meeting_record(reader, meeting, today, language));
    const auto words = part == Part::whole ? TRY(words_of(reader, id)) : ShieldedWords{};
    auto account = head_of(record, language);
    const auto owners = TRY(directory::organisations_by_id(reader, {account.owner}, language));
    if (!owners.empty()) account.owner_name = owners.front().name;
    TRY(fill_neighbours(account, reader));
    if (!account.is_open && part == Part::open) return account;
    fill_attendees(account, record);
    for (const auto& item : record.items) {
        auto shown = item_account(record, item);
        if (part == Part::whole) TRY(give_back(shown, reader, words, today));
        TRY(fill_papers(shown, reader, item, today, part));
        if (part == Part::open && record.is_behind_doors(item.item)) leave_out_what_is_said(shown);
        account.items.push_back(std::move(shown));
    }
    TRY(fill_minutes(account, reader, services, language));
    return account;
}

Result<MeetingId> meeting_by_key(db::Reader& reader, std::string_view key) {
    return TRY(find_meeting(reader, key)).id;
}

} // namespace governance
