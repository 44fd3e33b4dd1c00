#include "app/controllers/photo_file.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

#include <span>

namespace tuban {

namespace {

constexpr qint64 maxPhotoBytes = 32LL * 1024 * 1024;
constexpr qint64 maxSourceBytes = 256LL * 1024 * 1024;
constexpr qint64 maxPixels = 200'000'000;
constexpr int jpegQuality = 90;

std::vector<std::byte> bytesOf(const QByteArray& content) {
    const auto bytes =
        std::as_bytes(std::span(content.constData(), static_cast<std::size_t>(content.size())));
    return {bytes.begin(), bytes.end()};
}

std::unexpected<Error> unreadable(const QString& path, const QString& why) {
    return failure(ErrorCode::Unreadable,
                   (QFileInfo(path).fileName() + QStringLiteral(": ") + why).toStdString());
}

Result<QByteArray> scaledDown(QImageReader& reader, const QString& path) {
    reader.setAutoTransform(true);
    reader.setScaledSize(reader.size().scaled(maxPhotoSidePx, maxPhotoSidePx, Qt::KeepAspectRatio));
    const auto image = reader.read();
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    if (image.isNull() || !image.convertToFormat(QImage::Format_RGB32).save(&buffer, "JPEG", jpegQuality)) {
        return unreadable(path, reader.errorString());
    }
    return content;
}

} // namespace

Result<PhotoFile> loadPhoto(const QString& path) {
    const auto name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::NotFound, name.toStdString());
    }
    if (file.size() > maxSourceBytes) {
        return unreadable(path, QStringLiteral("larger than 256 MB"));
    }
    QImageReader reader(&file);
    const auto size = reader.size();
    if (!reader.canRead() || !size.isValid()) {
        return unreadable(path, reader.errorString());
    }
    if (qint64{size.width()} * size.height() > maxPixels) {
        return unreadable(path, QStringLiteral("more than 200 megapixels"));
    }
    const auto format = reader.format();
    const bool keeps = (format == "jpeg" || format == "png") && file.size() <= maxPhotoBytes &&
                       std::max(size.width(), size.height()) <= maxPhotoSidePx;
    if (!keeps) {
        auto content = scaledDown(reader, path);
        if (!content) {
            return std::unexpected(content.error());
        }
        return PhotoFile{.name = name.toStdString(), .mediaType = "image/jpeg", .bytes = bytesOf(*content)};
    }
    file.seek(0);
    return PhotoFile{.name = name.toStdString(),
                     .mediaType = format == "png" ? "image/png" : "image/jpeg",
                     .bytes = bytesOf(file.readAll())};
}

} // namespace tuban
