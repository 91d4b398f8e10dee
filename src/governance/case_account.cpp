#include "directory/directory.hpp"
#include "governance/accounts.hpp"
#include "governance/domain/los.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/case_file_store.hpp"
#include "governance/store/kept_cases.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>

namespace governance {

// The words outside stand in the order of those inside.
static_assert(static_cast<int>(DocumentRole::hoeringssvar) == static_cast<int>(DocumentKind::hoeringssvar));
static_assert(static_cast<int>(DocumentStanding::available) == static_cast<int>(DocumentState::available));
static_assert(static_cast<int>(DocumentStanding::removed) == static_cast<int>(DocumentState::removed));
static_assert(static_cast<int>(ShieldedPart::proposal) == static_cast<int>(ShieldField::proposal));
static_assert(static_cast<int>(ShieldedPart::document) == static_cast<int>(ShieldField::document));

const ShieldAccount* CaseAccount::shield_of(ShieldedPart part) const {
    const auto found = std::ranges::find(shields, part, &ShieldAccount::part);
    return found == shields.end() ? nullptr : &*found;
}

static std::optional<ShieldAccount> account_of(const Shield* shield) {
    if (shield == nullptr) return {};
    return ShieldAccount{static_cast<ShieldedPart>(shield->field), shield->legal_basis, shield->until};
}

/// As it stands in the file, which may have been made fit for everybody.
static DocumentAccount document_account(const CaseFile& file, const Document& document, Date today) {
    DocumentAccount account;
    account.id = document.id;
    account.role = static_cast<DocumentRole>(document.kind);
    account.title = document.title;
    account.file_name = document.file_name;
    account.media_type = document.media_type;
    account.state_reason = document.state_reason;
    account.size = document.size;
    account.digest = document.digest;
    account.dated = document.dated;
    account.standing = static_cast<DocumentStanding>(document.state);
    account.added_at = document.added_at;
    account.removed_at = document.removed_at;
    account.shield = account_of(file.shield_of(document.id, today));
    if (document.state == DocumentState::available && !account.shield)
        account.path = file.matter.url() + "/documents/" + document.id.to_string();
    return account;
}

static void fill_texts(CaseAccount& account, const CaseFile& file, Date today) {
    const auto& matter = file.matter;
    account.id = matter.id;
    account.year = matter.number.year;
    account.serial = matter.number.serial;
    account.number = matter.number.to_string();
    account.path = matter.url();
    account.language = matter.language;
    account.title = matter.title;
    account.summary = matter.summary;
    account.background = matter.background;
    for (const auto& point : matter.points)
        account.points.push_back(point.text);
    account.owner = matter.owner;
    account.state = matter.path.state;
    account.closing_note = matter.closing_note;
    account.is_invented = matter.is_invented;
    account.planned_at = matter.planned_at;
    account.changed_at = matter.changed_at;
    for (const auto& document : file.documents)
        account.documents.push_back(document_account(file, document, today));
    for (const auto field : json::enumerator_values<ShieldField>) {
        if (field == ShieldField::document) continue;
        if (auto shield = account_of(file.shield_of(field, today))) account.shields.push_back(*std::move(shield));
    }
}

static Result<void> fill_names(CaseAccount& account, db::Reader& reader, const Case& matter, i18n::Language language) {
    const auto owners = TRY(directory::organisations_by_id(reader, {matter.owner}, language));
    if (!owners.empty()) account.owner_name = owners.front().name;
    if (matter.owner_body) account.owner_body_name = TRY(load_body(reader, *matter.owner_body)).name(language);
    if (matter.handler) {
        const auto people = TRY(directory::people_by_id(reader, {*matter.handler}));
        if (!people.empty()) account.handler = people.front().name;
    }
    for (const auto& slug : matter.themes) {
        const auto* theme = find_theme(slug);
        account.themes.push_back({slug, theme == nullptr ? slug : std::string{theme->name(language)}});
    }
    for (const auto& step : matter.path.steps) {
        const auto& record = matter.record_of(step.id);
        const auto body = TRY(load_body(reader, step.body));
        account.steps.push_back(
            {step.body, body.name(language), step.outcome, record.treated_at, record.meeting, record.points});
    }
    return {};
}

Result<CaseAccount> case_account(db::Reader& reader, CaseId id, Date today, Part part, i18n::Language language) {
    auto file = TRY(read_case_file(reader, id));
    if (part == Part::open) file = public_part(std::move(file), today);
    CaseAccount account;
    fill_texts(account, file, today);
    TRY(fill_names(account, reader, file.matter, language));
    return account;
}

Result<BodyRecords> body_records(db::Reader& reader, std::string_view key) {
    const auto body = TRY(find_body(reader, key));
    BodyRecords records;
    records.id = body.id;
    records.slug = body.slug;
    records.name = body.name_nb;
    records.owner = body.organisation;
    const auto owners = TRY(directory::organisations_by_id(reader, {body.organisation}));
    if (!owners.empty()) {
        records.owner_name = owners.front().name;
        records.owner_number = owners.front().organisation_number;
    }
    records.cases = TRY(kept_cases(reader, body.id));
    records.meetings = TRY(kept_meetings(reader, body.id));
    return records;
}

} // namespace governance
