#!/bin/sh
# Open the sample project, or without a display do the same job without a screen; `make run`.
set -eu

annotator=.venv/bin/annotator
sample=build/sample.annotator
demo=build/demo

mkdir -p build
if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "No display: doing the sample job without a screen into $demo/."
    rm -rf "$demo"
    QT_QPA_PLATFORM=offscreen exec .venv/bin/python -m annotator.ui.demo "$demo"
fi

# kept between runs, so that what was labelled in it is not lost
[ -e "$sample" ] || "$annotator" new "$sample" --sample
exec "$annotator" "$sample"
