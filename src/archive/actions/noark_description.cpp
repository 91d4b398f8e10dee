#include "archive/actions/noark_description.hpp"

namespace archive {

namespace {

/// ADDML says everything with properties inside properties.
class Description {
public:
    explicit Description(xml::Writer& out) : out_{out} {}

    void value(const char* name, const std::string& value, const char* type = nullptr) {
        begin(name, type);
        out_.text("value", value);
        out_.close();
    }
    /// A property with more properties below it; its own value may be empty.
    template <class Below>
    void group(const char* name, const std::string& value, Below&& below) {
        begin(name, nullptr);
        out_.text_if("value", value);
        out_.open("properties");
        below();
        out_.close();
        out_.close();
    }
    void element(const char* name, const std::string& value) {
        out_.open("additionalElement", {{"name", name}});
        out_.text("value", value);
        out_.close();
    }

private:
    void begin(const char* name, const char* type) {
        std::vector<xml::Attribute> attributes{{"name", name}};
        if (type != nullptr) attributes.push_back({"dataType", type});
        out_.open("property", attributes);
    }
    xml::Writer& out_;
};

std::string truth(bool yes) {
    return yes ? "true" : "false";
}

void write_context(xml::Writer& out, Description& description, const NoarkSource& source) {
    const auto& records = source.records();
    const xml::Element reference{out, "reference"};
    {
        const xml::Element context{out, "context"};
        const xml::Element elements{out, "additionalElements"};
        {
            const xml::Element creators{out, "additionalElement", {{"name", "recordCreators"}}};
            const xml::Element below{out, "additionalElements"};
            description.element("recordCreator", records.owner_name);
        }
        description.element("systemType", "Møtebehandling (Noark 5)");
        description.element("systemName", "Samband");
        description.element("archive", records.name);
    }
    const xml::Element content{out, "content"};
    const xml::Element elements{out, "additionalElements"};
    const xml::Element period{out, "additionalElement", {{"name", "archivalPeriod"}}};
    const xml::Element properties{out, "properties"};
    description.value("startDate", to_string(norwegian_date(source.first())));
    description.value("endDate", to_string(norwegian_date(source.last())));
}

void write_summary(xml::Writer& out, Description& description, const PackageCounts& counts) {
    const xml::Element properties{out, "properties"};
    description.group("info", "", [&] {
        description.group("type", "Noark 5", [&] { description.value("version", "5.5"); });
        description.group("additionalInfo", "", [&] {
            description.group("periode", "", [&] {
                description.value("inngaaendeSkille", "skarp");
                description.value("utgaaendeSkille", "skarp");
            });
            description.value("inneholderSkjermetInformasjon", truth(counts.has_shielded), "boolean");
            description.value("omfatterDokumenterSomErKassert", truth(counts.has_removed), "boolean");
            description.value("inneholderDokumenterSomSkalKasseres", truth(counts.has_to_destroy), "boolean");
            description.value("inneholderVirksomhetsspesifikkeMetadata", "false", "boolean");
            description.value("antallDokumentfiler", std::to_string(counts.objects), "integer");
        });
    });
}

void write_file(xml::Writer& out, Description& description, const DescribedFile& file) {
    const xml::Element object{out, "dataObject", {{"name", file.name}}};
    const xml::Element properties{out, "properties"};
    description.group("file", "", [&] {
        description.value("name", file.name + ".xml");
        description.group("format", "XML", [&] { description.value("version", "1.0"); });
        description.group("checksum", "", [&] {
            description.value("algorithm", "SHA-256");
            description.value("value", file.sha256);
        });
    });
    description.group("info", "", [&] {
        for (const auto& counted : file.counts) {
            description.group("numberOfOccurrences", counted.first, [&] {
                description.value("elementPath", "//" + counted.first);
                description.value("value", std::to_string(counted.second), "integer");
            });
        }
    });
}

} // namespace

Result<void> write_description(xml::Writer& out, const NoarkSource& source, const PackageCounts& counts,
                               const std::vector<DescribedFile>& files) {
    Description description{out};
    out.open("addml", {{"name", "Noark 5-arkivuttrekk"},
                       {"xmlns", "http://www.arkivverket.no/standarder/addml"},
                       {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
    out.open("dataset");
    out.text("description", "Noark 5-arkivuttrekk");
    write_context(out, description, source);
    out.open("dataObjects");
    out.open("dataObject", {{"name", "Noark 5-arkivuttrekk"}});
    write_summary(out, description, counts);
    out.open("dataObjects");
    for (const auto& file : files)
        write_file(out, description, file);
    for (int open = 0; open < 5; ++open)
        out.close();
    return out.finish();
}

} // namespace archive
