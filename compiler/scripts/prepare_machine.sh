#!/usr/bin/env bash
# Say what this machine lacks for set-up. Root: install the Debian packages of apt.txt that are missing.
# Usage: prepare_machine.sh PYTHON [LIST]
# A machine without what a LIST of its own names, such as apt-tests.txt, is told so and goes on.
set -euo pipefail
cd "$(dirname "$0")/../.."
export PYTHON=$1
list=${2:-apt.txt}

if ! "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Guiju needs Python 3.11 or newer; '$PYTHON' is: $("$PYTHON" --version 2>&1 || true)" >&2
    echo "Name another: make PYTHON=python3.12 ..." >&2
    exit 1
fi

# A line of a list is `package: probe`. The package is missing where its probe fails.
missing=()
while IFS= read -r line; do
    bash -c "${line#*:}" >/dev/null 2>&1 </dev/null || missing+=("${line%%:*}")
done < <(grep -v -e '^#' -e '^$' "$list")
[ "${#missing[@]}" -eq 0 ] && exit 0

install="apt-get install -y -qq --no-install-recommends"
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Debian packages: ${missing[*]}"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive $install "${missing[@]}" && exit 0
else
    echo "Missing on this machine: ${missing[*]}. Install with this command, then run make again:" >&2
    echo "    sudo apt install ${missing[*]}" >&2
fi
[ "$list" != apt.txt ] || exit 1
echo "Going on without; the tests that need them are skipped." >&2
