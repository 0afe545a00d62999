#!/bin/sh
# Fetches the sources of the libraries in the page from where this machine's Debian packages come, Debian's patches applied:
#   page/sources.sh FOLDER     leaves FOLDER/lua5.4, lua-lpeg, zlib, libzip, expat and FOLDER/complete
# The lists of sources are kept in FOLDER: nothing of the machine's own lists of packages is touched.
set -eu

folder=$1
packages="lua5.4 lua-lpeg zlib libzip expat"
rm -rf "$folder"
mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
cd "$folder"
here=$(pwd)

# What the machine takes packages from, as entries for sources; other archives than Debian's have none of these.
for list in /etc/apt/sources.list.d/*.sources; do
    [ -f "$list" ] && grep -q debian "$list" && sed 's/^Types:.*/Types: deb-src/' "$list" && echo
done >sources.sources
for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -f "$list" ] && sed -n 's/^deb\( .*debian.*\)/deb-src\1/p' "$list"
done >sources.list

for list in sources.sources sources.list; do
    [ -s "$list" ] || continue
    apt() {
        command=$1
        shift
        "$command" -qq -o Dir::Etc::sourcelist="$here/$list" -o Dir::Etc::sourceparts=/dev/null \
            -o Dir::State::lists="$here/lists" -o Dir::Cache="$here/cache" -o APT::Sandbox::User=root "$@"
    }
    apt apt-get update
    break
done

# The newest version that is listed may be gone from the servers: then the one before it.
for package in $packages; do
    for version in $(apt apt-cache showsrc "$package" | sed -n 's/^Version: //p' | sort -Vr); do
        rm -f ./*.dsc
        apt apt-get source --download-only "$package=$version" >log 2>&1 || continue
        dpkg-source --no-check -x ./*.dsc "$package" >>log 2>&1 && break
    done
    [ -d "$package" ] || { cat log >&2; echo "page/sources.sh: no sources of $package" >&2; exit 1; }
done
rm -rf lists cache log ./*.tar.* ./*.dsc sources.list sources.sources
touch complete
