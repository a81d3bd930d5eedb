#pragma once
/// What a document says of itself, for its information dictionary and as XMP (ISO 16684-1).

#include <string>

namespace demarche::write {

/// Texts may be empty and are then left out.
struct DocumentFacts {
    std::string title, description, author, keywords;
    std::string language; ///< BCP 47
    std::string date;     ///< YYYY-MM-DD
    std::string creator;  ///< the program that made the picture
    std::string producer; ///< the program that wrote the file
};

/// An XMP packet in UTF-8. `archival`: it claims PDF/A-1b.
std::string xmp_packet(const DocumentFacts& facts, bool archival);

} // namespace demarche::write
