#pragma once
// How a cost is computed: methods as data, each version for good, so that an old calculation gives its old answer.
#include "platform/clock.hpp"
#include "voice/domain/amount.hpp"
#include "voice/words.hpp"

#include <boost/describe/class.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace voice {

struct CostInputKind {
    std::string name; ///< "inhabitants"; its words stand in the catalogue as cost.number.NAME.
    std::string unit; ///< "persons"; as cost.unit.UNIT.
};
BOOST_DESCRIBE_STRUCT(CostInputKind, (), (name, unit))

/// of: names of inputs and of steps before it, or whole numbers written out ("60"). The first is what is subtracted
/// from or divided.
struct CostStep {
    std::string name;
    CostOperation operation = CostOperation::add;
    std::vector<std::string> of;
    std::string unit;
};
BOOST_DESCRIBE_STRUCT(CostStep, (), (name, operation, of, unit))

struct CostMethod {
    std::string code; ///< "per_inhabitant"; as cost.method.CODE.
    int version = 1;
    Date valid_from; ///< First day on which new calculations use it, until a newer version does.
    std::vector<CostInputKind> inputs;
    std::vector<CostStep> steps; ///< The last one is the total, in kroner a year or once.
};
BOOST_DESCRIBE_STRUCT(CostMethod, (), (code, version, valid_from, inputs, steps))

/// All versions of all methods, by code and version.
const std::vector<CostMethod>& cost_methods();
/// Those that new calculations use on the day, one of each code.
std::vector<const CostMethod*> cost_methods_on(Date);
/// Nothing when there is none.
const CostMethod* cost_method(std::string_view code, int version);
const CostMethod* cost_method_on(std::string_view code, Date);

using CostInputs = std::map<std::string, Amount, std::less<>>;

struct Operand {
    std::string name; ///< As in the method.
    Amount amount;
};
struct WorkedStep {
    CostStep step;
    std::vector<Operand> operands;
    Amount amount;
};

/// The arithmetic, step by step; the last is the total. Every input of the method must be there. Fails with
/// voice.calculation_too_large.
Result<std::vector<WorkedStep>> work_out(const CostMethod&, const CostInputs&);

} // namespace voice
