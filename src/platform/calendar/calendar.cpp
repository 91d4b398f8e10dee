#include "platform/calendar/calendar.hpp"

#include "platform/ensure.hpp"
#include "platform/unicode.hpp"

#include <algorithm>
#include <cstdlib>
#include <libical/ical.h>
#include <memory>

namespace calendar {
namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

/// The library makes its zone at the first call, which threads may not share.
const icaltimezone* utc() {
    static const icaltimezone* zone = icaltimezone_get_utc_timezone();
    return zone;
}

icaltimetype ical_time(Instant instant) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
    return icaltime_from_timet_with_zone(seconds, 0, utc());
}

/// A day without time or zone; the property says VALUE=DATE by itself.
icaltimetype ical_day(std::chrono::sys_days day) {
    const Date date{day};
    auto time = icaltime_null_date();
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return time;
}

/// The end is not included (RFC 5545, section 3.6.1).
void add_times(icalcomponent* out, const Event& event) {
    if (event.whole_day) {
        const std::chrono::sys_days day{*event.whole_day};
        icalcomponent_add_property(out, icalproperty_new_dtstart(ical_day(day)));
        icalcomponent_add_property(out, icalproperty_new_dtend(ical_day(day + std::chrono::days{1})));
        return;
    }
    icalcomponent_add_property(out, icalproperty_new_dtstart(ical_time(event.start)));
    icalcomponent_add_property(out, icalproperty_new_dtend(ical_time(std::max(event.end, event.start))));
}

/// Line ends as \n, which the library escapes, and nothing that breaks a line otherwise.
std::string clean(std::string_view text) {
    auto out = unicode::fit_for_xml(text);
    std::erase(out, '\r');
    return out;
}

void add_text(icalcomponent* component, icalproperty* property, const std::string& language) {
    if (!language.empty()) icalproperty_add_parameter(property, icalparameter_new_language(language.c_str()));
    icalcomponent_add_property(component, property);
}

/// Publishing demands an organizer (RFC 5546, section 3.2.1): the page of the event, under the calendar's name.
icalproperty* organizer_of(const Event& event, const std::string& name) {
    auto* organizer =
        icalproperty_new_organizer(event.url.empty() ? ("urn:uuid:" + event.uid).c_str() : event.url.c_str());
    // A parameter cannot hold quotes (RFC 5545, section 3.2).
    auto shown = clean(name);
    std::replace(shown.begin(), shown.end(), '"', '\'');
    std::replace(shown.begin(), shown.end(), '\n', ' ');
    if (!shown.empty()) icalproperty_add_parameter(organizer, icalparameter_new_cn(shown.c_str()));
    return organizer;
}

icalcomponent* ical_event(const Event& event, const Calendar& calendar) {
    auto* out = icalcomponent_new_vevent();
    icalcomponent_add_property(out, icalproperty_new_uid(clean(event.uid).c_str()));
    icalcomponent_add_property(out, icalproperty_new_dtstamp(ical_time(event.changed_at)));
    icalcomponent_add_property(out, icalproperty_new_lastmodified(ical_time(event.changed_at)));
    add_times(out, event);
    icalcomponent_add_property(out, icalproperty_new_sequence(event.sequence));
    icalcomponent_add_property(
        out, icalproperty_new_status(event.is_cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    icalcomponent_add_property(out, organizer_of(event, calendar.name));
    add_text(out, icalproperty_new_summary(clean(event.title).c_str()), calendar.language);
    if (!event.place.empty()) add_text(out, icalproperty_new_location(clean(event.place).c_str()), calendar.language);
    if (!event.description.empty()) {
        add_text(out, icalproperty_new_description(clean(event.description).c_str()), calendar.language);
    }
    if (!event.url.empty()) icalcomponent_add_property(out, icalproperty_new_url(event.url.c_str()));
    return out;
}

} // namespace

std::string write(const Calendar& calendar) {
    const Component out{icalcomponent_new_vcalendar(), &icalcomponent_free};
    icalcomponent_add_property(out.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(out.get(), icalproperty_new_prodid("-//Samband//Samband//NO"));
    icalcomponent_add_property(out.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
    icalcomponent_add_property(out.get(), icalproperty_new_name(clean(calendar.name).c_str()));
    // Most programs still read the name from here.
    auto* name = icalproperty_new_x(clean(calendar.name).c_str());
    icalproperty_set_x_name(name, "X-WR-CALNAME");
    icalcomponent_add_property(out.get(), name);
    for (const auto& event : calendar.events)
        icalcomponent_add_component(out.get(), ical_event(event, calendar));
    const std::unique_ptr<char, decltype(&std::free)> text{icalcomponent_as_ical_string_r(out.get()), &std::free};
    ensure(text);
    return text.get();
}

} // namespace calendar
