#!/bin/sh
# Resolve pyproject.toml into both lock files, with hashes for every platform; `make lock`.
set -eu

uv_home=build/lock-tool
python="${PYTHON:-python3}"

[ -x "$uv_home/bin/uv" ] || { "$python" -m venv "$uv_home"; "$uv_home/bin/pip" install --quiet uv; }

compile() {
    "$uv_home/bin/uv" pip compile --quiet --upgrade --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate "$@"
}

compile pyproject.toml --output-file requirements.lock
compile pyproject.toml --extra dev --constraint requirements.lock \
    --output-file requirements-dev.lock
