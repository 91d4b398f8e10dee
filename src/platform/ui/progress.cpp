// How far something has come, and what happened on the way.
#include "platform/texts.hpp"
#include "platform/ui/words.hpp"

namespace ui {

using html::attribute;
using html::attribute_if;
using html::cls;

namespace {

struct Mark {
    std::string_view css_class;
    std::optional<Icon> icon;
    i18n::Message words;
};

Mark mark_of(Step::State state) {
    switch (state) {
    case Step::State::done:
        return {"steps__step steps__step--done", Icon::checkmark, platform::text::ui_step_done};
    case Step::State::current:
        return {"steps__step steps__step--current", {}, platform::text::ui_step_current};
    case Step::State::coming:
        return {"steps__step steps__step--coming", {}, platform::text::ui_step_coming};
    case Step::State::stopped:
        return {"steps__step steps__step--stopped", Icon::cross, platform::text::ui_step_stopped};
    }
    return {"steps__step", {}, platform::text::ui_step_coming};
}

Html step_entry(const http::Call& call, const Step& step) {
    const Mark mark = mark_of(step.state);
    std::vector<Html> lines;
    for (const std::string& line : step.lines) {
        lines.push_back(html::p(cls("steps__line"), line));
    }
    std::optional<Html> drawing;
    if (mark.icon) {
        drawing = icon(*mark.icon);
    }
    const Html title = step.path.empty() ? Html{step.title} : link(step.title, step.path);
    return html::li(cls(mark.css_class), attribute_if(step.state == Step::State::current, "aria-current", "step"),
                    html::span(cls("steps__mark"), drawing),
                    html::div(cls("steps__words"),
                              html::p(cls("steps__title"), title,
                                      hidden_words(html::join({Html{" ("}, words(call, mark.words), Html{")"}}))),
                              lines));
}

} // namespace

Html steps(const http::Call& call, std::string_view label, const std::vector<Step>& all) {
    std::vector<Html> entries;
    for (const Step& step : all) {
        entries.push_back(step_entry(call, step));
    }
    // Above six steps there is no room for them side by side.
    return html::div(cls("steps-frame"), html::ol(cls(all.size() > 6 ? "steps steps--down" : "steps"),
                                                  attribute("role", "list"), attribute("aria-label", label), entries));
}

Html timeline(const std::vector<Happening>& happenings) {
    std::vector<Html> entries;
    for (const Happening& happening : happenings) {
        std::optional<Html> who;
        if (!happening.who.empty()) {
            who = html::p(cls("meta"), happening.who);
        }
        entries.push_back(
            html::li(html::span(cls("timeline__mark"), icon(happening.icon.value_or(Icon::clock))),
                     html::div(html::p(cls("timeline__what"), happening.what), who,
                               html::p(cls("meta"), html::time(attribute_if(!happening.machine_time.empty(), "datetime",
                                                                            happening.machine_time),
                                                               happening.when)))));
    }
    return html::ol(cls("timeline"), attribute("role", "list"), entries);
}

} // namespace ui
