#include "write/pdf_finish.hpp"

#include "base/diagnostic.hpp"
#include "text/text_line.hpp"
#include "write/pdf_fonts.hpp"
#include "write/pdf_library.hpp"
#include "write/pdf_structure.hpp"
#include "write/srgb_profile.hpp"
#include "write/xmp.hpp"

#include <algorithm>
#include <exception>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>

namespace demarche::write {

namespace {

using Handle = QPDFObjectHandle;

bool is_date(const std::string& text) {
    constexpr std::string_view kPattern = "0000-00-00";
    if (text.size() != kPattern.size()) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (kPattern[i] == '0' ? !digit : text[i] != '-') {
            return false;
        }
    }
    return true;
}

DocumentFacts facts_of(const scene::Scene& scene, QPDF& pdf) {
    DocumentFacts facts;
    facts.title = text::clean_line(scene.title.empty() ? "Chart" : scene.title);
    facts.description = text::clean_line(scene.description);
    facts.author = text::clean_line(scene.author);
    facts.keywords = text::clean_line(scene.keywords);
    facts.language = scene.language.empty() ? "en" : scene.language;
    facts.date = is_date(scene.date) ? scene.date : "1970-01-01"; // never the clock's
    facts.creator = "demarche";
    Handle info = pdf.getTrailer().getKey("/Info");
    facts.producer =
        info.isDictionary() && info.getKey("/Producer").isString() ? info.getKey("/Producer").getUTF8Value() : "cairo";
    return facts;
}

void write_information(QPDF& pdf, const DocumentFacts& facts) {
    Handle info = Handle::newDictionary();
    const auto set = [&info](const char* key, const std::string& words) {
        if (!words.empty()) {
            info.replaceKey(key, Handle::newUnicodeString(words));
        }
    };
    set("/Title", facts.title);
    set("/Subject", facts.description);
    set("/Author", facts.author);
    set("/Keywords", facts.keywords);
    set("/Creator", facts.creator);
    set("/Producer", facts.producer);
    std::string day = facts.date;
    std::erase(day, '-');
    set("/CreationDate", "D:" + day + "000000Z");
    set("/ModDate", "D:" + day + "000000Z");
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
}

void write_catalog(QPDF& pdf, const DocumentFacts& facts, bool archival) {
    Handle catalog = pdf.getRoot();
    catalog.replaceKey("/Lang", Handle::newUnicodeString(facts.language));
    catalog.replaceKey("/ViewerPreferences", Handle::parse("<< /DisplayDocTitle true >>"));
    Handle metadata = Handle::newStream(&pdf, xmp_packet(facts, archival));
    metadata.getDict().replaceKey("/Type", Handle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", Handle::newName("/XML"));
    catalog.replaceKey("/Metadata", metadata);
    if (archival) {
        Handle profile = Handle::newStream(&pdf, srgb_profile());
        profile.getDict().replaceKey("/N", Handle::newInteger(3));
        Handle intent = Handle::parse("<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier "
                                      "(sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) "
                                      "/RegistryName (http://www.color.org) >>");
        intent.replaceKey("/DestOutputProfile", profile);
        catalog.replaceKey("/OutputIntents", Handle::newArray({pdf.makeIndirectObject(intent)}));
    }
}

/// A page is painted opaque: it needs no group to blend in, and PDF/A-1 allows none.
void remove_groups(QPDF& pdf) {
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        page.getObjectHandle().removeKey("/Group");
    }
}

std::string written(QPDF& pdf, bool archival) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    if (archival) {
        writer.forcePDFVersion("1.4");
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.setNewlineBeforeEndstream(true); // ISO 19005-1, 6.1.7
    } else {
        writer.setObjectStreamMode(qpdf_o_generate);
    }
    writer.write();
    const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

} // namespace

std::string finish_pdf(const std::string& drawn, const scene::Scene& scene, const PdfTags& tags, bool archival) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("the PDF by Cairo", drawn.data(), drawn.size());
        const DocumentFacts facts = facts_of(scene, pdf);
        remove_groups(pdf);
        complete_fonts(pdf, archival);
        write_structure(pdf, scene, tags);
        write_information(pdf, facts);
        write_catalog(pdf, facts, archival);
        std::string bytes = written(pdf, archival);
        if (pdf.anyWarnings()) {
            throw std::runtime_error(pdf.getWarnings().front().what());
        }
        return bytes;
    } catch (const std::exception& failure) { // all that libqpdf throws
        throw Error(Exit::usage_or_system,
                    {.severity = Severity::error,
                     .code = "cannot-draw",
                     .where = {},
                     .message = std::string("cannot finish the PDF: ") + failure.what(),
                     .hint = "this is a fault of the program; please report it with the dossier"});
    }
}

} // namespace demarche::write
