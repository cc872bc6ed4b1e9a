#!/bin/sh
# Installs the locked browser libraries; does nothing while the lock file is the one that is installed.
set -eu
cd "$(dirname "$0")/../../.."
cmp -s package-lock.json node_modules/.installed-lock && exit 0
npm ci --no-audit --no-fund --loglevel=error
cp package-lock.json node_modules/.installed-lock
