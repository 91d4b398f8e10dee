#include "platform/pdf/script.hpp"

#include <charconv>

namespace pdf {

const std::string& Instruction::field(std::size_t position) const {
    static const std::string nothing;
    return position < fields.size() ? fields[position] : nothing;
}

int Instruction::number(std::size_t position) const {
    const auto& text = field(position);
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

static std::string with_line_ends(std::string_view field) {
    std::string text{field};
    for (auto& letter : text) {
        if (letter == line_end_in_field) letter = '\n';
    }
    return text;
}

static Instruction instruction_of(std::string_view line) {
    Instruction instruction;
    bool is_kind = true;
    for (;;) {
        const auto end = line.find('\t');
        const auto field = line.substr(0, end);
        if (is_kind) {
            instruction.kind = field;
        } else {
            instruction.fields.push_back(with_line_ends(field));
        }
        is_kind = false;
        if (end == std::string_view::npos) return instruction;
        line.remove_prefix(end + 1);
    }
}

std::vector<Instruction> read_script(std::string_view script) {
    std::vector<Instruction> instructions;
    while (!script.empty()) {
        const auto end = script.find('\n');
        instructions.push_back(instruction_of(script.substr(0, end)));
        script.remove_prefix(end == std::string_view::npos ? script.size() : end + 1);
    }
    return instructions;
}

} // namespace pdf
