#include "directory/domain/history.hpp"

#include "platform/ensure.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace directory {

namespace {

using Lines = std::vector<NumberChange>;

class Tracer {
public:
    explicit Tracer(const std::vector<std::string>& existed_already) : existed_already_{existed_already} {}

    void apply_day(const Lines& lines) {
        on_ = lines.front().on;
        for (const auto& line : lines) {
            appear(line.from_number, line.from_name);
            sources_of_[line.to_number].insert(line.from_number);
            targets_of_[line.from_number].insert(line.to_number);
            new_name_[line.to_number] = line.to_name;
        }
        // Ends come first, so that a number that changes hands on the day is free for its next holder.
        const auto before = holders_;
        for (const auto& [from, targets] : targets_of_) {
            if (!targets.contains(from)) release(from, is_renumbering(from, *targets.begin()));
        }
        for (const auto& [to, sources] : sources_of_) {
            settle(to, sources, before);
        }
        for (const auto& line : lines) {
            const auto from = before.at(line.from_number);
            const auto to = holders_.at(line.to_number);
            if (from != to) history_.successions.push_back({from, to, on_});
        }
        sources_of_.clear();
        targets_of_.clear();
        new_name_.clear();
    }

    History finish(const std::vector<std::pair<std::string, std::string>>& today) {
        for (const auto& [number, name] : today) {
            appear(number, name);
        }
        return std::move(history_);
    }

private:
    using Holders = std::map<std::string, std::size_t>;

    [[nodiscard]] bool is_renumbering(const std::string& from, const std::string& to) const {
        return targets_of_.at(from).size() == 1 && sources_of_.at(to).size() == 1 && !stays(to);
    }

    /// True for a number that is held already and whose holder keeps it through the day.
    [[nodiscard]] bool stays(const std::string& number) const {
        return (holders_.contains(number) && !targets_of_.contains(number)) ||
               std::ranges::count(existed_already_, number) > 0;
    }

    /// Somebody whom the sources name for the first time, and who was there before them.
    void appear(const std::string& number, const std::string& name) {
        if (holders_.contains(number)) return;
        holders_[number] = history_.lineages.size();
        history_.lineages.push_back({.period = {}, .numbers = {{number, {}}}, .names = {{name, {}}}});
    }

    void release(const std::string& number, bool lives_on) {
        auto& lineage = history_.lineages[holders_.at(number)];
        lineage.numbers.back().period.to = on_;
        if (!lives_on) lineage.names.back().period.to = lineage.period.to = on_;
        holders_.erase(number);
    }

    void settle(const std::string& number, const std::set<std::string>& sources, const Holders& before) {
        const auto& name = new_name_.at(number);
        const auto& first = *sources.begin();
        if (holders_.contains(number)) {
            rename(holders_.at(number), name);
        } else if (std::ranges::count(existed_already_, number) > 0) {
            appear(number, name);
        } else if (targets_of_.at(first).size() == 1 && sources.size() == 1) {
            const auto same = before.at(first);
            history_.lineages[same].numbers.push_back({number, {on_, {}}});
            holders_[number] = same;
            rename(same, name);
        } else {
            appear(number, name);
            auto& lineage = history_.lineages[holders_.at(number)];
            lineage.period.from = lineage.numbers.back().period.from = lineage.names.back().period.from = on_;
        }
    }

    void rename(std::size_t place, const std::string& name) {
        auto& names = history_.lineages[place].names;
        if (names.back().name == name) return;
        names.back().period.to = on_;
        names.push_back({name, {on_, {}}});
    }

    const std::vector<std::string>& existed_already_;
    History history_;
    Holders holders_; ///< Number -> its lineage, on the day reached.
    Date on_{};
    std::map<std::string, std::set<std::string>> sources_of_, targets_of_;
    std::map<std::string, std::string> new_name_;
};

} // namespace

std::optional<std::size_t> History::holder(std::string_view number, Date on) const {
    for (std::size_t i = 0; i < lineages.size(); ++i) {
        for (const auto& held : lineages[i].numbers) {
            if (held.number == number && held.period.contains(on)) return i;
        }
    }
    return {};
}

std::vector<std::string> History::numbers_on(Date day) const {
    std::vector<std::string> numbers;
    for (const auto& lineage : lineages) {
        for (const auto& held : lineage.numbers) {
            if (held.period.contains(day)) numbers.push_back(held.number);
        }
    }
    std::ranges::sort(numbers);
    return numbers;
}

History trace_history(const std::vector<NumberChange>& changes,
                      const std::vector<std::pair<std::string, std::string>>& today,
                      const std::vector<std::string>& existed_already) {
    Tracer tracer{existed_already};
    for (auto begin = changes.begin(); begin != changes.end();) {
        const auto end = std::find_if(begin, changes.end(), [&](const auto& line) { return line.on != begin->on; });
        ensure(end == changes.end() || begin->on < end->on);
        tracer.apply_day({begin, end});
        begin = end;
    }
    return tracer.finish(today);
}

} // namespace directory
