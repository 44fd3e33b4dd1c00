#pragma once

#include "app/models/layer_list_model.h"
#include "app/session/session.h"
#include "geo/paint/legend.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// The classes of a layer's style with their colour, count and area. GUI thread.
class LegendModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    /// Who says how the layer is drawn; without it the layer's usual style is told.
    Q_PROPERTY(tuban::LayerListModel* layers READ layers WRITE setLayers NOTIFY layersChanged)
    Q_PROPERTY(QString layer READ layer WRITE setLayer NOTIFY layerChanged)
    /// The colours of the dark map.
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY darkChanged)
    /// Rows at most; the rest is joined into one.
    Q_PROPERTY(int limit READ limit WRITE setLimit NOTIFY limitChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// What the classes are by, with their unit: "Area (ha)".
    Q_PROPERTY(QString ruleText READ ruleText NOTIFY countChanged)

public:
    enum Role {
        CodeRole = Qt::UserRole + 1,
        LabelRole,
        ColourRole, ///< QColor
        CountRole,
        AreaTextRole, ///< "12.34 公顷"; empty for lines and points
        AreaM2Role,   ///< planar
        SwatchRole,   ///< image source of the class as the map draws it, in 22 × 14 px
    };
    explicit LegendModel(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] LayerListModel* layers() const { return m_layers; }
    void setLayers(LayerListModel* layers);
    [[nodiscard]] QString layer() const { return m_layer; }
    void setLayer(const QString& layer);
    [[nodiscard]] bool dark() const { return m_dark; }
    void setDark(bool dark);
    [[nodiscard]] int limit() const { return m_limit; }
    void setLimit(int limit);
    [[nodiscard]] int count() const { return static_cast<int>(m_legend.rows.size()); }
    [[nodiscard]] QString ruleText() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void sessionChanged();
    void layersChanged();
    void layerChanged();
    void darkChanged();
    void limitChanged();
    void countChanged();

private:
    /// The rows and what is needed to draw their swatches.
    struct Legend {
        LayerStyle style;
        std::vector<LegendRow> rows;
    };
    static Legend legendFor(const Layer& layer,
                            const Catalogue& catalogue,
                            const StyleWish& wish,
                            const DisplaySource& source,
                            int limit);
    void reload();
    void show(Legend legend);
    QPointer<Session> m_session;
    QPointer<LayerListModel> m_layers;
    QString m_layer;
    bool m_dark = false;
    int m_limit = 40;
    int m_run = 0; ///< answers of earlier runs are dropped
    Legend m_legend;
};

} // namespace tuban
