#include "app/map/label_sheet.h"

#include "app/paint/label_painter.h"

#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <ranges>
#include <string_view>
#include <tuple>

namespace tuban {

namespace {

constexpr auto budget = std::chrono::milliseconds(25);
constexpr double haloPx = 3;

/// Fills `inImage` row by row, and says how large the picture becomes, device pixels.
QSize arrange(LabelSheet& sheet, double deviceRatio) {
    constexpr double rowPx = 1'024;
    double x = 0;
    double y = 0;
    double rowHeight = 0;
    for (const PlacedLabel& label : sheet.labels) {
        const double width = std::ceil((label.box.width() + 2 * haloPx) * deviceRatio);
        const double height = std::ceil((label.box.height() + 2 * haloPx) * deviceRatio);
        if (x > 0 && x + width > rowPx * deviceRatio) {
            x = 0;
            y += rowHeight;
            rowHeight = 0;
        }
        sheet.inImage.emplace_back(x, y, width, height);
        x += width;
        rowHeight = std::max(rowHeight, height);
    }
    double right = 1;
    for (const QRectF& cell : sheet.inImage) {
        right = std::max(right, cell.right());
    }
    return {static_cast<int>(right), static_cast<int>(std::max(1.0, y + rowHeight))};
}

/// Letters that a sheet has already painted: most names are the same from one sheet to the next, and
/// outlining letters is dear.
class PaintedLetters {
public:
    explicit PaintedLetters(const LabelSheet& sheet) : m_image(&sheet.image) {
        for (std::size_t i = 0; i < sheet.labels.size(); ++i) {
            m_cells.emplace(keyOf(sheet.labels[i]), sheet.inImage[i]);
        }
    }
    /// \return false when the label is not there
    bool copy(QPainter& painter, const PlacedLabel& label, const QRectF& cell) const {
        const auto found = m_cells.find(keyOf(label));
        if (found == m_cells.end() || found->second.size() != cell.size()) {
            return false;
        }
        painter.drawImage(cell.topLeft(), *m_image, found->second);
        return true;
    }

private:
    using Key = std::tuple<std::string_view, LabelRole, double>;
    static Key keyOf(const PlacedLabel& label) { return {label.text, label.role, label.angleDegrees}; }
    const QImage* m_image;
    std::map<Key, QRectF> m_cells;
};

void paint(LabelSheet& sheet, const LabelSheet* before) {
    const double ratio = sheet.deviceRatio;
    const bool sameLook =
        before != nullptr && before->theme == sheet.theme && before->deviceRatio == sheet.deviceRatio;
    const LabelSheet none;
    const PaintedLetters painted(sameLook ? *before : none);
    sheet.image = QImage(arrange(sheet, ratio), QImage::Format_ARGB32_Premultiplied);
    sheet.image.fill(Qt::transparent);
    QPainter painter(&sheet.image);
    for (std::size_t i = 0; i < sheet.labels.size(); ++i) {
        painter.resetTransform();
        if (!painted.copy(painter, sheet.labels[i], sheet.inImage[i])) {
            painter.translate(sheet.inImage[i].center());
            painter.scale(ratio, ratio);
            paintLabel(painter, sheet.labels[i], sheet.theme);
        }
    }
}

} // namespace

std::shared_ptr<const LabelSheet> makeLabelSheet(const LabelOrder& order) {
    auto sheet = std::make_shared<LabelSheet>();
    sheet->view = order.view;
    sheet->theme = order.scene->theme;
    sheet->deviceRatio = order.deviceRatio;
    std::vector<std::shared_ptr<const DisplayLayer>> layers;
    for (const SceneLayer& layer : order.scene->layers | std::views::reverse) {
        layers.push_back(layer.tables.back());
    }
    const auto end = std::chrono::steady_clock::now() + budget;
    LabelOptions options{.marginPx = order.marginPx};
    options.isLate = [&] {
        sheet->isComplete = std::chrono::steady_clock::now() < end;
        return !sheet->isComplete;
    };
    if (order.before != nullptr) {
        options.before = order.before->labels;
        options.viewBefore = &order.before->view;
    }
    sheet->labels = placeLabels(layers, order.view, labelSize, options);
    paint(*sheet, order.before.get());
    return sheet;
}

} // namespace tuban
