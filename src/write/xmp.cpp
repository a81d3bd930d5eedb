#include "write/xmp.hpp"

#include <pugixml.hpp>

#include <sstream>

namespace demarche::write {

namespace {

using Node = pugi::xml_node;

void set(Node node, const char* name, const char* value) {
    node.append_attribute(name).set_value(value);
}

void add(Node parent, const char* name, const std::string& words) {
    if (!words.empty()) {
        parent.append_child(name).text().set(words.c_str());
    }
}

/// One item in a container of RDF: Alt (by language), Seq or Bag.
void add_in(Node parent, const char* name, const char* container, const std::string& words) {
    if (words.empty()) {
        return;
    }
    Node item = parent.append_child(name).append_child(container).append_child("rdf:li");
    if (container == std::string_view("rdf:Alt")) {
        set(item, "xml:lang", "x-default");
    }
    item.text().set(words.c_str());
}

} // namespace

std::string xmp_packet(const DocumentFacts& facts, bool archival) {
    pugi::xml_document document;
    Node meta = document.append_child("x:xmpmeta");
    set(meta, "xmlns:x", "adobe:ns:meta/");
    Node rdf = meta.append_child("rdf:RDF");
    set(rdf, "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    Node about = rdf.append_child("rdf:Description");
    set(about, "rdf:about", "");
    set(about, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    set(about, "xmlns:xmp", "http://ns.adobe.com/xap/1.0/");
    set(about, "xmlns:pdf", "http://ns.adobe.com/pdf/1.3/");
    add(about, "dc:format", "application/pdf");
    add_in(about, "dc:title", "rdf:Alt", facts.title);
    add_in(about, "dc:description", "rdf:Alt", facts.description);
    add_in(about, "dc:creator", "rdf:Seq", facts.author);
    add_in(about, "dc:language", "rdf:Bag", facts.language);
    add(about, "xmp:CreatorTool", facts.creator);
    add(about, "xmp:CreateDate", facts.date + "T00:00:00Z");
    add(about, "xmp:ModifyDate", facts.date + "T00:00:00Z");
    add(about, "pdf:Keywords", facts.keywords);
    add(about, "pdf:Producer", facts.producer);
    if (archival) {
        set(about, "xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/");
        add(about, "pdfaid:part", "1");
        add(about, "pdfaid:conformance", "B");
    }
    std::ostringstream out;
    out << "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
    document.save(out, " ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
    out << "<?xpacket end=\"w\"?>";
    return std::move(out).str();
}

} // namespace demarche::write
