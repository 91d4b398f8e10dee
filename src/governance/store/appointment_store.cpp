#include "governance/store/appointment_store.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "platform/json/described_members.hpp"

#include <fmt/format.h>

namespace governance {

static constexpr std::string_view appointment_columns =
    "id, body_id, person_id, role, on_behalf_of, deputy_for, deputy_order, "
    "valid_from, valid_to, ended_on, end_reason, basis, version, holding_id, region_id, is_ambassador";

static Appointment appointment_of(const db::Row& row) {
    Appointment appointment;
    appointment.id = row.id<AppointmentId>(0);
    appointment.body_id = row.id<BodyId>(1);
    appointment.person_id = row.id<directory::PersonId>(2);
    appointment.role = *json::enumerator_of<AppointmentRole>(row.text(3));
    if (!row.is_null(4)) appointment.on_behalf_of = row.id<directory::OrganisationId>(4);
    if (!row.is_null(5)) appointment.deputy_for = row.id<AppointmentId>(5);
    if (!row.is_null(6)) appointment.deputy_order = static_cast<int>(row.number(6));
    appointment.valid_from = row.date(7);
    appointment.valid_to = row.maybe_date(8);
    appointment.ended_on = row.maybe_date(9);
    appointment.end_reason = row.maybe_text(10).value_or("");
    appointment.basis = row.text(11);
    appointment.version = row.number(12);
    if (!row.is_null(13)) appointment.holding = row.id<identity::HoldingId>(13);
    if (!row.is_null(14)) appointment.region = row.id<directory::OrganisationId>(14);
    appointment.is_ambassador = row.flag(15);
    return appointment;
}

static Result<std::vector<Appointment>> select(db::Reader& reader, std::string_view condition, db::Argument value) {
    const auto rows = TRY(reader.query(
        fmt::format("SELECT {} FROM governance_appointment WHERE {} = $1 ORDER BY CASE role WHEN 'chair' THEN 1 "
                    "WHEN 'deputy_chair' THEN 2 WHEN 'member' THEN 3 WHEN 'deputy' THEN 4 WHEN 'secretary' THEN 5 "
                    "ELSE 6 END, deputy_order, valid_from, id",
                    appointment_columns, condition),
        {std::move(value)}));
    std::vector<Appointment> found;
    for (const auto& row : rows)
        found.push_back(appointment_of(row));
    return found;
}

Result<std::vector<Appointment>> appointments_of_body(db::Reader& reader, BodyId body) {
    return select(reader, "body_id", body);
}

Result<std::vector<Appointment>> appointments_of_person(db::Reader& reader, directory::PersonId person) {
    return select(reader, "person_id", person);
}

Result<std::vector<Appointment>> appointments_for_organisation(db::Reader& reader,
                                                               directory::OrganisationId organisation) {
    return select(reader, "on_behalf_of", organisation);
}

Result<Appointment> load_appointment(db::Reader& reader, AppointmentId id) {
    auto found = TRY(select(reader, "id", id));
    if (found.empty()) return appointment_not_found.error();
    return std::move(found.front());
}

Result<void> insert_appointment(db::Transaction& transaction, const Appointment& appointment, Instant now) {
    return transaction.enqueue(
        "INSERT INTO governance_appointment (id, body_id, person_id, role, on_behalf_of, deputy_for, deputy_order, "
        "valid_from, valid_to, basis, created_at, changed_at, version, holding_id, region_id, is_ambassador) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $14, $15)",
        {appointment.id, appointment.body_id, appointment.person_id, json::name_of(appointment.role),
         appointment.on_behalf_of, appointment.deputy_for, appointment.deputy_order, appointment.valid_from,
         appointment.valid_to, appointment.basis, now, appointment.version, appointment.holding, appointment.region,
         appointment.is_ambassador});
}

Result<void> update_appointment(db::Transaction& transaction, const Appointment& appointment, std::int64_t version_read,
                                Instant now) {
    const auto changed = TRY(transaction.execute(
        "UPDATE governance_appointment SET ended_on = $1, end_reason = $2, changed_at = $3, version = $4 "
        "WHERE id = $5 AND version = $6",
        {appointment.ended_on, appointment.ended_on ? std::optional{appointment.end_reason} : std::nullopt, now,
         version_read + 1, appointment.id, version_read}));
    if (changed == 0) return stale_version.error();
    return {};
}

static Result<std::int64_t> count(db::Reader& reader, std::string_view sql, directory::OrganisationId organisation) {
    return TRY(reader.find(sql, {organisation}))->number(0);
}

Result<std::int64_t> count_appointments_for(db::Reader& reader, directory::OrganisationId organisation) {
    return count(reader, "SELECT COUNT(*) FROM governance_appointment WHERE on_behalf_of = $1 AND ended_on IS NULL",
                 organisation);
}

Result<std::int64_t> move_appointments(db::Transaction& transaction, directory::OrganisationId from,
                                       directory::OrganisationId to) {
    TRY(transaction.execute(
        "UPDATE governance_appointment SET region_id = $1 WHERE region_id = $2 AND ended_on IS NULL", {to, from}));
    return transaction.execute(
        "UPDATE governance_appointment SET on_behalf_of = $1 WHERE on_behalf_of = $2 AND ended_on IS NULL", {to, from});
}

Result<std::int64_t> count_bodies_of(db::Reader& reader, directory::OrganisationId organisation) {
    return count(reader, "SELECT COUNT(*) FROM governance_body WHERE organisation_id = $1", organisation);
}

Result<std::int64_t> move_bodies(db::Transaction& transaction, directory::OrganisationId from,
                                 directory::OrganisationId to) {
    return transaction.execute("UPDATE governance_body SET organisation_id = $1 WHERE organisation_id = $2",
                               {to, from});
}

} // namespace governance
