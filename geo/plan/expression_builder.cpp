#include "geo/plan/expression_builder.h"

#include "geo/base/text.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <limits>

namespace tuban {

using Index = ExpressionBuilder::Index;

std::optional<Index> ExpressionBuilder::add(ExpressionNode::Kind kind, std::vector<Index> operands) {
    int depth = 1;
    for (const Index operand : operands) {
        depth = std::max(depth, m_tree.nodes[operand].depth + 1);
    }
    if (depth > maxExpressionDepth) {
        return std::nullopt;
    }
    m_tree.nodes.push_back({.kind = kind,
                            .literal = {},
                            .cell = 0,
                            .operands = std::move(operands),
                            .depth = static_cast<std::uint16_t>(depth)});
    return static_cast<Index>(m_tree.nodes.size() - 1);
}

Index ExpressionBuilder::addLiteral(Value value) {
    m_tree.nodes.push_back(
        {.kind = ExpressionNode::Kind::Literal, .literal = std::move(value), .cell = 0, .operands = {}});
    return static_cast<Index>(m_tree.nodes.size() - 1);
}

Index ExpressionBuilder::addNumber(const std::string& spelling) {
    const char* end = spelling.data() + spelling.size();
    std::int64_t whole = 0;
    const auto read = std::from_chars(spelling.data(), end, whole);
    const bool isWhole = read.ec == std::errc() && read.ptr == end;
    double real = std::numeric_limits<double>::infinity(); // what remains of a number that is too large
    if (!isWhole) {
        std::from_chars(spelling.data(), end, real);
    }
    const Index literal = addLiteral(isWhole ? Value(whole) : Value(real));
    m_spellings.emplace(literal, spelling);
    return literal;
}

Result<Index> ExpressionBuilder::addCell(std::string_view name) {
    const Column* column = columnNamed(name);
    if (column == nullptr) {
        std::vector<std::string> names;
        for (const Column& known : m_layer->columns) {
            names.insert(names.end(), {known.name, known.title.zh});
        }
        const std::string near = nearestName(lowerAscii(name), names);
        return failure(ErrorCode::Usage,
                       std::format("{} has no column {}{}",
                                   m_layer->name,
                                   name,
                                   near.empty() ? "" : "; did you mean " + near + "?"));
    }
    auto& columns = m_tree.columns;
    auto known = std::ranges::find(columns, column->name);
    if (known == columns.end()) {
        known = columns.insert(columns.end(), column->name);
    }
    m_tree.nodes.push_back({.kind = ExpressionNode::Kind::Cell,
                            .literal = {},
                            .cell = static_cast<std::size_t>(known - columns.begin()),
                            .operands = {}});
    return static_cast<Index>(m_tree.nodes.size() - 1);
}

void ExpressionBuilder::fitLiteral(Index column, Index literal) {
    const ExpressionNode& cell = m_tree.nodes[column];
    ExpressionNode& node = m_tree.nodes[literal];
    if (cell.kind != ExpressionNode::Kind::Cell || node.kind != ExpressionNode::Kind::Literal) {
        return;
    }
    const Column* known = m_layer->column(m_tree.columns[cell.cell]);
    const auto spelling = m_spellings.find(literal);
    if (known->type == ColumnType::Text && spelling != m_spellings.end()) {
        node.literal = spelling->second;
    }
    const auto* text = std::get_if<std::string>(&node.literal);
    if (known->values == nullptr || text == nullptr) {
        return;
    }
    if (const auto code = known->values->codeOf(*text)) {
        node.literal = *code;
    }
}

/// Not by the aliases of foreign files, which may mean something else here.
const Column* ExpressionBuilder::columnNamed(std::string_view name) const {
    const std::string word = lowerAscii(name);
    const Column* column = m_layer->columnByAnyName(name);
    const bool own = column != nullptr && (word == column->name || word == lowerAscii(column->shortName) ||
                                           word == column->title.zh || word == lowerAscii(column->title.en));
    return own ? column : nullptr;
}

} // namespace tuban
