#include "geo/exchange/field_names.h"

#include "geo/base/text.h"
#include "geo/exchange/text_codec.h"

#include <set>

namespace tuban {
namespace {

std::string_view fullName(const Column& column, FieldNames style) {
    switch (style) {
    case FieldNames::Pinyin:
        return column.shortName.empty() ? column.name : column.shortName;
    case FieldNames::English:
        return column.name;
    case FieldNames::Chinese:
        return column.title.zh.empty() ? column.name : column.title.zh;
    }
    return column.name;
}

} // namespace

std::vector<const Column*> exportedColumns(const Layer& layer) {
    std::vector<const Column*> columns;
    for (const auto& column : layer.columns) {
        if (column.role != ColumnRole::Internal) {
            columns.push_back(&column);
        }
    }
    return columns;
}

Result<std::vector<std::string>> fieldNames(const std::vector<const Column*>& columns,
                                            const NameRules& rules) {
    const auto encoder = TextEncoder::open(rules.encoding);
    if (!encoder) {
        return std::unexpected(encoder.error());
    }
    const std::size_t most = rules.mostBytes == 0 ? 256 : rules.mostBytes;
    std::set<std::string> taken; // lower case: DBF readers do not tell letters apart
    std::vector<std::string> names;
    for (const auto* column : columns) {
        const auto full = fullName(*column, rules.style);
        auto name = cutToBytes(full, *encoder, most);
        for (int n = 2; !taken.insert(lowerAscii(name)).second; ++n) {
            const auto digit = std::to_string(n);
            name = cutToBytes(full, *encoder, most - digit.size()) + digit;
        }
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace tuban
