#include "geo/gdal/handles.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_frmts.h>
#include <ogrsf_frmts.h>

#include <array>

namespace tuban {

struct MessageCatcher {
    static void hear(CPLErr level, CPLErrorNum /*number*/, const char* text) {
        constexpr std::size_t enough = 20;
        auto* heard = static_cast<GdalMessages*>(CPLGetErrorHandlerUserData());
        if (heard != nullptr && level >= CE_Warning && heard->m_messages.size() < enough) {
            heard->m_messages.emplace_back(text);
        }
    }
};

namespace {

bool registerDrivers() {
    RegisterOGRShape();
    RegisterOGRGeoPackage();
    RegisterOGRGeoJSON();
    RegisterOGRXLSX();
    RegisterOGRXLS();
    RegisterOGRODS();
    RegisterOGRMEM();
    GDALRegister_GTiff();
    return true;
}

} // namespace

GdalMessages::GdalMessages() {
    [[maybe_unused]] static const bool registered = registerDrivers();
    CPLPushErrorHandlerEx(&MessageCatcher::hear, this);
}

GdalMessages::~GdalMessages() {
    CPLPopErrorHandler();
}

std::string GdalMessages::last(std::string_view otherwise) const {
    return m_messages.empty() ? std::string(otherwise) : m_messages.back();
}

ThreadOption::ThreadOption(const char* key, const char* value) : m_key(key) {
    CPLSetThreadLocalConfigOption(key, value);
}

ThreadOption::~ThreadOption() {
    CPLSetThreadLocalConfigOption(m_key, nullptr);
}

const char* const* vectorDrivers() {
    static constexpr std::array<const char*, 4> names{"ESRI Shapefile", "GPKG", "GeoJSON", nullptr};
    return names.data();
}

const char* const* rasterDrivers() {
    static constexpr std::array<const char*, 2> names{"GTiff", nullptr};
    return names.data();
}

} // namespace tuban
