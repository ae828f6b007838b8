"""Dropout from cheap random bytes: torch's own generator takes a tenth of a CPU step."""

import numpy as np
import torch

_generator = np.random.Generator(np.random.SFC64(20261123))


def drop(x: torch.Tensor, share: float, training: bool) -> torch.Tensor:
    """Zeroes about `share` (a multiple of 1/256) of the values and scales up the rest."""
    level = round(share * 256)
    if not training or level == 0:
        return x
    raw = np.frombuffer(_generator.bytes(x.numel()), np.uint8)
    keep = torch.from_numpy(raw >= level).view(x.shape)
    return x * (keep.to(x.dtype) * (256 / (256 - level)))
