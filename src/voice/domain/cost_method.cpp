#include "voice/domain/cost_method.hpp"

#include "platform/embedded.hpp"
#include "platform/ensure.hpp"
#include "platform/json/described.hpp"
#include "voice/domain/errors.hpp"

#include <algorithm>

namespace voice {

struct CostMethodTable {
    std::vector<CostMethod> methods;
};
BOOST_DESCRIBE_STRUCT(CostMethodTable, (), (methods))

static std::vector<CostMethod> embedded_methods() {
    for (const auto& file : embedded::voice_facts()) {
        if (file.name != "cost_methods.json") continue;
        auto table = json::read<CostMethodTable>(file.bytes);
        ensure(table.has_value());
        std::ranges::sort(table->methods, {}, [](const CostMethod& each) {
            return std::pair{each.code, each.version};
        });
        return table->methods;
    }
    ensure(false);
    return {};
}

const std::vector<CostMethod>& cost_methods() {
    static const auto methods = embedded_methods();
    return methods;
}

std::vector<const CostMethod*> cost_methods_on(Date day) {
    std::vector<const CostMethod*> found;
    for (const auto& method : cost_methods()) {
        if (method.valid_from > day) continue;
        if (!found.empty() && found.back()->code == method.code) found.pop_back();
        found.push_back(&method);
    }
    return found;
}

const CostMethod* cost_method(std::string_view code, int version) {
    for (const auto& method : cost_methods()) {
        if (method.code == code && method.version == version) return &method;
    }
    return nullptr;
}

const CostMethod* cost_method_on(std::string_view code, Date day) {
    for (const auto* method : cost_methods_on(day)) {
        if (method->code == code) return method;
    }
    return nullptr;
}

static std::optional<Amount> combined(CostOperation operation, Amount left, Amount right) {
    switch (operation) {
    case CostOperation::add:
        return sum(left, right);
    case CostOperation::subtract:
        return difference(left, right);
    case CostOperation::multiply:
        return product(left, right);
    case CostOperation::divide:
        return quotient(left, right);
    }
    return {};
}

/// A step that came before, an input, or a number written out.
static Amount operand_amount(std::string_view name, const CostInputs& inputs, const std::vector<WorkedStep>& before) {
    for (const auto& worked : before) {
        if (worked.step.name == name) return worked.amount;
    }
    if (const auto input = inputs.find(name); input != inputs.end()) return input->second;
    const auto constant = Amount::parse(name);
    ensure(constant.has_value());
    return *constant;
}

Result<std::vector<WorkedStep>> work_out(const CostMethod& method, const CostInputs& inputs) {
    std::vector<WorkedStep> worked;
    for (const auto& step : method.steps) {
        WorkedStep next{.step = step, .operands = {}, .amount = {}};
        std::optional<Amount> so_far;
        for (const auto& name : step.of) {
            const auto amount = operand_amount(name, inputs, worked);
            next.operands.push_back({name, amount});
            so_far = so_far ? combined(step.operation, *so_far, amount) : amount;
            if (!so_far) return calculation_too_large.error({{"step", step.name}});
        }
        ensure(so_far.has_value());
        next.amount = *so_far;
        worked.push_back(std::move(next));
    }
    ensure(!worked.empty());
    return worked;
}

} // namespace voice
