# shellcheck shell=sh disable=SC2034
# Shared by scripts/* and .ci/run; sourced, not run.
# The packages of Debian 12 that the project needs stand here and nowhere else.

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

# To build and to draw. The fonts are measured and embedded: Liberation Sans 2 is the face, the others fall back
# for scripts that it lacks.
build_packages="cmake ninja-build g++ pkg-config libcairo2-dev libpango1.0-dev libgraphviz-dev libpugixml-dev
    libexpat1-dev libxml2-dev libicu-dev libharfbuzz-dev libbrotli-dev libqpdf-dev nlohmann-json3-dev libcli11-dev libcpp-httplib-dev fonts-liberation2 fonts-dejavu-core
    fonts-droid-fallback"

# To test: GoogleTest; a browser that draws the charts; readers of PDF, SVG, XML and DOT that are not ours; the man
# page; a foreign locale; Preflight, which judges PDF/A, with its Java (47 MB to fetch, 200 MB unpacked).
test_packages="libgtest-dev libgmock-dev chromium qpdf poppler-utils librsvg2-bin libxml2-utils graphviz help2man
    locales python3 openjdk-17-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java"

# To compare pictures (scripts/stress), and the readers of SVG that it takes charts through: Inkscape always, the rest
# without --quick.
stress_packages="python3-numpy python3-pil inkscape"
reader_packages="libreoffice-draw-nogui libreoffice-writer-nogui python3-cairosvg"
node_packages="nodejs npm"

# To fuzz (scripts/fuzz).
fuzz_packages="clang-14 libclang-rt-14-dev"

# To check style (.ci/run).
style_packages="clang-format-14 clang-tidy-14"

# What the build asks of pkg-config, for systems that have no Debian packages.
build_modules="cairo pango pangocairo pangoft2 fontconfig harfbuzz harfbuzz-subset libbrotlienc libgvc libcgraph
    libqpdf pugixml expat libxml-2.0 icu-i18n cpp-httplib"

say() {
    printf '== %s\n' "$*"
}

stop() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

jobs() {
    nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2
}

is_debian() {
    [ -f /etc/debian_version ] && command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1
}

missing_packages() {
    for package in "$@"; do
        case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) in
        installed) ;;
        *) printf '%s ' "$package" ;;
        esac
    done
}

missing_tools() {
    for tool in cmake ninja c++ pkg-config; do
        command -v "$tool" >/dev/null 2>&1 || printf '%s ' "$tool"
    done
    if command -v pkg-config >/dev/null 2>&1; then
        for module in $build_modules; do
            pkg-config --exists "$module" || printf '%s ' "$module"
        done
    fi
}

# need PACKAGE...: sees to it that they are installed, or stops.
need() {
    if ! is_debian; then
        say "not a Debian system: nothing is installed for you"
        echo "Debian 12 calls the packages needed:"
    printf '%s ' "$@" | fold -s -w 100
    echo
        lacking=$(missing_tools)
        [ -z "$lacking" ] || stop "not found here: ${lacking% }"
        return 0
    fi
    # shellcheck disable=SC2046 # one word a package
    lacking=$(missing_packages "$@")
    if [ -z "$lacking" ]; then
        say "every package needed is installed"
        return 0
    fi
    say "installing ${lacking% }"
    if [ "$(id -u)" -eq 0 ]; then
        as_root='env'
    elif command -v sudo >/dev/null 2>&1; then
        as_root="sudo env"
    else
        stop "not root and no sudo; as root: apt-get install --no-install-recommends ${lacking% }"
    fi
    $as_root apt-get update -q || stop "apt-get update failed"
    # shellcheck disable=SC2086 # a list
    $as_root DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $lacking </dev/null ||
        stop "apt-get could not install: ${lacking% }"
}

# build PRESET [cmake option...] [-- target...]
build() {
    preset=$1
    shift
    options=
    while [ $# -gt 0 ] && [ "$1" != -- ]; do
        options="$options $1"
        shift
    done
    [ $# -eq 0 ] || shift
    say "configuring, preset $preset"
    # shellcheck disable=SC2086 # a list
    (cd "$top" && cmake --preset "$preset" $options) || stop "cmake could not configure; see above"
    say "building, preset $preset"
    (cd "$top" && cmake --build --preset "$preset" --parallel "$(jobs)" ${1:+--target "$@"}) ||
        stop "the build failed; see above"
}
