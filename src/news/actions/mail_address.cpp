#include "news/actions/mail_address.hpp"

#include "news/domain/errors.hpp"
#include "news/domain/mail_job.hpp"
#include "news/store/address_store.hpp"
#include "news/store/follow_store.hpp"
#include "platform/mail/address.hpp"

namespace news {

namespace {

Result<store::MailAddress> address_of_link(db::Reader& reader, std::string_view token) {
    auto address = TRY(store::find_address_by_token(reader, token));
    if (!address) return link_unknown.error();
    return std::move(*address);
}

Principal owner(const store::MailAddress& address) {
    Principal principal;
    principal.kind = PrincipalKind::person;
    principal.id = address.person_id;
    return principal;
}

journal::Event address_event(std::string_view type, std::string_view person_id) {
    journal::Event event;
    event.type = type;
    event.subjects = {{"person", std::string{person_id}}};
    event.visibility = journal::Visibility::operators;
    return event;
}

} // namespace

db::Bytes sealed(const Outside& outside, std::string_view person_id, const Reachable& reachable) {
    return outside.seal(reachable.address + "\n" + reachable.token, person_id);
}

Result<Reachable> opened(const Outside& outside, std::string_view person_id, const db::Bytes& bytes) {
    const auto plain = TRY(outside.open(bytes, person_id));
    const auto end = plain.find('\n');
    ensure(end != std::string::npos);
    return Reachable{plain.substr(0, end), plain.substr(end + 1)};
}

Result<void> set_address(const Services& services, const Outside& outside, const Principal& principal,
                         std::string_view address, i18n::Language language) {
    TRY(principal.require(::right::logged_in));
    if (!mail::looks_like_address(address)) {
        auto error = address_faulty.error();
        error.faults = {address_faulty.at("#/address")};
        return error;
    }
    const auto now = services.clock.now();
    const auto token = services.random.token(24);
    const store::MailAddress kept{principal.id,
                                  sealed(outside, principal.id, {std::string{address}, token}),
                                  std::string{i18n::code(language)},
                                  now,
                                  {}};
    return services.database.write([&](db::Transaction& transaction) -> Result<void> {
        TRY(store::put_address(transaction, kept, token));
        // The job names the person only: the address may change or be forgotten before the mail is sent.
        TRY(jobs::enqueue(transaction, confirm_job, json::write(MailJob{principal.id, {}}), now, now, services.random));
        TRY(services.journal.append(transaction, principal, address_event("news.address_given", principal.id), now));
        return {};
    });
}

Result<void> confirm_address(const Services& services, std::string_view token) {
    const auto now = services.clock.now();
    return services.database.write([&](db::Transaction& transaction) -> Result<void> {
        const auto address = TRY(address_of_link(transaction, token));
        if (address.confirmed_at) return {};
        TRY(store::confirm_address(transaction, address.person_id, now));
        TRY(services.journal.append(transaction, owner(address),
                                    address_event("news.address_confirmed", address.person_id), now));
        return {};
    });
}

Result<void> unsubscribe(const Services& services, std::string_view token) {
    const auto now = services.clock.now();
    return services.database.write([&](db::Transaction& transaction) -> Result<void> {
        const auto address = TRY(address_of_link(transaction, token));
        TRY(store::stop_mail(transaction, address.person_id));
        TRY(store::end_mail(transaction, address.person_id, now));
        TRY(services.journal.append(transaction, owner(address), address_event("news.mail_ended", address.person_id),
                                    now));
        return {};
    });
}

} // namespace news
