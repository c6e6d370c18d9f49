#!/usr/bin/env bash
# Every task of the project: ./run.sh TASK [ARGUMENTS]. Needs bash and Python 3.11 to 3.14, nothing else. Without a task: the list.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

PYTHON=.venv/bin/python
PORT=${PORT:-8000}

# --- tasks

demo() {          # [--no-serve] a fresh chronology of seeds/, served at http://127.0.0.1:$PORT
  refuse_busy_port "$@"
  installed requirements.txt
  export TIMELINE_DATABASE_URL="sqlite:///$PWD/.run/demo-$PORT.db"
  mkdir -p .run && rm -f ".run/demo-$PORT.db"*
  $PYTHON -m timeline db upgrade
  $PYTHON -m timeline ingest seeds
  $PYTHON -m timeline events --actor Pakistan --from 2025-10-11 --to 2025-10-15 --min-salience 0.5
  local key
  key=$($PYTHON -m timeline keys create --name demo --scope write 2> /dev/null)
  addresses "$key"
  [ "${1:-}" = --no-serve ] || { exec $PYTHON -m timeline serve --port "$PORT"; }
}
test() {          # [PYTEST ARGUMENTS] the whole test suite, on all cores (up to 4); with arguments what they say, on one
  installed requirements.txt requirements-dev.txt
  bring postgresql has_postgresql "the tests on PostgreSQL"
  bring "chromium-headless-shell chromium" has_chromium "the tests in a browser"
  bundler
  [ "$#" -gt 0 ] || set -- -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
  PYTHONDONTWRITEBYTECODE='' $PYTHON -m pytest "$@"  # dozens of processes: what one compiles, the others find
}
serve() {         # [OPTIONS] the service, on the database of TIMELINE_DATABASE_URL
  installed requirements.txt
  $PYTHON -m timeline db upgrade
  exec $PYTHON -m timeline serve --port "$PORT" "$@"
}
timeline() {      # COMMAND … the command line: ./run.sh timeline events --actor Pakistan
  installed requirements.txt
  exec $PYTHON -m timeline "$@"
}
lint() {          # style: ruff's rules and its format
  installed requirements.txt requirements-dev.txt
  $PYTHON -m ruff check . && $PYTHON -m ruff format --check .
}
types() {         # mypy --strict on the core
  installed requirements.txt requirements-dev.txt
  $PYTHON -m mypy
}
score() {         # FOLDER the scores on the corpora in FOLDER/corpora by the scorers in FOLDER/eval
  installed requirements.txt
  local folder=${1:?"give the folder that holds corpora/ and eval/"} set
  mkdir -p .run
  for set in timebank aquaint; do
    $PYTHON -m timeline tag "$folder/corpora/times/$set.jsonl" > ".run/$set.jsonl"
    $PYTHON "$folder/eval/score_times.py" "$folder/corpora/times/$set.jsonl" ".run/$set.jsonl"
  done
  $PYTHON -m timeline extract "$folder/corpora/events/plover-dev.jsonl" > .run/plover.jsonl
  $PYTHON "$folder/eval/score_events.py" "$folder/corpora/events/plover-dev.jsonl" .run/plover.jsonl
  $PYTHON -m timeline extract "$folder/corpora/timelines/apple/documents.jsonl" > .run/apple.jsonl
  $PYTHON "$folder/eval/score_timelines.py" "$folder/corpora/timelines/apple" .run/apple.jsonl
}
bench() {         # NAME [ARGUMENTS] one benchmark of benchmarks/: steps, times, stories, readings …; each tells what it needs
  installed requirements.txt requirements-dev.txt
  PYTHONPATH=. $PYTHON "benchmarks/${1:?"give one of: $(cd benchmarks && ls ./*.py)"}.py" "${@:2}"
}
contract() {      # [EXAMPLES] requests made from the OpenAPI document, so many for each call and kind of data (40): are the answers as it says?
  installed requirements.txt requirements-dev.txt
  CONTRACT_EXAMPLES=${1:-40} $PYTHON -m pytest -q tests/test_contract.py
}
docs() {          # docs/openapi.json, the API's description as the code gives it
  installed requirements.txt
  export TIMELINE_DATABASE_URL="sqlite:///$PWD/.run/docs.db"
  mkdir -p .run && $PYTHON -m timeline db upgrade
  $PYTHON -m flask --app wsgi openapi write --format=json docs/openapi.json
}
map() {           # what the map of the pages is drawn with (Leaflet, outlines of countries), from npm; needs Node.js
  (cd frontend/map && npm ci --silent && node build.js)
}
frontend() {      # the web component of frontend/, bundled into timeline/web/static/; needs node and npm
  command -v npm > /dev/null || fail "npm is not installed (Debian: apt-get install npm)"
  (cd frontend && npm ci --silent --no-audit --no-fund && node build.js "$@")
}
wheel() {         # [--compiled] the installable package, in dist/; with --compiled its parser as C, which takes a C compiler some minutes
  installed requirements.txt
  case "${1:-}" in
    --compiled) compiled ;;
    *) $PYTHON -m pip wheel --quiet --no-deps --wheel-dir dist . ;;
  esac
}
lock() {          # requirements*.txt anew, from pyproject.toml
  installed requirements.txt
  $PYTHON -m pip install --quiet uv
  local options="--quiet --universal --python-version 3.11 --generate-hashes"
  # shellcheck disable=SC2086
  $PYTHON -m uv pip compile $options pyproject.toml -o requirements.txt
  # shellcheck disable=SC2086
  $PYTHON -m uv pip compile $options --group dev -c requirements.txt -o requirements-dev.txt
}
clean() {         # forget .venv, builds, caches and the demo's database
  rm -rf .venv .run build dist ./*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
}
help() {          # this list
  echo "./run.sh TASK [ARGUMENTS]"
  sed -n -e "/^# --- what/q" -e "s/^\([a-z]*\)() { *# \(.*\)/  \1	\2/p" "${BASH_SOURCE[0]}" | expand -t 14
}

# --- what they stand on

installed() {     # FILE…: the virtual environment with these requirements; installs only what has changed
  [ -x $PYTHON ] && $PYTHON -c "" 2> /dev/null || make_environment
  local file
  for file in "$@"; do
    cmp -s "$file" ".venv/$file" || install "$file"
  done
}
install() {
  echo "Installing $1 (once; a minute or two) …" >&2
  $PYTHON -m pip install --quiet --disable-pip-version-check --upgrade pip
  $PYTHON -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1"
  cp "$1" ".venv/$1"
}
make_environment() {
  local candidate
  for candidate in python3.14 python3.13 python3.12 python3.11 python3; do
    rm -rf .venv
    is_suitable "$candidate" && "$candidate" -m venv .venv > /dev/null 2>&1 && return
  done
  fail "no Python 3.11 to 3.14 that can make a virtual environment was found (Debian: apt-get install python3-venv)"
}
is_suitable() {
  "$1" -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))" 2> /dev/null
}
compiled() {
  command -v cc > /dev/null || fail "there is no C compiler (Debian: apt-get install gcc python3-dev)"
  installed requirements-dev.txt
  rm -rf .run/compiled && $PYTHON native/ready.py .run/compiled/source
  COMPILED=1 $PYTHON -m pip wheel --no-deps --no-build-isolation --wheel-dir .run/compiled .run/compiled/source \
    &> .run/compiled/build.log ||
    fail "it does not compile: $(tail -n 20 .run/compiled/build.log)"
  reads_alike .run/compiled/*.whl
  mkdir -p dist && mv .run/compiled/*.whl dist
}
reads_alike() {   # WHEEL fails unless what it reads in tests/corpus is what the code reads, word for word
  local texts=(seeds tests/corpus/news.jsonl tests/corpus/narratives.jsonl tests/corpus/readings/*texts.jsonl)
  $PYTHON -m pip install --quiet --no-deps --target .run/compiled/installed "$1"
  $PYTHON -m timeline extract "${texts[@]}" > .run/compiled/plain.jsonl
  PYTHONPATH=.run/compiled/installed $PYTHON -P -m timeline extract "${texts[@]}" > .run/compiled/compiled.jsonl
  cmp .run/compiled/plain.jsonl .run/compiled/compiled.jsonl || fail "the compiled parser reads otherwise"
}
refuse_busy_port() {
  [ "${1:-}" = --no-serve ] && return
  [[ "$PORT" =~ ^[1-9][0-9]{0,4}$ ]] && [ "$PORT" -le 65535 ] || fail "PORT: '$PORT' is no port"
  if (exec 3<> "/dev/tcp/127.0.0.1/$PORT") 2> /dev/null; then
    fail "port $PORT is in use by another program; try PORT=$((PORT + 1)) ./run.sh demo"
  fi
}
addresses() {     # KEY
  cat <<END

  the chronology   http://127.0.0.1:$PORT/
  as JSON          http://127.0.0.1:$PORT/v1/events?actor=Pakistan&from=2025-10-11&to=2025-10-11
  the API          http://127.0.0.1:$PORT/docs
  a key to write   $1

END
}
bring() {         # PACKAGES TEST WHAT installs the first it can of what some tests need where it may, and says loudly when it may not
  "$2" && return
  local package
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    echo "Installing ${1##* } for $3 …" >&2
    apt-get update -qq > /dev/null 2>&1 || true
    for package in $1; do
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" > /dev/null 2>&1 && "$2" && return
    done
  fi
  echo "!!! ${1##* } is not installed: $3 WILL BE SKIPPED !!!" >&2
}
bundler() {       # what the web component is built with, where npm is: one test builds it again
  [ -d frontend/node_modules ] || ! command -v npm > /dev/null ||
    (cd frontend && npm ci --silent --no-audit --no-fund) || echo "!!! npm ci failed: one test WILL BE SKIPPED !!!" >&2
}
has_postgresql() {
  command -v postgres > /dev/null || ls /usr/lib/postgresql/*/bin/postgres > /dev/null 2>&1
}
has_chromium() {  # without the window of a browser around each page, it takes a fourth of the time
  command -v chromium-headless-shell > /dev/null || command -v chromium > /dev/null || command -v chromium-browser > /dev/null || command -v google-chrome > /dev/null ||
    [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]
}
fail() {
  echo "run.sh: $1" >&2
  exit 1
}

case "${1:-help}" in
  demo | test | serve | timeline | lint | types | score | bench | contract | docs | map | frontend | wheel | lock | clean | help) "${@:-help}" ;;
  *) echo "run.sh: there is no task '$1'" >&2; help >&2; exit 2 ;;
esac
