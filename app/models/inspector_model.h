#pragma once

#include "app/session/session.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// Everything known of one feature: attributes by the titles, units and labels of the catalogue, its areas
/// and what it lies in. GUI thread.
class InspectorModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString layer READ layer WRITE setLayer NOTIFY featureChanged)
    Q_PROPERTY(QString uid READ uid WRITE setUid NOTIFY featureChanged)
    Q_PROPERTY(bool found READ found NOTIFY contentChanged)
    Q_PROPERTY(QString title READ title NOTIFY contentChanged)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY contentChanged)
    Q_PROPERTY(QString stageText READ stageText NOTIFY contentChanged)
    Q_PROPERTY(QList<tuban::AreaFigure> areas READ areas NOTIFY contentChanged)
    /// Length of a line, empty for others.
    Q_PROPERTY(QString lengthText READ lengthText NOTIFY contentChanged)
    Q_PROPERTY(QList<tuban::FeatureItem> liesIn READ liesIn NOTIFY contentChanged)

public:
    enum Role {
        SectionRole = Qt::UserRole + 1,
        TitleRole,
        ValueRole, ///< as a person reads it
        UnitRole,
        ColumnRole,
        EditableRole,
        KindRole,    ///< "text", "number", "date", "choice", "flag", "area" or "link"
        ChoicesRole, ///< list of Choice
        CodeRole,    ///< the value as stored
    };
    explicit InspectorModel(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] QString layer() const { return m_layer; }
    void setLayer(const QString& layer);
    [[nodiscard]] QString uid() const { return m_uid; }
    void setUid(const QString& uid);
    [[nodiscard]] bool found() const { return m_found; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString subtitle() const { return m_subtitle; }
    [[nodiscard]] QString stageText() const { return m_stageText; }
    [[nodiscard]] QList<AreaFigure> areas() const { return m_areas; }
    [[nodiscard]] QString lengthText() const { return m_lengthText; }
    [[nodiscard]] QList<FeatureItem> liesIn() const { return m_liesIn; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Sets a column from text: a code or label where the column has choices. One act that can be undone.
    Q_INVOKABLE void edit(const QString& column, const QString& text);

Q_SIGNALS:
    void sessionChanged();
    void featureChanged();
    void contentChanged();
    /// The text does not fit the column; the sentence says why.
    void editFailed(const QString& column, const QString& sentence);

private:
    struct Row {
        const Column* column = nullptr; ///< of m_catalogue
        QString section, title, value, unit, kind, code;
        bool editable = false;
        QList<Choice> choices;
    };
    void reload();
    void makeHead(const Layer& layer, const LayerSnapshot& snapshot, std::size_t index);
    void makeAreas(const Layer& layer, const SnapshotStore::SnapshotPointer& snapshot, std::size_t index);
    [[nodiscard]] QList<Row>
    makeRows(const Layer& layer, const LayerSnapshot& snapshot, std::size_t index) const;
    void showRows(QList<Row> rows);
    QPointer<Session> m_session;
    std::shared_ptr<const Catalogue> m_catalogue; ///< outlives the rows that point into it
    QString m_layer, m_uid, m_title, m_subtitle, m_stageText, m_lengthText;
    bool m_found = false;
    int m_run = 0; ///< areas of an earlier feature are dropped
    QList<AreaFigure> m_areas;
    QList<FeatureItem> m_liesIn;
    QList<Row> m_rows;
};

} // namespace tuban
