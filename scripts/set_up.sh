# Sourced by ./run and ./test: makes sure there is a Debian 13 to work in and says how to run a command there.
#   set_up        installs what is missing (asks first unless CI or --yes); under a second when nothing changed
#   inside CMD…   runs CMD there, in the caller's folder, with every path of the host as it is
#   become CMD…   the same in place of this shell, so that signals reach CMD itself
# On Debian 13 or newer, and on Ubuntu with Qt 6.5 Location or newer, "there" is this system. Elsewhere it is a
# private Debian 13 in the user's cache folder (about 2 GB), entered by chroot in a mount namespace of its own.
# Everything here speaks on stderr: stdout belongs to the command.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
private_root=${XDG_CACHE_HOME:-$HOME/.cache}/tuban/debian13
assume_yes=${CI:+yes}
# Two clones in different folders compile the same files once.
export CCACHE_BASEDIR=$project CCACHE_NOHASHDIR=1

say() { printf '%s\n' "$*" >&2; }
fail() { say "tuban: $*"; exit 3; }

packages() { grep -v '^#' "$project/scripts/packages.txt"; }
packages_stamp() { sha256sum < "$project/scripts/packages.txt" | cut -c1-16; }

# True where Debian's own packages are new enough to build with.
is_native() {
    local ID='' VERSION_ID=''
    . /etc/os-release
    case $ID in
        debian) [ "${VERSION_ID:-99}" -ge 13 ] ;;
        ubuntu) dpkg --compare-versions "$(apt-cache policy qt6-location-dev | awk '/Candidate/ {print $2}')" ge 6.5 ;;
        *) return 1 ;;
    esac
}

ask() {
    [ -n "$assume_yes" ] && return 0
    [ -t 0 ] || fail "$1 Run it again with --yes to agree."
    read -r -p "$1 Go on? [y/N] " answer </dev/tty
    [[ $answer == [yY]* ]] || exit 130
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@" >&2; else sudo "$@" >&2; fi
}

set_up_native() {
    local stamp="$project/build/.packages-$(packages_stamp)"
    [ -e "$stamp" ] && return
    local missing
    missing=$(packages | while read -r name; do
        dpkg-query -W -f '${Status}\n' "$name" 2>/dev/null | grep -q '^install ok installed' || echo "$name"
    done)
    if [ -n "$missing" ]; then
        ask "Tuban needs these packages: $(echo $missing)."
        as_root apt-get update
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
    fi
    mkdir -p "$project/build" && touch "$stamp"
}

# The address of Debian's packages, as this system's own apt knows it.
debian_source() {
    apt-get indextargets --format '$(ORIGIN) $(LABEL) $(REPO_URI)' 'Identifier: Packages' 2>/dev/null |
        awk '$1 == "Debian" && $2 == "Debian" {print $3; exit}'
}

set_up_private_root() {
    local stamp
    stamp="$private_root/var/lib/tuban-$(packages_stamp)"
    [ -e "$stamp" ] && return
    [ "$(id -u)" -eq 0 ] || fail "this system is older than Debian 13, so Tuban works in a private Debian 13; making and entering it needs root. Run as root, or use Debian 13."
    ask "This system is older than Debian 13. Tuban will make a private Debian 13 in $private_root (about 2 GB, some minutes)."
    if ! command -v mmdebstrap >/dev/null; then
        apt-get update >&2 && apt-get install -y --no-install-recommends mmdebstrap >&2
    fi
    if [ -d "$private_root/var/lib/dpkg" ] && [ -e "$private_root/.complete" ]; then
        enter_private_root "$private_root" / apt-get update >&2
        enter_private_root "$private_root" / env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y --no-install-recommends $(packages) >&2
    else
        local source
        source=$(debian_source)
        [ -n "$source" ] || { apt-get update >&2; source=$(debian_source); }
        [ -n "$source" ] || fail "apt on this system names no Debian package source to take Debian 13 from."
        rm -rf --one-file-system "$private_root"
        mkdir -p "$(dirname "$private_root")"
        mmdebstrap --variant=apt --components=main --aptopt='APT::Install-Recommends "false"' \
            --include="$(packages | paste -sd,)" trixie "$private_root" "$source" >&2 ||
            fail "Debian 13 could not be installed into $private_root (see above); run it again."
        touch "$private_root/.complete"
    fi
    touch "$stamp"
}

# enter_private_root ROOT FOLDER CMD…: each top-level folder of the host that is not part of its system is bound
# into the root, so that any path given on the command line means the same thing inside.
enter_private_root() {
    ${instead_of_shell:+exec} unshare --mount --propagation private bash -c '
        root=$1; folder=$2; shift 2
        for top in /*; do
            case $top in /usr|/bin|/sbin|/lib*|/etc|/var|/run|/boot) continue ;; esac
            [ -d "$top" ] && [ ! -L "$top" ] || continue
            mkdir -p "$root$top"
            mount --rbind "$top" "$root$top" || exit 3
        done
        if [ -d /run/user ]; then mkdir -p "$root/run/user" && mount --rbind /run/user "$root/run/user"; fi
        for file in resolv.conf machine-id hosts; do
            [ -e "/etc/$file" ] && cp -fL "/etc/$file" "$root/etc/$file" 2>/dev/null
        done
        export TZ=${TZ:-$(cat /etc/timezone 2>/dev/null)}
        export LANGUAGE=${LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} LC_ALL=C.UTF-8
        exec chroot "$root" /usr/bin/env -C "$folder" PATH=/usr/local/bin:/usr/bin:/usr/sbin:/bin:/sbin "$@"
    ' bash "$@"
}

set_up() { if is_native; then set_up_native; else set_up_private_root; fi; }
inside() { if is_native; then ${instead_of_shell:+exec} "$@"; else enter_private_root "$private_root" "$PWD" "$@"; fi; }
become() { instead_of_shell=yes inside "$@"; }

# build TARGET…: configures once, then builds; quiet unless something fails or stderr is a terminal.
build() {
    local folder="$project/build/ci" log
    log=$(mktemp)
    if ! inside bash -c '
        set -e
        cd "$1"; shift
        [ -e build/ci/build.ninja ] || cmake --preset ci
        cmake --build --preset ci --target "$@"' bash "$project" "$@" >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        rm -f "$log"
        fail "the build failed (see above); the build folder is $folder"
    fi
    rm -f "$log"
}
