#include "geo/exchange/merged_cells.h"

#include "geo/base/text.h"
#include "geo/exchange/source_files.h"

#include <cpl_minixml.h>

#include <charconv>
#include <memory>

namespace tuban {
namespace {

constexpr std::size_t mostXmlBytes = 64ULL << 20U;

struct TreeFreer {
    void operator()(CPLXMLNode* tree) const { CPLDestroyXMLNode(tree); }
};
using TreePointer = std::unique_ptr<CPLXMLNode, TreeFreer>;

/// A part of the package without its namespaces; null when it is not there or no XML.
TreePointer parsed(const std::string& file, const std::string& part) {
    const std::string text = readBytes("/vsizip/{" + file + "}/" + part, mostXmlBytes);
    TreePointer tree(text.empty() ? nullptr : CPLParseXMLString(text.c_str()));
    if (tree != nullptr) {
        CPLStripXMLNamespace(tree.get(), nullptr, TRUE);
    }
    return tree;
}

template <typename Visit>
void eachChild(CPLXMLNode* tree, const char* path, const char* name, Visit visit) {
    CPLXMLNode* parent = tree == nullptr ? nullptr : CPLGetXMLNode(tree, path);
    for (CPLXMLNode* node = parent == nullptr ? nullptr : parent->psChild; node != nullptr;
         node = node->psNext) {
        if (node->eType == CXT_Element && std::string_view(node->pszValue) == name) {
            visit(node);
        }
    }
}

/// The part of the package that holds a sheet, by the ways from workbook.xml.
std::string partOf(const std::string& file, const std::string& sheet) {
    std::string id;
    eachChild(parsed(file, "xl/workbook.xml").get(), "=workbook.sheets", "sheet", [&](CPLXMLNode* node) {
        if (sheet == CPLGetXMLValue(node, "name", "")) {
            id = CPLGetXMLValue(node, "id", "");
        }
    });
    std::string part;
    eachChild(parsed(file, "xl/_rels/workbook.xml.rels").get(),
              "=Relationships",
              "Relationship",
              [&](CPLXMLNode* node) {
                  if (!id.empty() && id == CPLGetXMLValue(node, "Id", "")) {
                      part = CPLGetXMLValue(node, "Target", "");
                  }
              });
    return part.starts_with('/') ? part.substr(1) : part.empty() ? part : "xl/" + part;
}

/// "B3" → row 2, column 1.
std::optional<std::pair<std::size_t, std::size_t>> placeOf(std::string_view cell) {
    std::size_t column = 0;
    std::size_t i = 0;
    constexpr std::size_t mostLetters = 3;
    for (; i < cell.size() && i < mostLetters && cell[i] >= 'A' && cell[i] <= 'Z'; ++i) {
        column = column * 26 + static_cast<std::size_t>(cell[i] - 'A') + 1;
    }
    std::size_t row = 0;
    const auto [end, error] = std::from_chars(cell.data() + i, cell.data() + cell.size(), row);
    if (column == 0 || row == 0 || error != std::errc() || end != cell.data() + cell.size()) {
        return std::nullopt;
    }
    return std::pair{row - 1, column - 1};
}

} // namespace

std::optional<MergedCells> mergedCellsOf(std::string_view reference) {
    const auto colon = reference.find(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    const auto first = placeOf(reference.substr(0, colon));
    const auto last = placeOf(reference.substr(colon + 1));
    if (!first || !last || last->first < first->first || last->second < first->second) {
        return std::nullopt;
    }
    return MergedCells{first->first, first->second, last->first, last->second};
}

std::vector<MergedCells> mergedCells(const std::string& file, const std::string& sheet) {
    std::vector<MergedCells> merged;
    if (!lowerAscii(file).ends_with(".xlsx")) {
        return merged;
    }
    const std::string part = partOf(file, sheet);
    if (part.empty()) {
        return merged;
    }
    eachChild(parsed(file, part).get(), "=worksheet.mergeCells", "mergeCell", [&](CPLXMLNode* node) {
        if (const auto cells = mergedCellsOf(CPLGetXMLValue(node, "ref", ""))) {
            merged.push_back(*cells);
        }
    });
    return merged;
}

} // namespace tuban
