#pragma once

#include "geo/base/result.h"
#include "geo/base/value.h"
#include "geo/plan/catalogue.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// A condition over the columns of a layer, parsed from a planner's text and evaluated on values; never SQL
/// text. Grammar: = <> != < <= > >= + - * / like in between is [not] null and or not ( ) abs round length
/// lower coalesce date, column names, 'text', numbers. Unknown is as in SQL (null is neither true nor false).
/// Columns answer to their name, title and short name; a text compared by = <> in with a column of a domain
/// may be the label ('在建') as well as the code. Immutable: share it const between threads.
class Expression {
public:
    /// \return Error::Usage with the place of the fault and, for an unknown column, the nearest name
    [[nodiscard]] static Result<Expression> parse(std::string_view text, const Layer& layer);
    ~Expression();
    Expression(Expression&&) noexcept;
    Expression& operator=(Expression&&) noexcept;

    /// Columns the expression reads, without repeats; the position is the index `cell` is asked for.
    [[nodiscard]] const std::vector<std::string>& columns() const;
    [[nodiscard]] Value evaluate(const std::function<Value(std::size_t)>& cell) const;
    /// True only when the value is true (not null, not 0).
    [[nodiscard]] bool accepts(const std::function<Value(std::size_t)>& cell) const;

private:
    struct Parts;
    explicit Expression(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace tuban
