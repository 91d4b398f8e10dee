#include "oparl/domain/errors.hpp"
#include "oparl/oparl.hpp"
#include "oparl/store/object_store.hpp"
#include "oparl/store/source_store.hpp"
#include "platform/json/described_members.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>

namespace oparl {

namespace {

constexpr int objects_in_file = 1000;
constexpr auto first_key = std::int64_t{-1};

/// Objects of one kind to a file, as the standard writes them.
class FolderWriter {
public:
    FolderWriter(db::Reader& reader, const Source& source, std::filesystem::path folder)
        : reader_{reader}, source_{source}, folder_{std::move(folder)} {}

    Result<std::int64_t> write_type(ObjectType type) {
        auto key = first_key;
        std::int64_t written = 0;
        for (int number = 1;; ++number) {
            const auto rows = TRY(store::objects_after(reader_, source_.number, type, key, objects_in_file));
            if (rows.empty()) return written;
            key = rows.back().line.key;
            const auto text = TRY(page_of(rows));
            const auto name = type == ObjectType::system && number == 1
                                  ? std::string{"system.json"}
                                  : fmt::format("{}-{:05}.json", json::name_of(type), number);
            TRY(write_file(name, text));
            written += std::ssize(rows);
        }
    }

    [[nodiscard]] const ExportReport& report() const { return report_; }

private:
    Result<std::string> page_of(const std::vector<store::ObjectRow>& rows) {
        std::string text = "{\"data\":[";
        std::optional<Error> failure;
        const Resolve resolve = [&](std::string_view id) -> std::optional<json::Value> {
            const auto row = store::find_object(reader_, source_.number, object_key(id));
            if (!row) failure = row.error();
            if (!row || !*row || (*row)->line.id != id) return {};
            auto read = json::parse((*row)->content);
            return read ? std::optional{*std::move(read)} : std::nullopt;
        };
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto content = json::parse(rows[i].content);
            ensure(content.has_value());
            text.append(i == 0 ? "\n" : ",\n").append(json::to_string(put_together(*content, resolve)));
            if (failure) return *std::move(failure);
        }
        report_.objects += std::ssize(rows);
        return text + "\n]}\n";
    }

    Result<void> write_file(const std::string& name, const std::string& text) {
        std::ofstream file{folder_ / name, std::ios::binary | std::ios::trunc};
        file << text;
        file.close();
        if (!file) return folder_unwritable.error({{"folder", folder_.string()}});
        ++report_.files;
        report_.bytes += std::ssize(text);
        return {};
    }

    db::Reader& reader_;
    const Source& source_;
    std::filesystem::path folder_;
    ExportReport report_;
};

} // namespace

Result<ExportReport> export_source(const Services& services, std::string_view slug, const std::string& folder,
                                   const Progress& progress) {
    auto reader = TRY(services.database.reader());
    const auto source = TRY(store::source_by_slug(*reader, slug));
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure || !std::filesystem::is_empty(folder, failure)) return folder_unwritable.error({{"folder", folder}});
    FolderWriter writer{*reader, source, folder};
    const auto counts = TRY(store::count_types(*reader, source.number));
    std::int64_t total = 0, done = 0;
    for (const auto& count : counts)
        total += count.present + count.deleted;
    for (const auto& count : counts) {
        done += TRY(writer.write_type(count.type));
        if (progress) progress("objekter", done, total);
    }
    return writer.report();
}

} // namespace oparl
