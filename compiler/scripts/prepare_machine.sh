#!/usr/bin/env bash
# Say what this machine lacks for set-up. Root: install the Debian packages of apt.txt that are missing.
# Usage: prepare_machine.sh PYTHON
set -euo pipefail
cd "$(dirname "$0")/../.."
export PYTHON=$1

if ! "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Guiju needs Python 3.11 or newer; '$PYTHON' is: $("$PYTHON" --version 2>&1 || true)" >&2
    echo "Name another: make PYTHON=python3.12 ..." >&2
    exit 1
fi

# A line of apt.txt is `package: probe`. The package is missing where its probe fails.
missing=()
while IFS= read -r line; do
    bash -c "${line#*:}" >/dev/null 2>&1 </dev/null || missing+=("${line%%:*}")
done < <(grep -v -e '^#' -e '^$' apt.txt)
[ "${#missing[@]}" -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Debian packages: ${missing[*]}"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
else
    echo "Missing on this machine: ${missing[*]}. Install with this command, then run make again:" >&2
    echo "    sudo apt install ${missing[*]}" >&2
    exit 1
fi
