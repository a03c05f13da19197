#!/bin/sh
# SPDX-FileCopyrightText: 2026 Samenspraak contributors
# SPDX-License-Identifier: EUPL-1.2

# The browser without the suggestions under its address bar. Those are pages of their own, made anew for
# every window, and a fifth of all the work of a journey; nobody sees them. Of several lists of features
# to leave out the browser only takes the last, so that what is started with this is told in that list.
for argument do
  shift
  case "$argument" in
    --disable-features=*) argument="$argument,WebUIOmniboxPopup,WebUIOmniboxAimPopup" ;;
  esac
  set -- "$@" "$argument"
done
exec "${CHROMIUM:-/usr/bin/chromium}" "$@"
