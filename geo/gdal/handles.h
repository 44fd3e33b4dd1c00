#pragma once

// Owners of GDAL's C handles, and how its messages are heard. For the .cpp files of geo/exchange and
// geo/raster only.

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <memory>
#include <string>
#include <type_traits>
#include <vector>

namespace tuban {

struct DatasetCloser {
    void operator()(void* dataset) const { GDALClose(dataset); }
};
using DatasetPointer = std::unique_ptr<void, DatasetCloser>;

struct FeatureDestroyer {
    void operator()(void* feature) const { OGR_F_Destroy(feature); }
};
using FeaturePointer = std::unique_ptr<void, FeatureDestroyer>;

struct GeometryDestroyer {
    void operator()(void* geometry) const { OGR_G_DestroyGeometry(geometry); }
};
using GeometryPointer = std::unique_ptr<void, GeometryDestroyer>;

struct FieldDestroyer {
    void operator()(void* field) const { OGR_Fld_Destroy(field); }
};
using FieldPointer = std::unique_ptr<void, FieldDestroyer>;

struct ReferenceReleaser {
    void operator()(void* reference) const { OSRRelease(reference); }
};
using ReferencePointer = std::unique_ptr<void, ReferenceReleaser>;

/// Hears what GDAL says on this thread for as long as it lives, instead of GDAL's printing it. The first one
/// registers the drivers we use, and no others: that is the outer allow-list.
/// Thread rule: one per thread at a time of the innermost scope; never sent to another thread.
class GdalMessages {
public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;
    /// Errors and warnings so far, at most 20.
    [[nodiscard]] const std::vector<std::string>& all() const { return m_messages; }
    /// The last one, or `otherwise` when nothing was said.
    [[nodiscard]] std::string last(std::string_view otherwise) const;
    void clear() { m_messages.clear(); }

private:
    friend struct MessageCatcher;
    std::vector<std::string> m_messages;
};

/// A GDAL option of this thread while it lives.
class ThreadOption {
public:
    ThreadOption(const char* key, const char* value);
    ~ThreadOption();
    ThreadOption(const ThreadOption&) = delete;
    ThreadOption& operator=(const ThreadOption&) = delete;

private:
    const char* m_key;
};

/// The drivers that files of features, or pictures, may be opened with, ended by null.
[[nodiscard]] const char* const* vectorDrivers();
[[nodiscard]] const char* const* rasterDrivers();

} // namespace tuban
