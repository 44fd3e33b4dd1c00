#include "app/session/photo_provider.h"

#include "app/session/session.h"
#include "geo/works/mark.h"

#include <QBuffer>
#include <QImageReader>

#include <memory>

namespace tuban {

namespace {

constexpr int thumbSidePx = 320;

class PhotoResponse : public QQuickImageResponse {
public:
    void finish(const QImage& image, const QString& problem) {
        m_image = image;
        m_problem = problem;
        Q_EMIT finished();
    }
    [[nodiscard]] QQuickTextureFactory* textureFactory() const override {
        return QQuickTextureFactory::textureFactoryForImage(m_image);
    }
    [[nodiscard]] QString errorString() const override { return m_problem; }

private:
    QImage m_image;
    QString m_problem;
};

/// Answers a response exactly once, at the latest when the question is dropped because the plan is closed.
/// The response lives until it has been answered.
class Answer {
public:
    explicit Answer(PhotoResponse* response) : m_response(response) {}
    ~Answer() { give({}, QStringLiteral("the plan was closed")); }
    Answer(const Answer&) = delete;
    Answer& operator=(const Answer&) = delete;
    void give(const QImage& image, const QString& problem) {
        if (auto* response = std::exchange(m_response, nullptr)) {
            response->finish(image, problem);
        }
    }

private:
    PhotoResponse* m_response;
};

Result<QImage> decode(const PhotoFile& photo, QSize wanted) {
    auto bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(photo.bytes.data()),
                                         static_cast<qsizetype>(photo.bytes.size()));
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const auto size = reader.size();
    if (wanted.isValid() && size.isValid() &&
        (size.width() > wanted.width() || size.height() > wanted.height())) {
        reader.setScaledSize(size.scaled(wanted, Qt::KeepAspectRatio));
    }
    const auto image = reader.read();
    if (image.isNull()) {
        return failure(ErrorCode::Unreadable, reader.errorString().toStdString());
    }
    return image;
}

} // namespace

QQuickImageResponse* PhotoProvider::requestImageResponse(const QString& id, const QSize& requestedSize) {
    auto* response = new PhotoResponse;
    auto answer = std::make_shared<Answer>(response);
    const auto wanted = m_size == Size::Thumb ? QSize(thumbSidePx, thumbSidePx) : requestedSize;
    // This runs on the thread that loads pictures; the session is asked on its own.
    QMetaObject::invokeMethod(
        m_session,
        [session = m_session, answer, id, wanted] {
            session->ask(
                session,
                [sha256 = id.toStdString(), wanted](Plan& plan) -> Result<QImage> {
                    const auto photo = readPhoto(plan, sha256);
                    return photo ? decode(*photo, wanted) : std::unexpected(photo.error());
                },
                [answer](const Result<QImage>& image) {
                    answer->give(image.value_or(QImage()),
                                 image ? QString() : QString::fromStdString(image.error().message));
                });
        },
        Qt::QueuedConnection);
    return response;
}

} // namespace tuban
