#pragma once

#include "app/models/work_lights.h"
#include "app/session/session.h"
#include "geo/paint/map_theme.h"
#include "geo/paint/style.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// Layers of the plan in drawing order, topmost first. Order, visibility, opacity and style are kept in the
/// program's settings by the path of the plan, never in the plan. GUI thread.
class LayerListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    /// Layers without features are listed too.
    Q_PROPERTY(bool showEmpty READ showEmpty WRITE setShowEmpty NOTIFY showEmptyChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// Which colours the map takes: "standard", "safe" or "grey". The user's choice for every plan.
    Q_PROPERTY(QString colours READ colours WRITE setColours NOTIFY coloursChanged)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        TitleRole,
        CountRole,   ///< features
        VisibleRole, ///< bool
        OpacityRole, ///< 0..1
        GeometryRole,
        ColourRole, ///< QColor
        MarkableRole,
        HasLegendRole,
        StyleRole,   ///< name of the StyleRule in use, with its method: "far:quantile"
        StylesRole,  ///< QList<Choice> of the main ones
        ColumnsRole, ///< QList<Choice> of those by a column with a domain
        MethodsRole, ///< QList<Choice> of methods for the classes of the one in use; none for most
    };
    /// How a layer is drawn.
    struct Shown {
        QString name;
        bool visible = true;
        double opacity = 1;
        QString style{}; ///< empty: the layer's usual one
        friend bool operator==(const Shown&, const Shown&) = default;
    };
    explicit LayerListModel(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] bool showEmpty() const { return m_showEmpty; }
    void setShowEmpty(bool show);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    /// Every layer of the plan, topmost first, empty ones as well.
    [[nodiscard]] QList<Shown> shown() const { return m_all; }

    [[nodiscard]] QString colours() const;
    void setColours(const QString& colours);
    /// How a layer is to be drawn.
    [[nodiscard]] StyleWish wishOf(const QString& layer, bool dark) const;
    /// Lights of the works of a layer, as far as its style shows them; may be null.
    [[nodiscard]] WorkLights::Pointer lightsOf(const QString& layer) const;

    /// Shows what a theme shows, without reading anything anew.
    void apply(const MapTheme& theme);
    /// What is shown now, as a theme.
    [[nodiscard]] MapTheme asTheme(const QString& title) const;
    /// True when exactly that is shown.
    [[nodiscard]] bool shows(const MapTheme& theme) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void setVisible(int row, bool visible);
    Q_INVOKABLE void setOpacity(int row, double opacity);
    Q_INVOKABLE void move(int from, int to);
    /// \param style name of a StyleRule, may name a method: "far:quantile"
    Q_INVOKABLE void setStyle(int row, const QString& style);

Q_SIGNALS:
    void sessionChanged();
    void showEmptyChanged();
    void countChanged();
    /// Order, visibility or opacity changed: the map is to be composed anew.
    void shownChanged();
    /// A layer is drawn by another rule, or its lights changed: its classes are to be made anew.
    void styleChanged(const QString& layer);
    void coloursChanged();

private:
    void reload();
    /// Makes the rows that are listed anew.
    void list();
    void refreshLayer(const QString& table);
    [[nodiscard]] qsizetype featuresIn(const QString& layer) const;
    void tellShown();
    void wantLights();
    [[nodiscard]] QVariant styleData(const Shown& shown, const Layer& layer, int role) const;
    void restore();
    void store() const;
    QPointer<Session> m_session;
    bool m_showEmpty = false;
    ColourSet m_colours = ColourSet::Standard;
    WorkLights m_lights;
    QList<Shown> m_all;
    QList<int> m_rows; ///< indices into m_all of the rows that are listed
};

} // namespace tuban
