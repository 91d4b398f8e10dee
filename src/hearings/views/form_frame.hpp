#pragma once
// What all forms of hearings share: fields with their labels, and the page around them.
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

namespace hearings {

ui::Field labelled_field(std::string name, std::string label, std::string value = {});
ui::Field form_field(const http::Call&, std::string name, const i18n::Message& label, std::string value = {});

/// Where a form is sent, what its button says and where people go who change their mind.
struct FormWay {
    std::string path, send, back;
    bool takes_files = false;
};
Html form_frame(const http::Call&, const ui::FormState&, const std::string& title, const std::string& lead,
                std::vector<ui::Crumb> crumbs, const Html& fields, const FormWay&);

} // namespace hearings
