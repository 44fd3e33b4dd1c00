#include "geo/exchange/dbf_text.h"

#include <cpl_vsi.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace tuban {
namespace {

constexpr std::size_t mostSamples = 20'000;
constexpr std::size_t mostBytes = 256ULL << 20U;
constexpr std::size_t headBytes = 32;

struct FileCloser {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using FilePointer = std::unique_ptr<VSILFILE, FileCloser>;

struct TextField {
    std::size_t offset = 0;
    std::size_t width = 0;
};

struct DbfHead {
    std::size_t recordBytes = 0;
    std::vector<TextField> texts;
};

std::uint8_t at(std::string_view bytes, std::size_t index) {
    return static_cast<std::uint8_t>(bytes[index]);
}

std::size_t sixteenBits(std::string_view bytes, std::size_t index) {
    return at(bytes, index) + (static_cast<std::size_t>(at(bytes, index + 1)) << 8U);
}

void sample(std::string_view cell, std::vector<std::string>& samples) {
    const auto end = cell.find_last_not_of(std::string_view(" \0", 2));
    cell = cell.substr(0, end == std::string_view::npos ? 0 : end + 1);
    if (std::ranges::any_of(cell, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
        samples.emplace_back(cell);
    }
}

DbfHead readHead(std::string_view head, std::vector<std::string>& samples) {
    DbfHead result;
    result.recordBytes = sixteenBits(head, 10);
    std::size_t offset = 1; // the first byte of a record marks deleted ones
    for (std::size_t i = headBytes; i + headBytes <= head.size() && at(head, i) != 0x0D; i += headBytes) {
        const auto name = head.substr(i, 11);
        sample(name.substr(0, name.find('\0')), samples);
        const auto width = head[i + 11] == 'C' ? sixteenBits(head, i + 16) : at(head, i + 16);
        if (head[i + 11] == 'C' && offset + width <= result.recordBytes) {
            result.texts.push_back({offset, width});
        }
        offset += width;
    }
    return result;
}

} // namespace

std::optional<DbfText> readDbfText(const std::string& path) {
    const FilePointer file(VSIFOpenL(path.c_str(), "rb"));
    std::string head(headBytes, '\0');
    if (file == nullptr || VSIFReadL(head.data(), 1, headBytes, file.get()) != headBytes) {
        return std::nullopt;
    }
    const auto length = sixteenBits(head, 8);
    if (length <= headBytes) {
        return std::nullopt;
    }
    head.resize(length);
    if (VSIFReadL(head.data() + headBytes, 1, length - headBytes, file.get()) != length - headBytes) {
        return std::nullopt;
    }
    DbfText text;
    text.languageByte = at(head, 29);
    const auto layout = readHead(head, text.samples);
    if (layout.recordBytes == 0 || layout.texts.empty()) {
        return text;
    }
    std::string record(layout.recordBytes, '\0');
    for (std::size_t read = 0; read < mostBytes && text.samples.size() < mostSamples; read += record.size()) {
        if (VSIFReadL(record.data(), 1, record.size(), file.get()) != record.size()) {
            break;
        }
        for (const auto& field : layout.texts) {
            sample(std::string_view(record).substr(field.offset, field.width), text.samples);
        }
    }
    return text;
}

} // namespace tuban
