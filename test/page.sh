#!/bin/sh
# Tries the page in a browser, with what npm has for that: test/page.sh CHROMIUM
set -eu
tools=build/page/npm
if [ ! -d $tools/node_modules/axe-core ]; then
    if ! npm install --silent --no-audit --no-fund --no-save --prefix $tools playwright-core@1 axe-core@4 >/dev/null 2>&1; then
        echo "skipped: npm has no playwright-core and axe-core here"
        echo "0 passed, 0 failed, 1 skipped"
        exit 0
    fi
fi
CHROMIUM=$1 exec node test/page.mjs
