#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// Cells a text takes on a terminal: two for wide East Asian characters, none for combining marks.
[[nodiscard]] std::size_t displayWidth(std::string_view text);

/// `text` on one line: control characters, which could steer a terminal, become blanks.
[[nodiscard]] std::string printable(std::string_view text);

/// A table for people: columns as wide as their widest cell, two blanks between.
class Table {
public:
    enum class Align { Left, Right };
    struct Column {
        std::string title;
        Align align = Align::Left;
    };
    explicit Table(std::vector<Column> columns);

    /// \pre one cell for each column
    void addRow(std::vector<std::string> cells);
    [[nodiscard]] std::string text() const;

private:
    [[nodiscard]] std::string line(const std::vector<std::string>& cells,
                                   const std::vector<std::size_t>& widths) const;

    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace tuban
