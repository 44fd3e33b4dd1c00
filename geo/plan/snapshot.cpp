#include "geo/plan/snapshot.h"

#include <algorithm>
#include <utility>

namespace tuban {

void LayerSnapshot::addPage(Page page) {
    if (page->size() > 0) {
        uidsRise = uidsRise && page->uidOrder.empty() &&
                   (pages.empty() || pages.back()->uids[pages.back()->size() - 1] < page->uids[0]);
        begins.push_back(begins.back() + static_cast<std::uint32_t>(page->size()));
        pages.push_back(std::move(page));
    }
}

LayerSnapshot::Place LayerSnapshot::place(std::size_t index) const {
    const auto next = std::ranges::upper_bound(begins, static_cast<std::uint32_t>(index));
    const auto page = static_cast<std::size_t>(next - begins.begin()) - 1;
    return {pages[page].get(), index - begins[page]};
}

Value LayerSnapshot::ColumnCells::operator[](std::size_t index) const {
    const Place place = snapshot->place(index);
    return place.page->cells[column][place.slot];
}

bool LayerSnapshot::ColumnCells::allNull() const {
    return std::ranges::all_of(snapshot->pages, [this](const Page& page) {
        for (std::size_t slot = 0; slot < page->size(); ++slot) {
            if (!page->cells[column].isNull(slot)) {
                return false;
            }
        }
        return true;
    });
}

std::int64_t LayerSnapshot::id(std::size_t index) const {
    const Place at = place(index);
    return at.page->ids[at.slot];
}

std::string LayerSnapshot::uid(std::size_t index) const {
    const Place at = place(index);
    return std::string(at.page->uids[at.slot]);
}

const Box& LayerSnapshot::box(std::size_t index) const {
    const Place at = place(index);
    return at.page->boxes[at.slot];
}

Geometry LayerSnapshot::geometry(std::size_t index) const {
    const Place at = place(index);
    return at.page->geometry(at.slot, kind);
}

std::int64_t LayerSnapshot::find(std::string_view uid) const {
    std::size_t page = 0;
    std::size_t end = pages.size();
    if (uidsRise) {
        const auto next =
            std::ranges::upper_bound(pages, uid, {}, [](const Page& at) { return at->uids[0]; });
        end = static_cast<std::size_t>(next - pages.begin());
        page = end == 0 ? 0 : end - 1;
    }
    for (; page < end; ++page) {
        if (const std::int64_t slot = pages[page]->find(uid); slot >= 0) {
            return begins[page] + slot;
        }
    }
    return -1;
}

int LayerSnapshot::columnIndex(std::string_view name) const {
    const auto found = std::ranges::find(columns, name);
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

Box LayerSnapshot::bounds() const {
    Box bounds;
    for (const Page& page : pages) {
        bounds.add(page->tree.bounds());
    }
    return bounds;
}

void LayerSnapshot::query(const Box& window, const std::function<bool(std::uint32_t)>& visit) const {
    bool wantsMore = true;
    for (std::size_t page = 0; page < pages.size() && wantsMore; ++page) {
        if (pages[page]->tree.bounds().intersects(window)) {
            pages[page]->tree.query(window, [&](std::uint32_t slot) {
                wantsMore = visit(begins[page] + slot);
                return wantsMore;
            });
        }
    }
}

std::vector<std::uint32_t> LayerSnapshot::query(const Box& window) const {
    std::vector<std::uint32_t> found;
    query(window, [&found](std::uint32_t index) {
        found.push_back(index);
        return true;
    });
    std::ranges::sort(found);
    return found;
}

bool LayerSnapshot::hasSameUids(const LayerSnapshot& other) const {
    return begins == other.begins && std::ranges::equal(pages, other.pages, [](const Page& a, const Page& b) {
               return a == b || a->uids == b->uids;
           });
}

} // namespace tuban
