#pragma once

#include "geo/plan/expression_syntax.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tuban {

/// Puts an ExpressionTree together, operands first.
class ExpressionBuilder {
public:
    using Index = std::uint32_t;

    explicit ExpressionBuilder(const Layer& layer) : m_layer(&layer) {}

    /// nullopt when the tree would be deeper than maxExpressionDepth.
    [[nodiscard]] std::optional<Index> add(ExpressionNode::Kind kind, std::vector<Index> operands);
    Index addLiteral(Value value);
    /// A whole or real number as it is spelled.
    Index addNumber(const std::string& spelling);
    /// A column by name, title or short name. \return Error::Usage with the nearest name
    [[nodiscard]] Result<Index> addCell(std::string_view name);
    /// A literal compared with a column is what the column would hold: a number beside text is the text as it
    /// is written (0701 is "0701"), the label of a domain is its code (在建 is "building").
    void fitLiteral(Index column, Index literal);

    [[nodiscard]] ExpressionTree take() { return std::move(m_tree); }

private:
    [[nodiscard]] const Column* columnNamed(std::string_view name) const;

    const Layer* m_layer;
    ExpressionTree m_tree;
    std::map<Index, std::string> m_spellings;
};

} // namespace tuban
