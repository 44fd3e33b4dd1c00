#include "app/paint/fonts.h"

namespace tuban {

QFont textFont(int sizePx, QFont::Weight weight) {
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    // Pixels, not points: a painter that is scaled, on a page or a screen, gives the same size.
    font.setPixelSize(sizePx);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace tuban
