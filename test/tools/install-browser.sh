#!/bin/sh
# Installs Debian's Chromium and a Chinese font for the browser tests where they are missing. Needs root and Debian.
set -e
command -v chromium >/dev/null && exit 0
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null
command -v chromium
