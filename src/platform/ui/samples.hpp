#pragma once
// Every component with invented content: the page /components shows them, and the tests keep their markup.
#include "platform/ui/components.hpp"

namespace ui {

struct Sample {
    std::string_view name; ///< Of the component, and of its file among the tests.
    Html markup{};
    bool is_once_a_page = false; ///< There is one already on the page that shows the others.
};

std::vector<Sample> samples(const http::Call&);

// The parts it is made of, by subject.
std::vector<Sample> samples_of_words(const http::Call&);
std::vector<Sample> samples_of_lists(const http::Call&);
std::vector<Sample> samples_of_forms(const http::Call&);
std::vector<Sample> samples_of_charts(const http::Call&);

} // namespace ui
