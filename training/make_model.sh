#!/bin/sh
# Makes models/chancery-en.safetensors anew: environment, training with fixed seeds, export, figures.
# Needs Python 3.11, the shared data (CHANCERY_DATA, default ../shared/data) and about two hours on two cores.
set -eu
cd "$(dirname "$0")"
work=${CHANCERY_WORK:-../build/training}
version=${CHANCERY_MODEL_VERSION:-en-local}
if [ ! -x "$work/venv/bin/python" ]; then
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install --quiet --no-deps -r requirements.lock
fi
python="$work/venv/bin/python"
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-2}" OMP_WAIT_POLICY=PASSIVE
"$python" score_test.py
# Two legs, as the committed file was trained: the second starts a fresh schedule from the first's weights.
"$python" train.py --output "$work/first" --epochs 12 --stop-after 5 --names-weight 2 --made-news 1500
"$python" train.py --output "$work/second" --resume "$work/first" --epochs 9 --rate 1.2e-4 \
    --head-rate 8e-4 --warmup 0.15
"$python" export.py "$work/second" ../models/chancery-en.safetensors --version "$version"
"$python" reference.py ../models/chancery-en.safetensors ../tests/data
"$python" evaluate.py ../models/chancery-en.safetensors | tee "$work/figures.txt"
"$python" manifest.py ../models/chancery-en.safetensors "$work/figures.txt"
