#pragma once
/// The `<words>` of templates, by language.

#include "compose/template.hpp"
#include "compose/template_file.hpp"

namespace demarche::compose {

/// Reads every `<words>` among `sections`. `may_add`: of the file that starts the chain only, whose words without a
/// language say which keys there are and which {places} each has.
void read_words(TemplateFile& file, const std::vector<const xml::Node*>& sections, bool may_add, Template& style);

} // namespace demarche::compose
