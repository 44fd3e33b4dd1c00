#pragma once

#include <QQuickAsyncImageProvider>

namespace tuban {

class Session;

/// Photos of the open plan by their hash: image://photo/<sha256>, image://thumb/<sha256>. Reading and
/// decoding is done on the plan's thread for questions.
class PhotoProvider : public QQuickAsyncImageProvider {
public:
    enum class Size {
        Full,
        Thumb, ///< longest side 320 px
    };
    /// \param session outlives the engine that owns this
    PhotoProvider(Session& session, Size size) : m_session(&session), m_size(size) {}

    QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override;

private:
    Session* m_session;
    Size m_size;
};

} // namespace tuban
