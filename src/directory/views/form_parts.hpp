#pragma once
// What all forms of the directory are made of.
#include "directory/domain/organisation.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"
#include "platform/ui/components.hpp"

namespace directory {

/// One form on a page of its own: crumbs back to the organisation, faults on top.
Html form_page(const http::Call&, const ui::FormState&, const Organisation*, std::string_view heading,
               std::string_view lead, const Html& content);

/// Makes fields for one form without repeating who is asking.
class Fields {
public:
    Fields(const http::Call& call, const ui::FormState& state) : call_{call}, state_{state} {}
    [[nodiscard]] Html text(std::string name, const i18n::Message& label, std::string value, bool is_required = false,
                            std::string hint = {}, std::string width = {}) const;
    [[nodiscard]] Html day(std::string name, const i18n::Message& label, std::string value, bool is_required = true,
                           std::string hint = {}) const;
    [[nodiscard]] Html choice(std::string name, const i18n::Message& label, std::string value,
                              const std::vector<ui::Choice>& choices, std::string hint = {}) const;

private:
    [[nodiscard]] static ui::Field field(std::string name, std::string label, std::string value, bool is_required,
                                         std::string hint);
    const http::Call& call_;
    const ui::FormState& state_;
};

} // namespace directory
