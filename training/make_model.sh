#!/bin/sh
# Makes models/chancery-en.safetensors anew: environment, training with fixed seeds, export, figures. What is there is
# replaced when all is done. Needs the build (make build), Python 3.11, the shared data (CHANCERY_DATA, default
# ../shared/data beside the project) and about an hour and a half on one core. CHANCERY_WORK (default build/training) keeps the legs.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
CHANCERY_DATA=$(realpath -e "${CHANCERY_DATA:-$root/../shared/data}")
export CHANCERY_DATA
work=${CHANCERY_WORK:-$root/build/training}
mkdir -p "$work"
work=$(realpath "$work")
cd "$root/training"
version=${CHANCERY_MODEL_VERSION:-en-local}
model="$work/chancery-en.safetensors"
if [ ! -x ../build/test-bin/mention_samples ]; then
    echo "make_model: build/test-bin/mention_samples is not there; make build first" >&2
    exit 1
fi
if [ ! -x "$work/venv/bin/python" ]; then
    python3 -m venv "$work/venv"
fi
"$work/venv/bin/pip" install --quiet --no-deps -r requirements.lock # nothing to fetch where all is there
python="$work/venv/bin/python"
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-2}" OMP_WAIT_POLICY=PASSIVE
"$python" score_test.py
"$python" clusters_test.py
# Four legs, each with a fresh schedule from the weights of the last.
"$python" train.py --output "$work/1" --epochs 12 --stop-after 5 --names-weight 2 --made-news 2000 \
    --exchanged-kinds PER LOC
"$python" train.py --output "$work/2" --resume "$work/1" --epochs 9 --stop-after 6 --rate 1.2e-4 \
    --head-rate 8e-4 --warmup 0.15
"$python" train.py --output "$work/3" --resume "$work/2" --epochs 3 --rate 5e-5 --head-rate 4e-4 \
    --warmup 0.1 --names-weight 3.5 --made-news 1500 --exchanged 0.12 --exchanged-kinds PER LOC
"$python" train.py --output "$work/4" --resume "$work/3" --self-training --epochs 5 --rate 8e-5 --head-rate 6e-4 \
    --warmup 0.1 --names-weight 3 --made-news 4000 --made-from . world --exchanged 0.15
"$python" export.py "$work/4" "$model" --version "$version"
"$python" heads.py "$model"
"$python" evaluate.py "$model" >"$work/figures.txt"
"$python" manifest.py "$model" "$work/figures.txt"
"$python" reference.py "$model" ../tests/data
cp "$model" "$work/manifest.json" ../models/
cat "$work/figures.txt"
