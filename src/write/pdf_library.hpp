#pragma once
/// libqpdf's headers as all our files include them, before any other of that library.

// Its JSON.hh destroys a vector of a class that is not finished yet, which Clang before 16 refuses in C++20. We use
// nothing of it, and the other headers only name the class.
#if defined(__clang__) && __clang_major__ < 16
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <vector>
#define JSON_HH // NOLINT(cppcoreguidelines-macro-usage): its include guard
class JSON;     // NOLINT(readability-identifier-naming): the library's
#endif

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
