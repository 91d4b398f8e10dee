#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"
#include "registers/texts.hpp"
#include "registers/views/text_messages.hpp"

namespace registers {

Html text_messages_page(const http::Call& call, const TextMessagesView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::messages);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::messages_lead);
    page.hero = ui::hero(hero);
    std::vector<std::vector<Html>> rows;
    for (const auto& message : view.messages) {
        rows.push_back({Html{t.date_time(message.taken_at)}, Html{message.to}, Html{message.text}});
    }
    const auto content = rows.empty() ? ui::empty_state(t(text::messages_none), t(text::messages_none_text))
                                      : ui::table(t(text::messages),
                                                  {{.name = t(text::message_time)},
                                                   {.name = t(text::message_to), .hides_on_phone = true},
                                                   {.name = t(text::message_text)}},
                                                  rows);
    page.content =
        html::join({content, ui::formats_card(call, {{"JSON", std::string{development_text_messages} + ".json"}})});
    page.alternates = {{http::Format::json, std::string{development_text_messages} + ".json"}};
    return ui::page(call, page);
}

} // namespace registers
