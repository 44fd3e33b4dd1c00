#include "app/map/label_sheet.h"

#include "app/paint/label_painter.h"

#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ranges>

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

void paint(LabelSheet& sheet, double deviceRatio) {
    sheet.image = QImage(arrange(sheet, deviceRatio), QImage::Format_ARGB32_Premultiplied);
    sheet.image.fill(Qt::transparent);
    QPainter painter(&sheet.image);
    for (std::size_t i = 0; i < sheet.labels.size(); ++i) {
        painter.resetTransform();
        painter.translate(sheet.inImage[i].center());
        painter.scale(deviceRatio, deviceRatio);
        paintLabel(painter, sheet.labels[i], sheet.theme);
    }
}

} // namespace

std::shared_ptr<const LabelSheet> makeLabelSheet(const LabelOrder& order) {
    auto sheet = std::make_shared<LabelSheet>();
    sheet->view = order.view;
    sheet->theme = order.scene->theme;
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
    paint(*sheet, order.deviceRatio);
    return sheet;
}

} // namespace tuban
